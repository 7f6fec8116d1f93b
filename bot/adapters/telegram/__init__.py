"""Telegram: updates come in through the inbox, everything goes out through one door."""
