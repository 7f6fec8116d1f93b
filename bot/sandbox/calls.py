"""One call of the Bot API: its parameters, read as leniently as Telegram reads them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Call:
    """A method with its parameters; values are strings from a form, or JSON values from a JSON body."""

    bot: int
    method: str
    params: Mapping[str, Any]

    def text(self, name: str, default: str = "") -> str:
        """A parameter as text."""
        value = self.params.get(name, default)
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A parameter as a whole number; what isn't one counts as absent."""
        try:
            return int(self.params.get(name, default))
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """A parameter as yes or no."""
        return str(self.params.get(name)).lower() in {"true", "yes", "1"}

    def given(self, name: str) -> bool:
        """Whether the parameter is there and not empty."""
        return bool(self.params.get(name, "") != "")

    def structure(self, name: str, what: str) -> Any:
        """A JSON parameter as its value, None if absent; `what` names it in the complaint."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None
