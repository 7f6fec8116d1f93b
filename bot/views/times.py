"""Instants, days and hours in the person's language, by the Unicode CLDR."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time


def clock(minute: int, language: str) -> str:
    """A minute of the day: "8:00"."""
    return format_time(time(minute // 60, minute % 60), "H:mm", locale=_locale(language))


def day_and_hour(instant: datetime | None, zone: str, language: str) -> str:
    """An instant on the person's own clock: "Mon 30 Nov, 08:00"; empty for none."""
    if instant is None:
        return ""
    return format_datetime(instant, "EEE d MMM, HH:mm", tzinfo=ZoneInfo(zone), locale=_locale(language))


def day(ordinal: int, language: str) -> str:
    """A local day: "3 May 2026"."""
    return format_date(date.fromordinal(ordinal), "d MMM y", locale=_locale(language))


def place(zone: str) -> str:
    """The city that names a time zone."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _locale(language: str) -> str:
    # 24-hour clock and Latin digits throughout: a learner compares them with the phone's own.
    return {"en": "en_GB", "ar": "ar"}.get(language, language)
