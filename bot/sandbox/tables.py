"""The server's memory: values by key that know which of them the journal has yet to write."""

import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, Generic, TypeVar, cast

from bot.sandbox.shapes import dump

Key = TypeVar("Key")
Value = TypeVar("Value")


class Table(Generic[Key, Value]):
    """Frozen dataclasses with JSON fields, by key; fields added later need defaults, so that old rows still load."""

    def __init__(self, kind: str, value: type[Value], on_change: Callable[[], None]) -> None:
        self.kind = kind
        self._value = value
        self._names = [field.name for field in fields(value)]  # type: ignore[arg-type]  # always dataclasses
        self._on_change = on_change
        self._rows: dict[Key, Value] = {}
        self._changed: dict[Key, None] = {}

    def __iter__(self) -> Iterator[Value]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: Key) -> bool:
        return key in self._rows

    def keys(self) -> Iterator[Key]:
        """The keys, in the order in which they were first put."""
        return iter(self._rows)

    def get(self, key: Key) -> Value | None:
        """The value, or None."""
        return self._rows.get(key)

    def put(self, key: Key, value: Value) -> None:
        """Keep `value`."""
        self._rows[key] = value
        self._note(key)

    def drop(self, key: Key) -> None:
        """Forget the value, if there is one."""
        if self._rows.pop(key, None) is not None:
            self._note(key)

    def clear(self) -> None:
        """Forget everything."""
        for key in list(self._rows):
            self.drop(key)

    def _note(self, key: Key) -> None:
        self._changed[key] = None
        self._on_change()

    def take_changes(self) -> list[tuple[str, str | None]]:
        """Key and value, both as JSON, of what changed since the last call; no value means gone."""
        changed, self._changed = self._changed, {}
        return [(dump(key), self._encode(self._rows.get(key))) for key in changed]

    def load(self, key: str, value: str) -> None:
        """Put back a row that the journal kept."""
        plain: Any = json.loads(key)
        self._rows[cast("Key", tuple(plain) if isinstance(plain, list) else plain)] = self._value(*json.loads(value))

    def _encode(self, value: Value | None) -> str | None:
        if value is None:
            return None
        return dump([getattr(value, name) for name in self._names])
