"""The first minute, settings, clock, pauses, today and free text, in every language, within Telegram's limits."""

from datetime import timedelta

import pytest

from bot.services import Reply
from bot.texts import LANGUAGES, texts
from bot.tutor.sitting import Standing
from bot.tutor.start import Arrival
from bot.tutor.talk import Aside, Heard, Places, Puzzled, Rest, Several
from bot.tutor.today import Today
from bot.tutor.words import Unknown
from bot.views import clock, pause, settings, start, talk, today, tongues
from bot.views.actions import (
    ChooseHour,
    ChooseLevel,
    ChoosePause,
    ChooseTongue,
    ChooseZone,
    ListTongues,
    LookUp,
    ReadNext,
    ReadToday,
    Resume,
    TakeAside,
)
from tests.builders import NOW
from tests.views.people import NASTY, asked, learner
from tests.views.phone import seen

EVERY = pytest.mark.parametrize("language", LANGUAGES)


@EVERY
@pytest.mark.parametrize("guess", [None, "es", "ar", "zh"])
def test_the_mother_tongue_takes_one_tap_where_it_can_be_guessed(language: str, guess: str | None) -> None:
    (reply,) = start.arrived(Arrival(learner(tongue=None, level=None)), texts(language), None, guess)
    bubble = seen(reply)
    assert bubble.actions[0] == ChooseTongue(guess or "es")
    assert isinstance(bubble.actions[-1], ListTongues if guess else ChooseTongue)


@EVERY
def test_the_level_has_six_choices_and_a_way_out(language: str) -> None:
    (reply,) = start.arrived(Arrival(learner(level=None)), texts(language), 5)
    assert seen(reply).actions == (*[ChooseLevel(level) for level in range(6)], ChooseLevel(-1))


@EVERY
def test_who_is_past_the_first_minute_has_no_next_step(language: str) -> None:
    assert start.arrived(Arrival(learner()), texts(language), 5) == []
    (invited,) = start.invited([], texts(language))
    assert seen(invited).text


@EVERY
def test_every_mother_tongue_can_be_chosen(language: str) -> None:
    chosen = seen(start.tongue_list(None, texts(language), 5)).actions
    assert set(chosen) == {ChooseTongue(code) for code in [*tongues.NAMES, ""] if code != "en"}


@EVERY
@pytest.mark.parametrize("changed", [{}, {"tongue": None, "level": None}, {"tongue": "", "paused_until": NOW}])
def test_every_setting_shows_its_value(language: str, changed: dict[str, object]) -> None:
    bubble = seen(settings.settings(learner(language=language, **changed), texts(language), 5))
    assert len(bubble.rows) == 8
    assert isinstance(bubble.actions[-1], Resume) is ("paused_until" in changed)


@EVERY
@pytest.mark.parametrize("name", ["language", "tongue", "level", "zone", "hour", "rhythm", "minutes", "no such one"])
def test_every_setting_can_be_asked(language: str, name: str) -> None:
    assert len(seen(settings.ask(name, learner(language=language), texts(language), NOW, 5)).actions) >= 3


@EVERY
@pytest.mark.parametrize("name", ["language", "level", "minutes", "rhythm"])
def test_every_change_is_told(language: str, name: str) -> None:
    assert seen(settings.changed(name, learner(minutes=10), texts(language), 5)).text
    for rhythm in ("daily", "twice", "stopped"):
        assert seen(settings.rhythm(learner(article_rhythm=rhythm), texts(language), 5)).text


@EVERY
@pytest.mark.parametrize("zone", ["Europe/Madrid", "America/Argentina/Buenos_Aires", "Asia/Kolkata", "UTC"])
def test_hour_and_zone_are_one_tap(language: str, zone: str) -> None:
    person = learner(language=language, zone=zone, tongue=language)
    bubble = seen(clock.question(person, texts(language), NOW))
    assert bubble.actions[0] == ChooseZone(zone)
    assert "8:00" in bubble.labels[0]
    assert 3 <= len([one for one in bubble.actions if isinstance(one, ChooseZone)]) <= 6
    assert seen(clock.set_(person, texts(language), 5)).text
    assert ChooseHour(480) in seen(clock.hours(person, texts(language), 5)).actions
    assert seen(clock.zones(person, texts(language), NOW, 5, ["America/Lima"])).actions == (ChooseZone("America/Lima"),)


@EVERY
def test_pauses(language: str) -> None:
    person = learner(language=language, paused_until=NOW + timedelta(days=7))
    spoken = texts(language)
    assert [
        one.length for one in seen(pause.lengths(person, spoken, 5)).actions if isinstance(one, ChoosePause)
    ] == list(pause.AWAY)
    assert seen(pause.paused(person, spoken, 5)).actions == (Resume(),)
    assert seen(pause.resumed(person, spoken, 5)).text
    assert len(seen(pause.menu(Standing(asked(), None), spoken, 50)).rows) == 6


@EVERY
@pytest.mark.parametrize("title", ["", NASTY])
@pytest.mark.parametrize("has_due", [True, False])
def test_today_leads_everywhere(language: str, title: str, *, has_due: bool) -> None:
    bubble = seen(today.today(Today(title, has_due), texts(language)))
    assert len(bubble.lines) == 3
    assert (ReadToday() in bubble.actions) is bool(title)
    assert ReadNext() not in bubble.actions
    assert ReadNext() in seen(today.today(Today(title, has_due, can_go_on=True), texts(language))).actions
    assert seen(today.help_(learner(), texts(language), None)).text


@EVERY
@pytest.mark.parametrize(
    "heard",
    [
        Puzzled("hello"), Puzzled("hello", "chat"), Puzzled("x" * 4000), Puzzled("a or b", "difference"),
        Puzzled("x", "reverse"), Puzzled("x", "say"), Places(NASTY, ()), Places("Lima", ("America/Lima",)),
        Rest("vacaciones"), Rest("استراحة"), Unknown(NASTY), Aside(asked(), NASTY), Aside(asked(), "x" * 4000),
        Aside(asked(id=10**12), "𝒳" * 15), Puzzled("𝒳" * 15, "chat"), Puzzled("مرحبا مرحبا صا", "chat"),
    ],
    ids=lambda heard: f"{type(heard).__name__}-{getattr(heard, 'asks', '')}",
)  # fmt: skip
def test_whatever_is_heard_is_answered(language: str, heard: Heard) -> None:
    reply = talk.heard(heard, learner(language=language), texts(language), NOW)
    for one in [reply] if isinstance(reply, Reply) else reply:
        assert seen(one).text


def test_what_was_set_aside_has_two_ways_on() -> None:
    reply = talk.heard(Aside(asked(), "elephant"), learner(), texts("en"), NOW)
    assert seen(reply).actions == (TakeAside(9, 1, "elephant"), TakeAside(9, 0, "elephant"))  # type: ignore[arg-type]


def test_a_word_for_a_rest_may_be_looked_up_all_the_same() -> None:
    reply = talk.heard(Rest("pause"), learner(), texts("en"), NOW)
    assert LookUp("pause") in seen(reply).actions  # type: ignore[arg-type]


def test_several_words_are_several_messages() -> None:
    replies = talk.heard(Several((Unknown("abc"), Unknown("def"))), learner(), texts("en"), NOW)
    assert isinstance(replies, list)
    assert [seen(one).text.split("”")[0] for one in replies] == ["“abc", "“def"]


@EVERY
def test_what_cannot_be_read_and_what_went_wrong(language: str) -> None:
    assert seen(talk.unreadable(learner(), texts(language), None)).text
    assert "4711" in seen(talk.sorry(4711)(learner(), texts(language), None)).text
