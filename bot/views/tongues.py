"""Languages by their own names."""

NAMES = {
    "en": "English", "es": "Español", "ar": "العربية", "pt": "Português", "fr": "Français", "de": "Deutsch",
    "it": "Italiano", "ru": "Русский", "uk": "Українська", "pl": "Polski", "tr": "Türkçe", "zh": "中文", "ja": "日本語",
    "ko": "한국어", "hi": "हिन्दी", "id": "Bahasa Indonesia", "vi": "Tiếng Việt", "fa": "فارسی",
}  # fmt: skip
"""ISO 639-1 code → the language's own name, the commonest among learners first."""


def name(code: str | None) -> str:
    """The language's own name; a dash for none."""
    return NAMES.get(code or "", "—")


def guess(language_code: str | None) -> str | None:
    """The mother tongue that a phone's language suggests; None for English, which tells nothing."""
    base = (language_code or "").lower().split("-")[0]
    return base if base in NAMES and base != "en" else None
