"""Domain values become replies in the person's language."""
