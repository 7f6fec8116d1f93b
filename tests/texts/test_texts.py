import re
import unicodedata

import pytest
from babel import Locale
from fluent.syntax import ast

from bot.domain.language import LEVELS
from bot.texts import LANGUAGES, Html, spoken, texts
from tests.texts.catalogue import COUNTS, MARKS, TAG, messages, plain, resource, samples, static

OTHERS = ("es", "ar")
ALL = [(language, key) for language in LANGUAGES for key in messages(language)]
CATEGORIES = {"ar": {"zero", "one", "two", "few", "many", "other"}, "es": {"one", "other"}, "en": {"one", "other"}}
COMMANDS = {"today", "review", "words", "settings", "help"}
ARABIC = re.compile("[\u0621-\u064a]")
NAMES = {"Lexigram", "reluctant", *LEVELS}
ALIKE = {"No", "no", "me", "a", "min", "Lima"}
"""Words that are Spanish as well as English."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-zÀ-ÿ]+\d?", text)) - NAMES - COMMANDS


def spoken_forms(language: str, key: str) -> list[str]:
    return [texts(language)(key, **values) for values in samples(language, key)]


def assert_telegram_html(html: str) -> None:
    opened: list[str] = []
    for closing, tag, attributes in TAG.findall(html):
        assert tag in {"b", "i", "code", "a"}
        assert not attributes or re.fullmatch(r' href="https://[^"<>&]+"', attributes)
        if not closing:
            opened.append(tag)
        else:
            assert opened.pop() == tag
    assert opened == []
    assert not re.search(r"[<>]|&(?!(?:lt|gt|amp);)", TAG.sub("", html))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_texts_parses_and_names_each_id_once(language: str) -> None:
    body = resource(language).body
    assert [entry for entry in body if isinstance(entry, ast.Junk)] == []
    assert len(messages(language)) == sum(isinstance(entry, ast.Message) for entry in body)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_the_same_things_in_the_same_order(language: str) -> None:
    assert list(messages(language)) == list(messages("en"))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_knows_the_same_variables(language: str) -> None:
    here, english = messages(language), messages("en")
    differing = {key: parts.variables ^ english[key].variables for key, parts in here.items() if key in english}
    assert {key: names for key, names in differing.items() if names} == {}


@pytest.mark.parametrize(("language", "key"), ALL)
def test_a_text_is_well_formed_html_with_any_values(language: str, key: str) -> None:
    for hostile in ("reluctant", "<b>", "a < b & c > d", "</i>&amp;"):
        for values in samples(language, key, hostile):
            assert_telegram_html(texts(language)(key, **values))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_is_shown_as_it_is_unless_it_is_html(language: str) -> None:
    text = texts(language)
    assert "&lt;b&gt; &amp; &lt;/b&gt;" in text("today-article", title="<b> & </b>")
    assert "<i>so</i>" in text("today-article", title=Html("<i>so</i>"))


@pytest.mark.parametrize(("language", "key"), ALL)
def test_a_text_is_calm(language: str, key: str) -> None:
    for said in spoken_forms(language, key):
        assert not re.search("[!¡]", said)
        symbols = [sign for sign in said if unicodedata.category(sign) == "So" and ord(sign) > 0x2700]
        assert set(symbols) <= set("🔊📖✅✓")
        assert len([sign for sign in symbols if sign != "✓"]) <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_complete(language: str) -> None:
    exact = {"0", "1"}
    found = {key: set(choice) - exact for key, parts in messages(language).items() for choice in parts.choices}
    assert {key: keys for key, keys in found.items() if keys != CATEGORIES[language]} == {}


def test_the_sample_counts_reach_every_arabic_plural_form() -> None:
    assert {Locale("ar").plural_form(count) for count in COUNTS} == CATEGORIES["ar"]


@pytest.mark.parametrize("key", list(messages("en")))
def test_spanish_and_arabic_have_no_english_left(key: str) -> None:
    english = static("en", key)
    assert (words(static("es", key)) & words(english)) - ALIKE == set()
    assert words(static("ar", key)) - {"Cairo"} == set()


@pytest.mark.parametrize("key", list(messages("en")))
def test_what_is_said_in_english_words_is_said_in_arabic_letters(key: str) -> None:
    if words(static("en", key)):
        assert ARABIC.search(static("ar", key))


@pytest.mark.parametrize("key", [key for key in messages("ar") if ARABIC.search(static("ar", key))])
def test_an_arabic_line_runs_from_right_to_left(key: str) -> None:
    for said in spoken_forms("ar", key):
        for line in TAG.sub("", said).splitlines():
            outside = re.sub("\u2068.*\u2069", "", line)
            strong = [unicodedata.bidirectional(sign) for sign in outside]
            assert [kind for kind in strong if kind in {"L", "R", "AL"}][:1] != ["L"]


@pytest.mark.parametrize("key", list(messages("ar")))
def test_commands_and_values_keep_their_place_within_arabic(key: str) -> None:
    for said in spoken_forms("ar", key):
        assert said.count("\u2068") == said.count("\u2069")
        commands = re.findall(rf"/(?:{'|'.join(COMMANDS)})\b", said)
        assert len(re.findall(rf"\u2068/(?:{'|'.join(COMMANDS)})\u2069", said)) == len(commands)


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_stand_in_arabic_only_and_digits_are_latin_everywhere(language: str) -> None:
    said = "".join(form for key in messages(language) for form in spoken_forms(language, key))
    assert (MARKS.search(said) is not None) == (language == "ar")
    assert not re.search("[\u0660-\u0669\u06f0-\u06f9]", said)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["today", "tomorrow", "in 2 days", "in 3 days", "in 5 days", "in 11 days", "in 100 days"]),
        ("es", ["hoy", "mañana", *(f"dentro de {count} días" for count in (2, 3, 5, 11, 100))]),
        ("ar", ["اليوم", "غدًا", "بعد يومين", "بعد 3 أيام", "بعد 5 أيام", "بعد 11 يومًا", "بعد 100 يوم"]),
    ],
)
def test_days_ahead_are_told_in_words(language: str, told: list[str]) -> None:
    assert [plain(texts(language)("days", count=count)) for count in COUNTS] == told


@pytest.mark.parametrize(
    ("code", "language"), [("es-MX", "es"), ("ar", "ar"), ("EN_gb", "en"), ("fr", "en"), ("", "en"), (None, "en")]
)
def test_the_tutor_speaks_the_phones_language_where_it_can(code: str | None, language: str) -> None:
    assert spoken(code) == language


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(ValueError, match="start-ready"):
        texts("ar")("start-ready")
