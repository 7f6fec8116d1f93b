"""What a tap on a button means, packed into the 64 bytes that Telegram gives us."""

from dataclasses import astuple, fields
from typing import ClassVar, Self

LIMIT = 64
LARGEST = 2**63 - 1
"""The largest number that the database takes."""


class Action:
    """A button's meaning: a short code, then its fields, parted by colons."""

    code: ClassVar[str]
    __slots__ = ()

    def pack(self) -> str:
        """The callback data.

        Raises:
            ValueError: it doesn't fit.
        """
        packed = ":".join([self.code, *map(str, astuple(self))])  # type: ignore[call-overload]
        if len(packed.encode()) > LIMIT:
            raise ValueError(f"longer than {LIMIT} bytes: {packed}")
        return packed

    @classmethod
    def unpack(cls, data: str) -> Self:
        """The action behind `pack`; the last field may hold colons itself.

        Raises:
            ValueError: it's no such action, or one of another shape.
        """
        shape = fields(cls)  # type: ignore[arg-type]
        values = data.split(":", len(shape))[1:]
        return cls(
            *(_number(value) if field.type is int else value for field, value in zip(shape, values, strict=True))
        )


def _number(text: str) -> int:
    number = int(text)
    if abs(number) > LARGEST:
        raise ValueError(f"larger than any id: {text}")
    return number
