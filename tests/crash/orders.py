"""How a child is to live and to die; what the test tells the process that forks it."""

from dataclasses import dataclass

TOKEN = "4242:SANDBOX"


@dataclass(frozen=True, slots=True)
class Order:
    """A tutor at `url` with its files; it dies at the `at`-th "call" or "commit", "before" or "after" it; 0: never."""

    url: str
    database: str
    dictionary: str
    notes: str
    kind: str = ""
    moment: str = ""
    at: int = 0
