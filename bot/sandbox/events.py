"""What has changed, told to every page that listens."""

import asyncio

from bot.sandbox.shapes import Json, dump

_BACKLOG = 1000


class Events:
    """A channel with any number of listeners; one that falls far behind loses the oldest news."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str]] = set()

    def tell(self, event: Json) -> None:
        """Pass an event on to whoever listens now."""
        if not self._listeners:
            return
        text = dump(event)
        for listener in self._listeners:
            if listener.full():
                listener.get_nowait()
            listener.put_nowait(text)

    def join(self) -> asyncio.Queue[str]:
        """A new listener's queue of events as JSON; an empty text means that the server closes."""
        queue: asyncio.Queue[str] = asyncio.Queue(_BACKLOG)
        self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[str]) -> None:
        """Stop listening."""
        self._listeners.discard(queue)

    def close(self) -> None:
        """Send every listener home."""
        for listener in self._listeners:
            if listener.full():
                listener.get_nowait()
            listener.put_nowait("")
