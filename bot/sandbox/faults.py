"""Troubles on order: what the control interface asks to go wrong with the next calls."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

KINDS = frozenset({"429", "500", "reset", "drop_reply", "slow"})


@dataclass(frozen=True, slots=True)
class Fault:
    """`times` calls of `method` ("*" for any) go wrong in one way.

    429 and 500 refuse; reset closes the connection with no effect; drop_reply takes effect and then closes it;
    slow waits `seconds` of real time first.
    """

    method: str
    kind: str
    times: int = 1
    retry_after: int = 3
    seconds: float = 1.0


class Faults:
    """Faults that are still to come, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Let calls go wrong from now on."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Let everything go right again."""
        self._waiting.clear()

    def take(self, method: str) -> Fault | None:
        """The fault for this call, if one is due."""
        for index, fault in enumerate(self._waiting):
            if fault.method in {"*", method.lower()}:
                left = replace(fault, times=fault.times - 1)
                self._waiting[index : index + 1] = [left] if left.times > 0 else []
                return fault
        return None


def read(body: Mapping[str, object]) -> Fault:
    """A fault as the control interface writes it."""
    kind = str(body.get("kind", ""))
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(sorted(KINDS))}")
    return Fault(
        method=str(body.get("method", "*")).lower(),
        kind=kind,
        times=int(str(body.get("times", 1))),
        retry_after=int(str(body.get("retry_after", 3))),
        seconds=float(str(body.get("seconds", 1))),
    )
