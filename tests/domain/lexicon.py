"""A lexicon small enough to read, for tests."""

from collections.abc import Mapping, Sequence

from bot.domain.language import Lemma, PartOfSpeech, Sense


class SmallLexicon:
    """Knows the words it's given: form → (lemma, part of speech, level, Zipf)."""

    def __init__(self, words: Mapping[str, tuple[str, PartOfSpeech, float | None, float]]) -> None:
        self._words = words
        self._levels = {(lemma, pos): level for lemma, pos, level, _ in words.values()}

    def zipf(self, word: str) -> float:
        return self._words[word.lower()][3] if word.lower() in self._words else 0.0

    def level(self, lemma: str, pos: PartOfSpeech | None = None) -> float | None:
        return self._levels.get((lemma, pos)) if pos else None

    def lemmas(self, form: str) -> Sequence[Lemma]:
        found = self._words.get(form.lower())
        return (Lemma(found[0], found[1]),) if found else ()

    def forms(self, lemma: str, pos: PartOfSpeech) -> Sequence[str]:
        return (lemma,)

    def senses(self, lemma: str, pos: PartOfSpeech | None = None) -> Sequence[Sense]:
        return ()

    def sense(self, key: str, lemma: str = "") -> Sense | None:
        return None

    def suggestions(self, word: str) -> Sequence[str]:
        return ()

    def pronunciation(self, lemma: str) -> str | None:
        return None

    def neighbours(self, lemma: str, pos: PartOfSpeech, limit: int = 20) -> Sequence[str]:
        return ()
