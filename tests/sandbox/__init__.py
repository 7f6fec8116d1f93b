"""Tests of the sandbox, and the person at its keyboard."""
