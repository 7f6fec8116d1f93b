"""The three files of texts as the tests read them: messages, variables, and sample values to speak them with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

COUNTS = (0, 1, 2, 3, 5, 11, 100)
"""One of each plural category that Arabic has, and a few more."""

NUMBERS = frozenset({"count", "total", "asked", "right", "recalled", "number", "page", "percent"})
MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
TAG = re.compile(r"<(/?)(\w+)([^<>]*)>")


class Parts(Visitor):
    """What a message is made of."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.words: list[str] = []
        self.choices: list[list[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.words.append(node.value)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self.choices.append([_key(variant) for variant in node.variants])
        self.generic_visit(node)


def _key(variant: ast.Variant) -> str:
    return str(variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value)


@cache
def resource(language: str) -> ast.Resource:
    return FluentParser().parse(files("bot.texts").joinpath(f"{language}.ftl").read_text("utf-8"))


@cache
def messages(language: str) -> Mapping[str, Parts]:
    """Each id, with what its message is made of; a message within a message brings its variables along."""
    found = {}
    for entry in resource(language).body:
        if isinstance(entry, ast.Message):
            found[entry.id.name] = Parts()
            found[entry.id.name].visit(entry)
    for parts in found.values():
        for other in parts.references:
            parts.variables |= found[other].variables
    return found


def static(language: str, key: str) -> str:
    """The fixed words of a message, without markup."""
    return TAG.sub(" ", " ".join(messages(language)[key].words))


def samples(language: str, key: str, word: str = "reluctant") -> Iterator[dict[str, object]]:
    """Values for a message's variables: each count in turn, `word` for everything else."""
    names = messages(language)[key].variables
    counts: Sequence[int] = COUNTS if names & NUMBERS else COUNTS[:1]
    for count in counts:
        yield {name: count if name in NUMBERS else word for name in names}


def plain(text: str) -> str:
    """The text as it's read: without tags and invisible marks."""
    return MARKS.sub("", TAG.sub("", text))
