"""HTTP to Telegram over aiohttp, and what a failed call says about whether it arrived."""

import re

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.services import Outcome

TOKEN = re.compile(r"/bot\d+:[\w-]+")
"""The part of an address that no log may show."""

TIMEOUT = 20.0
CONNECT = 5.0
POOL = 256


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's transport over aiohttp: several times as many calls a second as its own."""

    def __init__(self, read_timeout: float = TIMEOUT, connections: int = POOL) -> None:
        super().__init__()
        self._read_timeout = read_timeout
        self._usual = patience(read_timeout)  # made once: to make one takes as long as to encode a call
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 — aiohttp has none
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 — ours is the same for all
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 — the pool is wide enough
    ) -> tuple[int, bytes]:
        """One call; the status and the body."""
        if self._session is None:
            raise RuntimeError("the transport isn't open")
        timeout = patience(read_timeout) if isinstance(read_timeout, int | float) else self._usual
        try:
            async with self._session.request(method, url, data=body(request_data), timeout=timeout) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"{type(error).__name__}: {TOKEN.sub('/bot…', str(error))}") from error


def patience(seconds: float) -> aiohttp.ClientTimeout:
    """How long to wait for a connection, and how many seconds for each piece of an answer."""
    return aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=seconds)


def body(data: RequestData | None) -> aiohttp.FormData | aiohttp.BytesPayload | None:
    """The parameters and files of a call as a form."""
    if data is None:
        return None
    if not data.multipart_data:  # aiohttp's own form would first draw a random boundary that nobody needs
        encoded = URL.build(query=data.json_parameters).raw_query_string.encode()
        return aiohttp.BytesPayload(encoded, content_type="application/x-www-form-urlencoded")
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def outcome(error: TelegramError) -> Outcome:
    """What a failed send says about the message: not sent, perhaps sent, refused, or the chat is closed to us."""
    if isinstance(error, RetryAfter | InvalidToken):
        return "unsent"
    if isinstance(error, Forbidden):
        return "blocked"
    if isinstance(error, BadRequest | ChatMigrated):
        return "failed"
    if isinstance(error.__cause__, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return "unsent"
    return "unknown"  # an answer that can't be read, too: it may have been a yes


def seconds_to_wait(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone."""
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
