"""Languages by the names that people use for them (folded: lower case, no accents)."""

from collections.abc import Mapping
from types import MappingProxyType

NAMES: Mapping[str, str] = MappingProxyType({
    "english": "en", "ingles": "en", "inglish": "en", "the english language": "en",
    "spanish": "es", "espanol": "es", "castellano": "es", "spansh": "es", "castilian": "es",
    "arabic": "ar", "arabe": "ar", "portuguese": "pt", "portugues": "pt", "russian": "ru", "ruso": "ru",
    "ukrainian": "uk", "ucraniano": "uk", "chinese": "zh", "chino": "zh", "mandarin": "zh", "turkish": "tr",
    "turco": "tr", "french": "fr", "frances": "fr", "german": "de", "aleman": "de", "italian": "it",
    "italiano": "it", "japanese": "ja", "japones": "ja", "korean": "ko", "coreano": "ko", "hindi": "hi",
    "persian": "fa", "farsi": "fa", "polish": "pl", "polaco": "pl", "dutch": "nl", "indonesian": "id",
    "العربيه": "ar", "عربي": "ar", "العربي": "ar", "اللغه العربيه": "ar",
    "الانجليزيه": "en", "انجليزي": "en", "الانجليزي": "en", "الانكليزيه": "en", "الانكليزي": "en",
    "اللغه الانجليزيه": "en", "الاسبانيه": "es", "الاسباني": "es", "الفرنسيه": "fr", "الروسيه": "ru",
    "التركيه": "tr", "البرتغاليه": "pt", "الصينيه": "zh", "الاوكرانيه": "uk",
})  # fmt: skip


def language_code(name: str) -> str | None:
    """The code of the language with that folded name; None if we don't know it."""
    return NAMES.get(name)
