"""What a tap on a button means, packed into the 64 bytes that Telegram gives us."""

from dataclasses import astuple, fields
from typing import ClassVar, Self

LIMIT = 64


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
        """The action behind `pack`; the last field may hold colons itself."""
        shape = fields(cls)  # type: ignore[arg-type]
        values = data.split(":", len(shape))[1:]
        return cls(*(int(value) if field.type is int else value for field, value in zip(shape, values, strict=True)))
