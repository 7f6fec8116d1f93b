"""What the tutor does: a function for each thing that a person or the clock can ask."""
