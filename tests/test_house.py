"""The taste of the house, where no linter tests it: sizes, names, and documents that agree with the code."""

import ast
import re
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRODUCT = ("bot", "handlers", "scheduler")
CODE = sorted(path for folder in (*PRODUCT, "tests", "requirements") for path in (ROOT / folder).rglob("*.py"))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "base", "misc"}


def within(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring: to explain costs nothing."""
    document = function.body[0] if ast.get_docstring(function) else None
    explained = (document.end_lineno or 0) - document.lineno + 1 if document else 0
    return (function.end_lineno or 0) - function.lineno + 1 - explained


def versions(lock: str) -> set[str]:
    """The pins of a lock, with the Pythons and systems that they hold for."""
    return set(re.findall(r"^[a-z].*==[^\\]*", text(f"requirements/{lock}.txt"), re.MULTILINE))


def test_no_file_is_longer_than_200_lines() -> None:
    assert [within(path) for path in CODE if path.read_text(encoding="utf-8").count("\n") > 200] == []


def test_no_function_is_longer_than_40_lines() -> None:
    found = [(within(path), function.name) for path in CODE for function in functions(path) if length(function) > 40]
    assert found == []


def test_the_usual_function_has_at_most_8_lines() -> None:
    product = (path for path in CODE if path.relative_to(ROOT).parts[0] in PRODUCT)
    assert statistics.median(length(function) for path in product for function in functions(path)) <= 8


def test_handlers_only_translate() -> None:
    doors = (path for path in CODE if within(path).startswith("handlers/"))
    assert [(within(path), found.name) for path in doors for found in functions(path) if length(found) > 15] == []


def test_every_module_is_named_for_what_it_holds() -> None:
    assert [within(path) for path in CODE if path.stem in SAYS_NOTHING or path.parent.name in SAYS_NOTHING] == []


def test_importing_a_module_does_nothing() -> None:
    found = []
    for path in (path for path in CODE if path.relative_to(ROOT).parts[0] in PRODUCT):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            acts = isinstance(node, ast.For | ast.While | ast.With | ast.Try)
            calls = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
            if acts or calls:
                found.append(f"{within(path)}:{node.lineno}")
    assert found == []


def test_the_changelog_begins_with_this_version() -> None:
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    first = re.search(r"^## \[(.+?)\]", text("CHANGELOG.md"), re.MULTILINE)
    assert first
    assert first[1] == version


def test_every_command_that_a_document_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = {
        (within(document), command)
        for document in DOCUMENTS
        for command in re.findall(
            r"`(?:.* )?make ([a-z]+)|^\s*(?:\$ )?make ([a-z]+)", document.read_text(), re.MULTILINE
        )
        for command in command
        if command
    }
    assert {(document, command) for document, command in named if command not in targets} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=within)
def test_every_link_within_the_documents_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_decisions_are_numbered_without_a_gap_and_have_the_templates_parts() -> None:
    records = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(len(records)))
    template, *others = (re.findall(r"^## .+", record.read_text(encoding="utf-8"), re.MULTILINE) for record in records)
    assert [parts for parts in others if parts != template] == []


@pytest.mark.parametrize("lock", ["build", "run", "test"])
def test_a_lock_pins_every_package_by_hash_and_names_no_address(lock: str) -> None:
    locked = text(f"requirements/{lock}.txt")
    blocks = re.findall(r"^[a-z].*\n(?: .*\n?)*", locked, re.MULTILINE)
    assert all("==" in block and "--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|--index|--find-links", locked)


def test_a_folder_made_for_tests_holds_exactly_what_runs() -> None:
    assert versions("run") <= versions("test")


@pytest.mark.parametrize("name", ["build", "run", "test"])
def test_every_need_is_locked(name: str) -> None:
    needs = re.findall(r"^([A-Za-z][\w.-]*)", text(f"requirements/{name}.in"), re.MULTILINE)
    locked = {pin.partition("==")[0] for pin in versions(name)}
    assert {re.sub(r"[._]", "-", need.lower()) for need in needs} <= locked
