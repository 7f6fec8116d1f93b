"""The SQL of the tutor means the same on both engines."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import storage

FOLDER = Path(next(iter(storage.__path__)))
ENGINES = {"sqlite.py", "migrate.py", "lock.py"}
QUERY = re.compile(r"\s*(select|insert|update|delete|with|create|drop|alter|replace|pragma|vacuum)\b")

ONE_ENGINE_ONLY = {
    "reads the clock": r"\bnow\s*\(|current_(timestamp|date|time)\b|\b(datetime|julianday|strftime|unixepoch)\s*\(",
    "throws dice": r"\brandom",
    "counts on SQLite's row numbers": r"\browid\b|last_insert",
    "upserts as SQLite does": r"\binsert\s+or\b|\breplace\s+into\b",
    "names a function of one engine": r"\b(ifnull|glob|iif|group_concat|string_agg|json_\w+|total|printf|typeof)\s*\(",
    "compares as one engine does": r"\bglob\b|\bi?like\b|\bregexp\b|collate",
    "takes a greatest value as SQLite does": r"\b(max|min)\s*\([^()]*,",
    "quotes as one engine does": r"[`\"]|\[\w+\]",
    "casts as PostgreSQL does": r"::",
    "numbers its values": r"\?|[$]\d|%s",
    "has a truth value": r"\b(true|false)\b|\bboolean\b",
    "has a type of one engine": r"\b(serial|bigserial|jsonb?|timestamp|timestamptz|blob|bytea|integer|int|real)\b",
    "names one engine's key": r"autoincrement|generated\s+(always|by)",
    "locks as PostgreSQL does": r"skip\s+locked|for\s+update\b",
    "is SQLite's own": r"\bpragma\b|\bvacuum\b|without\s+rowid|\bstrict\b|sqlite_",
}


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every text in the code but the docstrings, with what f-strings put in left out."""
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(str(part.value) if isinstance(part, ast.Constant) else " x " for part in node.values),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.lineno, node.value


def queries() -> Iterator[tuple[str, str]]:
    """The SQL of every query function, with its place."""
    for path in sorted(set(FOLDER.glob("*.py")) - {FOLDER / name for name in ENGINES}):
        for line, text in texts(ast.parse(path.read_text("utf-8"))):
            if QUERY.match(text) or "where " in text:
                yield f"{path.name}:{line}", text


def schema() -> Iterator[tuple[str, str]]:
    """The SQL of every migration, without its comments."""
    for path in sorted((FOLDER / "migrations").glob("*.sql")):
        for line, text in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield f"{path.name}:{line}", text.partition("--")[0]


@pytest.mark.parametrize("fault", ONE_ENGINE_ONLY)
def test_no_sql(fault: str) -> None:
    pattern = re.compile(ONE_ENGINE_ONLY[fault], re.IGNORECASE)
    found = [(place, hit[0]) for place, text in (*queries(), *schema()) if (hit := pattern.search(text))]
    assert found == []


def test_the_search_finds_the_sql() -> None:
    found = [text for _, text in queries()]
    assert len(found) > 70
    assert sum("insert into" in text for text in found) >= 14
    assert any("x  where c.learner_id" in text for text in found)


def test_only_the_engines_know_an_engine() -> None:
    knows = re.compile(r"^\s*(?:import|from) (?:sqlite3|aiosqlite|asyncpg|psycopg)", re.MULTILINE)
    assert {path.name for path in FOLDER.glob("*.py") if knows.search(path.read_text("utf-8"))} == ENGINES


@pytest.mark.parametrize(
    ("fault", "example"),
    [
        ("reads the clock", "select now()"),
        ("throws dice", "order by random()"),
        ("upserts as SQLite does", "insert or ignore into jobs"),
        ("quotes as one engine does", 'where name = "a"'),
        ("takes a greatest value as SQLite does", "select max(due_at, :now)"),
        ("names a function of one engine", "select ifnull(a, b)"),
        ("counts on SQLite's row numbers", "order by rowid"),
    ],
)
def test_a_fault_would_be_found(fault: str, example: str) -> None:
    assert re.search(ONE_ENGINE_ONLY[fault], example, re.IGNORECASE)
