"""JSON as it goes over the wire and into the journal."""

import json
from typing import Any

Json = dict[str, Any]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dump(value: object) -> str:
    """`value` as compact JSON."""
    return _encode(value)
