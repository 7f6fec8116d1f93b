"""Two spellings of one word, and slips of the finger."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.wording import normalise

OUR = re.compile(
    r"\b(arb|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|"
    r"sav|savi|splend|tum|val|vap|vig)our"
)
RE = re.compile(r"\b(cent|calib|fib|lit|lust|meag|(?:kilo|centi|milli)?met|scept|somb|spect|theat)re(s|d)?\b")
ISE = re.compile(r"(?<=\w{3})([iy])s(e|es|ed|er|ers|ing|ation|ations)\b")
ELL = re.compile(
    r"\b(cancel|channel|counsel|dial|duel|equal|fuel|jewel|label|level|libel|marvel|model|panel|pedal|quarrel|rival|"
    r"shovel|signal|total|travel|tunnel|unravel)l(ed|ing|er|ers|or|ors|ous|ery)\b"
)
OTHERS: Mapping[str, str] = MappingProxyType({
    "aluminium": "aluminum", "anaesthetic": "anesthetic", "analogue": "analog", "archaeology": "archeology",
    "burnt": "burned", "catalogue": "catalog", "cheque": "check", "cosy": "cozy", "defence": "defense",
    "dialogue": "dialog", "doughnut": "donut", "dreamt": "dreamed", "encyclopaedia": "encyclopedia",
    "enrol": "enroll", "fulfil": "fulfill", "grey": "gray", "instalment": "installment", "jewellery": "jewelry",
    "judgement": "judgment", "learnt": "learned", "licence": "license", "manoeuvre": "maneuver", "maths": "math",
    "mould": "mold", "moustache": "mustache", "mum": "mom", "offence": "offense", "ok": "okay",
    "omelette": "omelet", "paediatric": "pediatric", "plough": "plow", "practise": "practice",
    "pretence": "pretense", "programme": "program", "pyjamas": "pajamas", "sceptical": "skeptical",
    "skilful": "skillful", "spelt": "spelled", "tyre": "tire", "woollen": "woolen", "yoghurt": "yogurt",
})  # fmt: skip
"""British spelling to American; plural and past by the regular endings."""

CONTRACTIONS: Mapping[str, str] = MappingProxyType({
    "can't": "cannot", "can not": "cannot", "won't": "will not", "shan't": "shall not", "let's": "let us",
    "i'm": "i am", "o'clock": "oclock",
})  # fmt: skip
IS = re.compile(r"\b(it|that|he|she|what|who|there|here|where|how)'s\b")
ENDINGS = ((re.compile(r"n't\b"), " not"), (re.compile(r"'re\b"), " are"), (re.compile(r"'ve\b"), " have"),
           (re.compile(r"'ll\b"), " will"))  # fmt: skip
LEADING = re.compile(r"^(?:to|an?|the) (?=\S)")
SLIPPABLE = 4
"""Words shorter than this are too close to others to forgive a slip."""


def canonical(text: str) -> str:
    """One spelling for all: as `plain`, and American."""
    return _american(plain(text))


def plain(text: str) -> str:
    """The answer without leading article or "to", contractions written out, hyphens as spaces."""
    bare = _spelled_out(LEADING.sub("", normalise(text)))
    return " ".join(bare.replace("-", " ").replace("'", "").split())


def is_slip(typed: str, meant: str) -> bool:
    """Whether one letter was added, lost, changed, or swapped with the next."""
    if typed == meant or len(meant) < SLIPPABLE or abs(len(typed) - len(meant)) > 1:
        return False
    start = _alike(typed, meant)
    left, right = typed[start:], meant[start:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


def mask(key: str, typed: str = "") -> str:
    """The key with "_" for what the typed text hasn't got right, from both ends; its first letter is always shown."""
    start = max(1, _alike(key.lower(), typed.lower()))
    end = min(_alike(key.lower()[::-1], typed.lower()[::-1]), len(key) - start - 1) if is_slip(typed, key) else 0
    end = max(end, 0)
    hidden = "".join("_" if letter.isalnum() else letter for letter in key[start : len(key) - end])
    return key[:start] + hidden + key[len(key) - end :]


def _spelled_out(text: str) -> str:
    for short, full in CONTRACTIONS.items():
        text = re.sub(rf"\b{short}\b", full, text)
    text = IS.sub(r"\1 is", text)
    for ending, full in ENDINGS:
        text = ending.sub(full, text)
    return text


def _american(text: str) -> str:
    text = ELL.sub(r"\1\2", ISE.sub(r"\1z\2", OUR.sub(r"\1or", text)))
    text = RE.sub(lambda match: match[1] + {"s": "ers", "d": "ered", None: "er"}[match[2]], text)
    return " ".join(_exchanged(word) for word in text.split())


def _exchanged(word: str) -> str:
    for ending in ("", "s", "d", "ed", "ing"):
        stem = word.removesuffix(ending)
        if word.endswith(ending) and stem in OTHERS:
            return OTHERS[stem] + ending
    return word


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count
