"""The Flesch-Kincaid grade, for the baseline that the level of a text is compared with."""

import re
from collections.abc import Sequence

_VOWELS = re.compile(r"[aeiouyáéíóúàèêëïöüâîôûãõäåæø]+")
_SILENT = re.compile(
    r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscgxzhl]es$|[^aeiouy](?:sh|th)es$|[aeiouy]l(?:e|es|ed)$|ely$"
)
_APART = re.compile(
    r"i(?:a(?!l|ge|n\b)|o(?!n|us)|u|et|ous$(?<![tcxg]ious))|(?<![tc])ia[ln]|(?<=[rlc])ien|[^gq]ua(?!r)|eo(?!u|p)|"
    r"(?<=cr)eat|(?<=id)ea|^area|^rea(?=ct)|(?<=us)eu|oe[mt]|uie|[^aeiouy]isms?$|eing|ying|^lion|[^aeiouyl]led$"
)


def syllables(word: str) -> int:
    """About how many syllables the word has (19 of 20 right), at least 1; figures count as one."""
    low = word.lower()
    return max(len(_VOWELS.findall(low)) + len(_APART.findall(low)) - len(_SILENT.findall(low)), 1)


def grade(sentences: Sequence[Sequence[str]]) -> float:
    """School years that the text asks for, given each sentence's words (Kincaid and others, 1975)."""
    words = [word for tokens in sentences for word in tokens]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
