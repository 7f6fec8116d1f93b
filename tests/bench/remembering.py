"""A lexicon that asks another one only once for each word, for benches that read thousands of texts."""

from functools import cache

from bot.domain.language import Lexicon


class Remembering:
    """Answers as `lexicon` does, from memory when it can; only what measuring a text asks for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.zipf = cache(lexicon.zipf)
        self.level = cache(lexicon.level)
        self.lemmas = cache(lexicon.lemmas)
