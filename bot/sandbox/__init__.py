"""A Telegram in a box: a local Bot API server and a chat page, for trying and testing the tutor."""
