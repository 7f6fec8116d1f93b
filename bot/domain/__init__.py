"""The rules of teaching: pure functions and values, no I/O, no clock, no dice."""
