"""Whether Telegram, or what stands in for it, knows the bot and agrees about the time."""

from datetime import timedelta

from bot.adapters.doctor.asking import Unreachable, ask
from bot.adapters.doctor.finding import Finding, broken, off, ok
from bot.config import Telegram
from bot.services import Clock

DRIFT = timedelta(seconds=30)


def number(token: str) -> int | None:
    """The bot's number, which stands in its token."""
    head = token.partition(":")[0]
    return int(head) if head.isdecimal() else None


async def token(settings: Telegram) -> Finding:
    """Whether the token is accepted."""
    secret, place = settings.token.get_secret_value(), settings.api_url
    if not secret:
        return off("token", "none, so the sandbox stands in for Telegram", "@BotFather gives you one")
    try:
        answer = await ask(f"{place}/bot{secret}/getMe")
    except Unreachable as error:
        return broken("token", f"{place} can't be reached ({error})", "check the network and [telegram] api_url")
    told = answer.told()
    if told.get("ok"):
        return ok("token", f"@{told['result'].get('username')} at {place}")
    if "ok" not in told:
        unknown = f"{place} answers {answer.status}, and not as Telegram does"
        return broken("token", unknown, "check [telegram] api_url, or try later")
    if answer.status in {401, 404}:
        return broken("token", "Telegram refuses it", "copy it from @BotFather again")
    return broken("token", f"Telegram answers {answer.status}", "try later")


async def time(settings: Telegram, clock: Clock) -> Finding:
    """Whether this machine's clock agrees with Telegram's; nobody is asked without a token."""
    try:
        theirs = (await ask(settings.api_url)).date if settings.token.get_secret_value() else None
    except Unreachable:
        theirs = None
    now = clock.now()
    if theirs is None:
        return ok("clock", f"{now:%Y-%m-%d %H:%M} UTC (nobody to compare with)")
    drift = now - theirs
    if abs(drift) <= DRIFT:
        return ok("clock", f"{now:%Y-%m-%d %H:%M} UTC, as Telegram's")
    side = "ahead of" if drift > timedelta(0) else "behind"
    told = f"{round(abs(drift).total_seconds())} s {side} Telegram's"
    return broken("clock", told, "let the system set its time from the network (NTP)")
