"""What the tutor says, in Fluent: a file for each language, the same ids and variables in all of them."""

from collections.abc import Callable
from functools import cache
from html import escape
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("en", "es", "ar")
"""The languages of the interface."""

RIGHT_TO_LEFT = frozenset({"ar"})


class Html(str):
    """Text that is HTML already and must not be escaped again."""

    __slots__ = ()


Texts = Callable[..., Html]
"""`texts("id", name=value)` gives Telegram's HTML; values are escaped unless they are `Html`."""


def spoken(language_code: str | None) -> str:
    """The language of the interface for a phone set to `language_code`; English where we don't speak it."""
    base = (language_code or "").lower().split("-")[0]
    return base if base in LANGUAGES else "en"


@cache
def texts(language: str) -> Texts:
    """The texts in one language."""
    bundle = _bundle(language)

    def text(key: str, /, **values: object) -> Html:
        pattern = bundle.get_message(key).value
        assert pattern is not None  # noqa: S101 — our files have no message without a value
        spoken, errors = bundle.format_pattern(pattern, {name: _safe(value) for name, value in values.items()})
        if errors:
            raise ValueError(f"{language}.ftl, {key}: {errors}")
        return Html(spoken)

    return text


def _bundle(language: str) -> FluentBundle:
    # Isolation marks keep English words in their place within right-to-left text; elsewhere they're only noise.
    bundle = FluentBundle([language], use_isolating=language in RIGHT_TO_LEFT)
    source = files("bot.texts").joinpath(f"{language}.ftl").read_text("utf-8")
    bundle.add_resource(FluentResource(source))
    return bundle


def _safe(value: object) -> object:
    return escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Html) else value
