"""Regular inflection, for the lemmas that no table has, and the heads of phrases."""

from bot.domain.language import PartOfSpeech

_VOWELS = "aeiou"
_LINKS = frozenset({"of", "in", "to", "for", "on", "at", "with", "and", "by", "from", "the"})


def regular_forms(lemma: str, pos: PartOfSpeech) -> tuple[str, ...]:
    """The regular inflected forms, without the lemma; none for what doesn't inflect."""
    if pos == "noun":
        return (_with_s(lemma),)
    if pos == "verb":
        return (_with_s(lemma), _with_suffix(lemma, "ed"), _with_suffix(lemma, "ing"))
    return ()


def head_of(tokens: list[str], pos: PartOfSpeech) -> int | None:
    """Which token of a phrase inflects: a verb's first, a noun's last before "of", "in", …; None if none does."""
    if pos == "verb":
        return 0
    if pos == "noun":
        return next((at - 1 for at, token in enumerate(tokens) if at and token in _LINKS), len(tokens) - 1)
    return None


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _with_suffix(lemma: str, suffix: str) -> str:
    if lemma.endswith("e") and not (suffix == "ing" and lemma.endswith(("ee", "ye", "oe"))):
        return lemma[:-1] + suffix
    if suffix == "ed" and lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    if _is_short(lemma):
        return lemma + lemma[-1] + suffix
    return lemma + suffix


def _is_short(lemma: str) -> bool:
    """One syllable ending consonant, vowel, consonant doubles its end: unfriend doesn't, vlog does."""
    if len(lemma) < 3 or sum(letter in _VOWELS for letter in lemma) != 1:
        return False
    return lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS
