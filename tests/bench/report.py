"""What was measured, and whether it's good enough."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; `value` is None where it can't be had. `at_least` and `at_most` are our aims."""

    subject: str
    name: str
    value: float | None
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def is_reached(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        if self.value is None or (self.at_least is None and self.at_most is None):
            return None
        return (self.at_least is None or self.value >= self.at_least) and (
            self.at_most is None or self.value <= self.at_most
        )


def table(rows: Sequence[Row]) -> str:
    """The rows for people."""
    cells = [(row.subject, row.name, _value(row), _aim(row)) for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(3)]
    lines, above = [], ""
    for subject, name, value, aim in cells:
        shown = "" if subject == above else subject
        lines.append(f"{shown:<{widths[0]}}  {name:<{widths[1]}}  {value:>{widths[2]}}  {aim}".rstrip())
        above = subject
    return "\n".join(lines)


def machine(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The rows for machines."""
    return [{**asdict(row), "reached": row.is_reached} for row in rows]


def _value(row: Row) -> str:
    if row.value is None:
        return "-"
    digits = 0 if row.value >= 100 else 1 if row.value >= 10 else 2
    return f"{row.value:,.{digits}f} {row.unit:<3}"


def _aim(row: Row) -> str:
    if row.is_reached is None:
        return ""
    wanted = f"≥ {row.at_least:g}" if row.at_least is not None else f"≤ {row.at_most:g}"
    return f"{'reached' if row.is_reached else 'MISSED'} ({wanted})"
