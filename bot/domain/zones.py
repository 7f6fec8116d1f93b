"""Which time zone a person is likely to live in, before they tell us."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

ZONES_OF_LANGUAGE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ar": ("Asia/Riyadh", "Africa/Cairo", "Asia/Dubai", "Africa/Casablanca"),
        "bn": ("Asia/Dhaka", "Asia/Kolkata"),
        "de": ("Europe/Berlin",),
        "en": ("Europe/London", "America/New_York", "Asia/Kolkata", "America/Los_Angeles", "Australia/Sydney"),
        "es": ("Europe/Madrid", "America/Mexico_City", "America/Bogota", "America/Argentina/Buenos_Aires"),
        "fa": ("Asia/Tehran",),
        "fr": ("Europe/Paris", "America/Montreal", "Africa/Dakar"),
        "he": ("Asia/Jerusalem",),
        "hi": ("Asia/Kolkata",),
        "id": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
        "it": ("Europe/Rome",),
        "ja": ("Asia/Tokyo",),
        "ko": ("Asia/Seoul",),
        "nl": ("Europe/Amsterdam",),
        "pl": ("Europe/Warsaw",),
        "pt": ("America/Sao_Paulo", "Europe/Lisbon", "America/Manaus", "Africa/Luanda"),
        "pt-br": ("America/Sao_Paulo", "America/Manaus"),
        "pt-pt": ("Europe/Lisbon",),
        "ru": ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Europe/Samara", "Asia/Vladivostok"),
        "th": ("Asia/Bangkok",),
        "tr": ("Europe/Istanbul",),
        "uk": ("Europe/Kyiv",),
        "ur": ("Asia/Karachi",),
        "vi": ("Asia/Ho_Chi_Minh",),
        "zh": ("Asia/Shanghai",),
    }
)

KNOWN_BY_NAME = (
    "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Mexico_City",
    "America/New_York", "America/Bogota", "America/Caracas", "America/Sao_Paulo", "Atlantic/Azores", "Europe/London",
    "Europe/Madrid", "Africa/Lagos", "Africa/Cairo", "Asia/Riyadh", "Europe/Moscow", "Asia/Tehran", "Asia/Dubai",
    "Asia/Kabul", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok",
    "Asia/Shanghai", "Asia/Tokyo", "Australia/Adelaide", "Australia/Sydney", "Pacific/Noumea", "Pacific/Auckland",
    "Pacific/Apia",
)  # fmt: skip
"""One well-known place for each usual offset, from west to east."""

OFFERED = 6
HALF_DAY, DAY = 720, 1440


def is_zone(name: str) -> bool:
    """Whether the name is a time zone that this machine knows."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def guess_zone(language_code: str | None) -> str:
    """The zone in which most people live whose phone speaks that language ("es", "pt-BR"); London if unknown."""
    return _homes(language_code)[0]


def offered_zones(language_code: str | None, now: datetime) -> list[str]:
    """Six zones to choose from, no two showing the same time, the guess first, then the nearest to it."""
    homes = _homes(language_code)
    centre = _offset(homes[0], now)
    nearest = sorted(KNOWN_BY_NAME, key=lambda zone: _apart(_offset(zone, now), centre))
    return _distinct((*homes, *nearest), now)[:OFFERED]


def plausible_zones(now: datetime, local_minute: int, language_code: str | None = None) -> list[str]:
    """Zones where the clock now shows about `local_minute`, at most 30 minutes off; the likeliest for them first."""
    zones = _distinct((*_homes(language_code), *KNOWN_BY_NAME), now)
    near = [(_apart(_shown(zone, now), local_minute), index, zone) for index, zone in enumerate(zones)]
    return [zone for apart, _, zone in sorted(near) if apart <= 30]


@cache
def _homes(language_code: str | None) -> tuple[str, ...]:
    code = (language_code or "en").lower().replace("_", "-")
    return ZONES_OF_LANGUAGE.get(code) or ZONES_OF_LANGUAGE.get(code.split("-")[0]) or ZONES_OF_LANGUAGE["en"]


def _distinct(zones: Iterable[str], now: datetime) -> list[str]:
    by_offset: dict[int, str] = {}
    for zone in zones:
        by_offset.setdefault(_offset(zone, now), zone)
    return list(by_offset.values())


def _offset(zone: str, now: datetime) -> int:
    """Minutes east of UTC at that instant."""
    return int((now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()).total_seconds()) // 60


def _shown(zone: str, now: datetime) -> int:
    local = now.astimezone(ZoneInfo(zone))
    return local.hour * 60 + local.minute


def _apart(one: int, other: int) -> int:
    """The distance round the clock, in minutes, at most twelve hours."""
    return abs((one - other + HALF_DAY) % DAY - HALF_DAY)
