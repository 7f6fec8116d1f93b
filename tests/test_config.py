"""The settings: what stands in them, who wins, and how faults are told."""

import itertools
import re
import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config import Config, ConfigError, Section, load

EXAMPLE = Path(__file__).parent.parent / "config.example.toml"
TOKEN = "123456:not-a-secret"


def write(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path | None, environ: dict[str, str]) -> list[tuple[str, str, str]]:
    with pytest.raises(ConfigError) as caught:
        load(path, environ)
    return [(problem.source, problem.key, problem.advice) for problem in caught.value.problems]


def settings() -> set[str]:
    sections = {name: field.default for name, field in Config.model_fields.items()}
    assert all(isinstance(section, Section) for section in sections.values())
    return {f"{name}.{key}" for name, section in sections.items() for key in type(section).model_fields}


def test_without_file_and_environment_the_defaults_hold() -> None:
    config = load(None, {})
    assert config == Config()
    assert not config.telegram.token
    assert config.storage.path == Path("data/lexigram.sqlite")


def test_the_example_file_holds_the_defaults() -> None:
    assert load(EXAMPLE, {}) == Config()


def test_the_example_file_names_every_setting() -> None:
    tables = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert {f"{section}.{key}" for section, table in tables.items() for key in table} == settings()


def test_the_example_file_gives_a_reason_for_every_setting() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    bare = [line for above, line in itertools.pairwise(lines) if re.match(r"\w+ =", line) and above[:1] != "#"]
    assert bare == []


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, '[log]\nlevel = "WARNING"\n[sandbox]\nport = 9000\n')
    config = load(path, {"LEXIGRAM_LOG__LEVEL": "DEBUG"})
    assert (config.log.level, config.sandbox.port) == ("DEBUG", 9000)


@pytest.mark.parametrize("name", ["TELEGRAM_TOKEN", "LEXIGRAM_TELEGRAM__TOKEN"])
def test_a_token_may_come_under_two_names(name: str) -> None:
    assert load(None, {name: TOKEN}).telegram.token.get_secret_value() == TOKEN


def test_our_own_name_for_a_token_wins_over_the_usual_one() -> None:
    config = load(None, {"LEXIGRAM_ANTHROPIC__API_KEY": "ours", "ANTHROPIC_API_KEY": "usual"})
    assert config.anthropic.api_key.get_secret_value() == "ours"


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    path = write(tmp_path, f'[telegram]\ntoken = "{TOKEN}"\n')
    config = load(path, {"TELEGRAM_TOKEN": "", "LEXIGRAM_TELEGRAM__TOKEN": ""})
    assert config.telegram.token.get_secret_value() == TOKEN


def test_the_process_environment_is_not_read_behind_the_callers_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "LEXIGRAM_SANDBOX__PORT": "1",
        "TELEGRAM_TOKEN": TOKEN,
        "LOG": "x",
        "LEXIGRAM_LOG": "x",
    }.items():
        monkeypatch.setenv(name, value)
    assert load(None, {}).model_dump() == {
        name: field.default.model_dump() for name, field in Config.model_fields.items()
    }


def test_all_faults_are_told_at_once_each_with_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, '[telegram]\ntokn = ""\napi_url = "here"\n[storage]\ndurability = "hard"\n[strage]\n')
    found = faults(path, {"LEXIGRAM_SANDBOX__PORT": "many", "LEXIGRAM_COLOUR": "red"})
    assert {(source, key) for source, key, _ in found} == {
        (str(path), "telegram.tokn"),
        (str(path), "telegram.api_url"),
        (str(path), "storage.durability"),
        (str(path), "strage"),
        ("LEXIGRAM_SANDBOX__PORT", "sandbox.port"),
        ("LEXIGRAM_COLOUR", "colour"),
    }


@pytest.mark.parametrize(
    ("text", "key", "advice"),
    [
        ('[telegram]\ntokn = "x"', "telegram.tokn", "is unknown; did you mean token?"),
        ("[logs]", "logs", "is unknown; did you mean log?"),
        ("[sandbox]\nzoo = 1", "sandbox.zoo", "is unknown; there are port, folder"),
        ('[sandbox]\nport = "many"', "sandbox.port", "must be a valid integer"),
        ("[sandbox]\nport = 70000", "sandbox.port", "must be less than or equal to 65535"),
        ('[storage]\ndurability = "hard"', "storage.durability", "must be 'full' or 'normal'"),
        ('[storage]\nurl = "x.sqlite"', "storage.url", "write sqlite:/// and then the path of the file"),
        ('[storage]\nurl = "postgresql://h/db"', "storage.url", "PostgreSQL isn't supported yet"),
        ("log = 3", "log", "must be a table; write [log]"),
    ],
)
def test_a_fault_says_what_to_do(tmp_path: Path, text: str, key: str, advice: str) -> None:
    ((_, where, what),) = faults(write(tmp_path, text), {})
    assert where == key
    assert what.startswith(advice)


def test_a_fault_is_one_line_with_place_setting_and_advice(tmp_path: Path) -> None:
    path = write(tmp_path, "[sandbox]\nport = -1\n")
    with pytest.raises(ConfigError) as caught:
        load(path, {})
    assert str(caught.value) == f"{path}: sandbox.port: must be greater than or equal to 0"


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    ((source, key, advice),) = faults(tmp_path / "none.toml", {})
    assert (source, key) == (str(tmp_path / "none.toml"), "")
    assert "No such file" in advice


@pytest.mark.parametrize("content", [b"[telegram", b'[log]\nlevel = "\xff"'])
def test_a_file_that_is_not_toml_is_a_fault(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    ((source, _, advice),) = faults(path, {})
    assert source == str(path)
    assert advice.startswith("can't be read")


@pytest.mark.parametrize("token", ["hunter2", "12:34 56", "x:hunter2", "12345:"])
def test_a_bad_token_is_told_without_being_shown(token: str) -> None:
    ((source, key, advice),) = faults(None, {"TELEGRAM_TOKEN": token})
    assert (source, key) == ("TELEGRAM_TOKEN", "telegram.token")
    assert token not in advice


def test_secrets_show_neither_in_text_nor_in_logs() -> None:
    config = load(None, {"TELEGRAM_TOKEN": TOKEN, "ANTHROPIC_API_KEY": "hush"})
    assert "not-a-secret" not in f"{config!r} {config}"
    assert "hush" not in f"{config!r} {config}"


def test_settings_do_not_change_once_loaded() -> None:
    with pytest.raises(ValidationError):
        load(None, {}).log.level = "DEBUG"  # type: ignore[misc]  # the very thing that must fail


def test_addresses_lose_their_last_slash() -> None:
    assert (
        load(None, {"LEXIGRAM_TELEGRAM__API_URL": "http://127.0.0.1:8081/"}).telegram.api_url == "http://127.0.0.1:8081"
    )


def test_an_absolute_database_path_has_four_slashes() -> None:
    assert load(None, {"LEXIGRAM_STORAGE__URL": "sqlite:////srv/words.sqlite"}).storage.path == Path(
        "/srv/words.sqlite"
    )
