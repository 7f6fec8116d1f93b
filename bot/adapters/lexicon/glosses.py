"""WordNet's glosses made fit for learners: one plain definition, and examples that are sentences."""

import re
from collections.abc import Set

_QUOTED = re.compile(r'"([^"]*)"?')
_CITED = re.compile(r'"[^"]*"?(?:\s*-*\s*[A-Z][^;"]*)?')  # with the author that may stand after it
_NOTE = re.compile(r"^\s*\([^)]*\)\s*")
_USAGE = re.compile(r"\s*\([^)]*\b(?:followed by|used|plural|singular|informal|nonstandard|abbreviat|spelled)[^)]*\)")
_SUBJECTS = frozenset("i you he she it we they this that these those there who what which everyone someone".split())
_FINITE = frozenset(
    """am is are was were has have had do does did can could will would shall should may might must
    isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't haven't
    i'm i've i'll he's she's it's we're they're you're let's""".split()
)
_OPENERS = frozenset("a an the his her its their my our your this that these those of in with for by".split())


def definition(gloss: str) -> str:
    """The gloss without examples and domain notes, at most two clauses."""
    text = gloss.replace("`", "'").replace("s.th.", "something")
    if '"' in text:
        text = _CITED.sub("", text)
    if "(" in text:
        text = _NOTE.sub("", _USAGE.sub("", text), count=1)
    clauses = [clause.strip(" ,:-") for clause in text.split(";")]
    kept = [clause for clause in clauses if clause][:2]
    return " ".join("; ".join(kept).split()) or gloss.strip(" ;()")


def examples(gloss: str, finite: Set[str]) -> list[str]:
    """The quoted examples that are sentences; `finite` holds past forms, which betray a verb."""
    if '"' not in gloss:
        return []
    quoted = (text.strip().replace("`", "'") for text in _QUOTED.findall(gloss))
    return [_tidy(text) for text in quoted if _is_sentence(text, finite)]


def _is_sentence(text: str, finite: Set[str]) -> bool:
    words = [word.strip(".,;:!?'()").lower() for word in text.split()]
    if not 3 <= len(words) <= 20 or text.count('"') or " - " in text:
        return False
    if words[0] in _SUBJECTS and words[0] not in _OPENERS:
        return True
    if text[0].isupper() and text[-1] in "!?":
        return True
    return any(_is_verb(words, at, finite) for at in range(1, len(words)))


def _is_verb(words: list[str], at: int, finite: Set[str]) -> bool:
    if words[at] in _FINITE:
        return True
    return words[at] in finite and words[at - 1] not in _OPENERS and at > 1


def _tidy(text: str) -> str:
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?" else text.rstrip(",;: ") + "."
