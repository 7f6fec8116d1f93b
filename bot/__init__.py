"""Lexigram, an English tutor that lives in Telegram."""
