"""English text cut into sentences and words, by rules alone."""

import re

_TITLES = frozenset(
    "mr mrs ms mx dr prof rev hon st mt gen col lt capt sgt maj cmdr sen rep gov pres vs cf eds al approx ca "
    "messrs mme mlle e.g i.e viz".split()
)
_NUMBERED = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec no nos fig vol p pp ch art est c".split())
_OPENERS = frozenset(
    "the a an this that these those he she it they we you i his her its their our my your in on at by for from "
    "with after before when while if but and or so as there here however although because since then now what "
    "who why how where many most some all no one".split()
)
_LEADERS = frozenset("a an the of to in on at by for from with and or but as that than is are was were".split())

_BREAK = re.compile(r"([.!?…]+)((?: ?[\"'”’»)\]](?!\w))*)\s+(?=[\"'“‘«(\[¿¡]*([^\s\"'“‘«(\[]+))")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|(?:\d+(?:[.,:]\d+)+|[^\W_]+)(?:['’‑-](?:\d+(?:[.,:]\d+)+|[^\W_]+))*"  # 3,000, don't, well-known
)


def sentences(text: str) -> list[str]:
    """The sentences of the text, in order, white space evened out; a heading counts as a sentence."""
    return [sentence for block in _blocks(text) for sentence in _split(block)]


def words(sentence: str) -> list[str]:
    """The words as written, numbers too; apostrophes and hyphens inside a word belong to it."""
    return _WORD.findall(sentence)


def _blocks(text: str) -> list[str]:
    """Paragraphs and headings: lines joined where one only wraps into the next."""
    blocks: list[str] = []
    wraps = False
    for raw in text.splitlines():
        line = _SPACE.sub(" ", raw).strip()
        if line and blocks and wraps and _continues(blocks[-1], line):
            blocks[-1] += " " + line
        elif line:
            blocks.append(line)
        wraps = bool(line)
    return blocks


def _continues(before: str, line: str) -> bool:
    """Whether `line` goes on with the sentence that `before` leaves open."""
    if before[-1] in ".!?…:":
        return False
    return line[0].islower() or before[-1] in ",;–—" or before.rsplit(" ", 1)[-1] in _LEADERS


def _split(block: str) -> list[str]:
    """The sentences of one paragraph."""
    found: list[str] = []
    start = 0
    for match in _BREAK.finditer(block):
        if _ends(block[start : match.start()], match.group(1), match.group(2), match.group(3)):
            found.append(block[start : match.end()].strip())
            start = match.end()
    rest = block[start:].strip()
    return [*found, rest] if rest else found


def _ends(before: str, mark: str, closing: str, after: str) -> bool:
    """Whether the mark between `before` and the word `after` ends a sentence."""
    if after[0].islower():
        return False
    if mark != ".":
        return True
    if closing:
        return True
    last = before.rsplit(" ", 1)[-1].lstrip("\"'“‘«([")
    return not _abbreviates(last, after, first=" " not in before.strip())


def _abbreviates(last: str, after: str, *, first: bool) -> bool:
    """Whether the stop behind `last` belongs to an abbreviation, an initial, a list number or a torn decimal."""
    low = last.lower()
    if low in _TITLES or (low in _NUMBERED and after[0].isdigit()):
        return True
    if last.isdigit():
        return first or (after[0].isdigit() and len(last) < len("1999"))
    if after.lower().rstrip(",") in _OPENERS or low in {"i", "a.m", "p.m"}:
        return False
    return "." in last or (len(last) == 1 and last.isalpha())
