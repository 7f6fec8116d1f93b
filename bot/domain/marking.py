"""An answer becomes right, nearly or wrong."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from bot.domain.exercises.item import Item
from bot.domain.language import Lexicon
from bot.domain.spelling import canonical, is_slip, mask, plain
from bot.domain.wording import contains, normalise

Verdict = Literal["right", "nearly", "wrong"]
Reason = Literal["", "typo", "form", "synonym", "empty"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of an answer; `hint` shows the key with the letters still to find as "_" ("rec__ve")."""

    verdict: Verdict
    reason: Reason = ""
    hint: str = ""


def mark_option(item: Item, index: int) -> Mark:
    """Mark a tap on the option at `index`."""
    return Mark("right" if 0 <= index < len(item.options) and item.options[index] == item.key else "wrong")


def mark_text(item: Item, text: str, lexicon: Lexicon, synonyms: Collection[str]) -> Mark:
    """Mark typed text. Nearly right are: another form of the word, another word for it, one slip of a finger.

    A slip that makes another known word is that word, and wrong.
    """
    typed, keys = normalise(text), (item.key, *item.accepted)
    if not typed:
        return Mark("wrong", "empty")
    if any(_same(typed, key, lexicon) for key in keys) or _in_its_sentence(typed, item):
        return Mark("right")
    if any(_is_form(typed, key, lexicon) for key in keys):
        return Mark("nearly", "form", mask(item.key, typed))
    if _lemmas(typed, lexicon) & {canonical(synonym) for synonym in synonyms}:
        return Mark("nearly", "synonym", mask(item.key))
    slipped = next((key for key in keys if _is_slip(typed, key, lexicon)), None)
    return Mark("nearly", "typo", mask(slipped, typed)) if slipped else Mark("wrong")


def _same(typed: str, key: str, lexicon: Lexicon) -> bool:
    """One word in any spelling that exists; "e-mail" is "email" and "dont" is "don't", but "were" isn't "we're"."""
    if plain(typed) == plain(key):
        return True
    if "-" in typed + key and _joined(typed) == _joined(key):
        return True
    if typed == normalise(key).replace("'", "") and not lexicon.lemmas(typed):
        return True
    return canonical(typed) == canonical(key) and all(lexicon.lemmas(word) for word in plain(typed).split())


def _in_its_sentence(typed: str, item: Item) -> bool:
    """Whether they typed the key together with words around it, or the whole sentence."""
    sentence = normalise(item.sentence)
    return len(typed.split()) > len(item.key.split()) and contains(typed, item.key) and contains(sentence, typed)


def _is_form(typed: str, key: str, lexicon: Lexicon) -> bool:
    """Whether both, as a whole or word by word, are forms of one lemma."""
    if _lemmas(typed, lexicon) & _lemmas(key, lexicon):
        return True
    mine, yours = canonical(typed).split(), canonical(key).split()
    return len(mine) == len(yours) and all(
        one == other or bool(_lemmas(one, lexicon) & _lemmas(other, lexicon))
        for one, other in zip(mine, yours, strict=True)
    )


def _is_slip(typed: str, key: str, lexicon: Lexicon) -> bool:
    words, meant = canonical(typed), canonical(key)
    if not is_slip(words, meant):
        return False
    return any(not lexicon.lemmas(word) for word in set(words.split()) - set(meant.split()))


def _lemmas(typed: str, lexicon: Lexicon) -> set[str]:
    return {canonical(typed), *(canonical(lemma.text) for lemma in lexicon.lemmas(typed))}


def _joined(text: str) -> str:
    return normalise(text).replace("-", "").replace(" ", "")
