"""Our own writing, kept as data: stories at six levels with their questions, and the words they explain."""
