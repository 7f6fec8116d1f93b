"""The adapter against a Telegram that answers over HTTP, with the real database beneath."""
