"""Wrong options that stand in the same form as the right one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from bot.domain.language import Lexicon, PartOfSpeech

Inflection = Literal["base", "s", "ing", "past", "er", "est"]

IRREGULAR: Mapping[str, Inflection] = MappingProxyType({
    "better": "er", "worse": "er", "less": "er", "more": "er", "further": "er", "farther": "er",
    "best": "est", "worst": "est", "least": "est", "most": "est", "furthest": "est", "farthest": "est",
})  # fmt: skip


def inflection(form: str, lemma: str, pos: PartOfSpeech) -> Inflection:
    """How the form differs from its lemma; in a phrase its first word tells ("gave up")."""
    head, base = form.lower().split(" ")[0], lemma.lower().split(" ")[0]
    if form.lower() == lemma.lower():
        return "base"
    if pos in {"adjective", "adverb"}:
        return IRREGULAR.get(head) or ("est" if head.endswith("est") else "er")
    if pos == "noun":
        return "s"
    if head.endswith("ing") and head != base:
        return "ing"
    return "s" if head.endswith("s") and head != base else "past"


def inflect(lemma: str, pos: PartOfSpeech, wanted: Inflection, lexicon: Lexicon) -> str | None:
    """The lemma in that form; None if it has none, or if past and participle differ and both could be meant."""
    if wanted == "base":
        return lemma
    forms = [form for form in lexicon.forms(lemma, pos) if inflection(form, lemma, pos) == wanted]
    regular = [form for form in forms if form.split(" ")[0].endswith("ed")]
    if wanted == "past" and len(forms) > 1:
        forms = regular
    return forms[0] if forms else None
