"""What the tutor remembers: visible SQL behind one small door."""
