"""Single values that outlive a restart: counters, the webhook, commands, names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox.tables import Table


@dataclass(frozen=True, slots=True)
class Setting:
    """One JSON value."""

    value: Any


class Settings:
    """JSON values by name."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self.table: Table[str, Setting] = Table("setting", Setting, on_change)

    def get(self, name: str, default: Any = None) -> Any:
        """The value of `name`."""
        found = self.table.get(name)
        return default if found is None else found.value

    def set(self, name: str, value: Any) -> None:
        """Keep `value`; None forgets it."""
        if value is None:
            self.table.drop(name)
        else:
            self.table.put(name, Setting(value))

    def names(self) -> Iterator[str]:
        """The names of all values."""
        return self.table.keys()

    def next(self, name: str, start: int = 1) -> int:
        """The next number of the counter `name`, the first being `start`."""
        number = int(self.get(name, start - 1)) + 1
        self.set(name, number)
        return number
