"""A text too long for one message becomes several, cut where it hurts least, its markup whole in each."""

import re
from html import unescape
from itertools import accumulate

from telegram.constants import MessageLimit

LONGEST = int(MessageLimit.MAX_TEXT_LENGTH)

TAG = re.compile(r"</?[a-z][^>]*>")
ATOM = re.compile(r"</?[a-z][^>]*>|&#?\w+;|\s+|[^\s<&]{1,64}|.")
"""What is never cut: tags, entities, runs of spaces, words (very long ones are)."""

BREAKS = ((2, re.compile(r"\n\s*\n")), (1, re.compile(r"\n")))
"""How good a place a run of spaces is: an empty line, a line's end; a sentence's end counts as the latter."""


def plain(text: str) -> str:
    """The text without its markup."""
    return unescape(TAG.sub("", text))


def parts(text: str, longest: int = LONGEST) -> list[str]:
    """The text in messages of at most `longest` UTF-16 units after parsing."""
    if len(text.encode("utf-16-le")) <= 2 * longest:
        return [text]
    made, atoms = [], ATOM.findall(text)
    while True:
        end = _end(atoms, longest)
        made.append("".join(atoms[:end]).strip())
        if end == len(atoms):
            return [part for part in made if plain(part).strip()] or [text]
        still_open = _open(atoms[:end])
        made[-1] += "".join(f"</{_name(tag)}>" for tag in reversed(still_open))
        atoms = [*still_open, *_without_leading_spaces(atoms[end:])]


def _end(atoms: list[str], longest: int) -> int:
    """Where the first message ends: at the best break in its second half."""
    reached = list(accumulate(_units(atom) for atom in atoms))
    if not reached or reached[-1] <= longest:
        return len(atoms)
    fitting = next(index for index, width in enumerate(reached) if width > longest)
    later_half = [index for index in range(1, fitting + 1) if reached[index] * 2 > longest and atoms[index].isspace()]
    return max(later_half, key=lambda index: (_goodness(atoms, index), index), default=max(fitting, 1))


def _goodness(atoms: list[str], index: int) -> int:
    for goodness, pattern in BREAKS:
        if pattern.search(atoms[index]):
            return goodness
    return int(atoms[index - 1].endswith((".", "!", "?", "…")))


def _units(atom: str) -> int:
    """What an atom adds to the length that Telegram counts."""
    return len(plain(atom).encode("utf-16-le")) // 2


def _open(atoms: list[str]) -> list[str]:
    """The tags that are open at the end, outermost first."""
    stack: list[str] = []
    for atom in atoms:
        if atom.startswith("</"):
            stack.pop()
        elif TAG.fullmatch(atom):
            stack.append(atom)
    return stack


def _name(tag: str) -> str:
    return re.sub(r"<(\w[\w-]*).*", r"\1", tag)


def _without_leading_spaces(atoms: list[str]) -> list[str]:
    first = next((index for index, atom in enumerate(atoms) if not atom.isspace()), len(atoms))
    return atoms[first:]
