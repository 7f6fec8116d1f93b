"""The settings of one installation: `config.toml` and the environment become one frozen, checked `Config`."""

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails

PREFIX = "LEXIGRAM_"
SQLITE = "sqlite:///"
# Names that people have in their environment already.
FALLBACKS = {"telegram.token": "TELEGRAM_TOKEN", "anthropic.api_key": "ANTHROPIC_API_KEY"}


def _bot_token(token: SecretStr) -> SecretStr:
    number, colon, secret = token.get_secret_value().partition(":")
    if token and not (number.isdecimal() and colon and secret.replace("-", "").replace("_", "").isalnum()):
        raise ValueError("a bot token looks like 123456:ABC-xyz; copy it from @BotFather again, or leave it empty")
    return token


def _web_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or any(sign.isspace() for sign in url):
        raise ValueError("write a web address that begins with http:// or https://")
    return url.rstrip("/")


def _database_address(url: str) -> str:
    if url.startswith(("postgresql:", "postgres:")):
        raise ValueError("PostgreSQL isn't supported yet; use sqlite:///data/lexigram.sqlite")
    if not url.startswith(SQLITE) or url == SQLITE:
        raise ValueError("write sqlite:/// and then the path of the file, as in sqlite:///data/lexigram.sqlite")
    return url


WebAddress = Annotated[str, AfterValidator(_web_address)]


class Section(BaseModel):
    """One table of the file; unknown keys are errors, and error texts never quote a value."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True)


class Telegram(Section):
    """The bot's account; without a token the sandbox stands in for Telegram."""

    token: Annotated[SecretStr, AfterValidator(_bot_token)] = SecretStr("")
    api_url: WebAddress = "https://api.telegram.org"


class Sandbox(Section):
    """The Telegram in a box."""

    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    folder: Path = Path("data/sandbox")


class Storage(Section):
    """Where the tutor remembers, and how hard it holds on."""

    url: Annotated[str, AfterValidator(_database_address)] = "sqlite:///data/lexigram.sqlite"
    durability: Literal["full", "normal"] = "full"

    @property
    def path(self) -> Path:
        """The database file; relative paths count from the working directory."""
        return Path(self.url.removeprefix(SQLITE))


class Anthropic(Section):
    """The language model; the tutor works without one."""

    api_key: SecretStr = SecretStr("")
    base_url: WebAddress = "https://api.anthropic.com"
    model: str = "claude-haiku-5-5"


class Dictionary(Section):
    """The compiled dictionary."""

    folder: Path = Path("data")


class Log(Section):
    """What the log says."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Config(Section):
    """Every setting; parts of the program get their own section, never the whole. `load` makes it."""

    telegram: Telegram = Telegram()
    sandbox: Sandbox = Sandbox()
    storage: Storage = Storage()
    anthropic: Anthropic = Anthropic()
    dictionary: Dictionary = Dictionary()
    log: Log = Log()


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the file or variable it stands in, the setting's path ("telegram.token"), and what to do."""

    source: str
    key: str
    advice: str

    def __str__(self) -> str:
        """As one line for the person who runs the bot."""
        return ": ".join(part for part in (self.source, self.key, self.advice) if part)


class ConfigError(Exception):
    """The settings can't be used; `problems` holds all that is wrong, not only the first."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; the error's text has one line for each."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def load(path: Path | None, environ: Mapping[str, str]) -> Config:
    """The settings of the file at `path` (None: no file), overridden by `environ`; ConfigError lists every fault.

    A variable is called LEXIGRAM_<SECTION>__<KEY>; an empty one counts as not set.
    """
    named = _named(environ)
    written = _written(path) if path else {}
    try:
        return Config.model_validate(_over(_tables(named, environ), written))
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise ConfigError(*(_problem(fault, path, named) for fault in faults)) from None


def _written(path: Path) -> dict[str, Any]:
    """What the file says."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        # These texts name a place in the file and never quote a value.
        raise ConfigError(Problem(str(path), "", f"can't be read: {error}")) from None


def _over(upper: Mapping[str, Any], lower: Mapping[str, Any]) -> dict[str, Any]:
    """The lower layer with the upper one's settings put over it, table by table."""
    merged = dict(lower)
    for name, table in upper.items():
        below = lower.get(name, {})
        merged[name] = {**below, **table} if isinstance(below, dict) else below
    return merged


def _named(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables that set something, by the setting's path."""
    named = {key: name for key, name in FALLBACKS.items() if environ.get(name)}
    ours = (name for name in environ if name.startswith(PREFIX) and environ[name])
    return named | {".".join(name.removeprefix(PREFIX).lower().split("__", 1)): name for name in ours}


def _tables(named: Mapping[str, str], environ: Mapping[str, str]) -> dict[str, Any]:
    """What the environment says, in the shape of the file."""
    tables: dict[str, Any] = {}
    for key, name in named.items():
        section, _, setting = key.partition(".")
        tables.setdefault(section, {})[setting] = environ[name]
    return tables


def _problem(fault: ErrorDetails, path: Path | None, named: Mapping[str, str]) -> Problem:
    """The library's finding in our words, with the place where the value came from."""
    key = ".".join(str(part) for part in fault["loc"])
    variables = (name for setting, name in named.items() if setting == key or setting.startswith(f"{key}."))
    return Problem(next(variables, str(path)), key.rstrip("."), _advice(fault))


def _advice(fault: ErrorDetails) -> str:
    """What to do about it."""
    *section, name = (str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        known = _settings(*section)
        near = difflib.get_close_matches(name, known, n=1)
        return f"is unknown; did you mean {near[0]}?" if near else f"is unknown; there are {', '.join(known)}"
    if fault["type"] == "model_type":
        return f"must be a table; write [{name}] on a line of its own and the settings below it"
    return fault["msg"].removeprefix("Value error, ").replace("Input should be", "must be").split(", unable")[0]


def _settings(section: str = "") -> list[str]:
    """The names of the sections, or of one section's settings."""
    default = Config.model_fields[section].default if section else None
    return list(type(default).model_fields if isinstance(default, Section) else Config.model_fields)
