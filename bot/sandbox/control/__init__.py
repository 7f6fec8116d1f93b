"""The control interface: what people do, what the clock does, what can be seen; described in docs/sandbox.md."""
