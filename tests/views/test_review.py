"""Questions and verdicts: short options on buttons, long ones numbered, only [Undo] and [⋯] besides."""

from itertools import product

import pytest

from bot.domain.exercises.item import Item
from bot.domain.marking import Mark
from bot.domain.wording import columns
from bot.texts import LANGUAGES, texts
from bot.tutor.reminders import Due, Farewell
from bot.tutor.review import Ending, Marked, Opened
from bot.tutor.sitting import Idle, Standing, Suspended
from bot.views import push, review
from bot.views.actions import ChangeSetting, ChooseOption, GoOn, Resume, ShowMenu, Undo
from bot.views.options import WIDEST
from tests.builders import TODAY
from tests.views.people import NASTY, asked, learner
from tests.views.phone import seen

SHORT = ("reacio", "alto", "con prisa", "en casa")
LONG = ("not wanting to do something because of fear", "tall", "in a great hurry to get there", "at home")
ENDING = Ending(asked=5, recalled=4, today=TODAY, again_on=TODAY + 3, asks_minutes=False)


def choice(options: tuple[str, ...], *, stem: str = "reluctant", fmt: str = "meaning") -> Item:
    return Item(fmt, stem, fmt, options, options[0], sentence="He was reluctant.", hint="a hint")  # type: ignore[arg-type]


def typed(fmt: str = "cloze") -> Item:
    return Item(fmt, "He was ____.", fmt, (), "reluctant", sentence="He was reluctant.", hint="no quería")  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_options_are_buttons(language: str) -> None:
    bubble = seen(review.question(asked(choice(SHORT)), texts(language)))
    assert bubble.labels == (*SHORT, "⋯")
    assert bubble.actions == (*[ChooseOption(9, number) for number in range(4)], ShowMenu(9, 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("options", [LONG, (*SHORT[:3], "x" * 25), (*SHORT[:3], "漢" * 13)])
def test_one_long_option_and_all_are_numbered(language: str, options: tuple[str, ...]) -> None:
    bubble = seen(review.question(asked(choice(options)), texts(language)))
    assert bubble.rows[0] == ("1", "2", "3", "4")
    assert all(f"{number}. {option}" in bubble.text for number, option in enumerate(options, start=1))


@pytest.mark.parametrize("width", [1, 14, 15, 24])
def test_an_option_on_a_button_is_never_wider_than_it_shows(width: int) -> None:
    options = ("x" * width, "a", "b", "c")
    bubble = seen(review.question(asked(choice(options)), texts("en")))
    assert max(columns(label) for label in bubble.labels) <= WIDEST
    assert len(bubble.rows[0]) == (2 if width <= 14 else 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fmt", ["meaning", "gap", "word", "cloze", "typed"])
def test_every_exercise_can_be_asked_and_judged(language: str, fmt: str) -> None:
    spoken = texts(language)
    one = asked(choice(SHORT, fmt=fmt) if fmt in ("meaning", "gap", "word") else typed(fmt), answer="alto")
    assert (one.item.stem in seen(review.question(one, spoken)).text) is True
    right = seen(review.marked(Marked(one, Mark("right"), next=asked()), spoken, 50))
    assert "✅" in right.lines[0]
    assert one.item.key in right.lines[0]
    assert right.actions[-2:] == (Undo(9), ShowMenu(9, 1, 9))
    wrong = seen(review.marked(Marked(one, Mark("wrong")), spoken, 50))
    assert wrong.bold == (("reluctant",) if fmt in ("meaning", "cloze", "typed") else (one.item.key,))
    assert one.item.key in wrong.lines[0]
    assert one.item.sentence in wrong.text
    assert wrong.actions == (GoOn(9), Undo(9), ShowMenu(9, 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("reason", "hint"), [("typo", "rel_ctant"), ("form", "reluc____"), ("synonym", ""), ("form", "")]
)
def test_nearly_right_asks_again_with_a_hint(language: str, reason: str, hint: str) -> None:
    shown = review.nearly(asked(typed()), Mark("nearly", reason, hint), texts(language))  # type: ignore[arg-type]
    assert hint in seen(shown).text
    assert shown.deletes == (50,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_end_is_one_line(language: str) -> None:
    for count, again_on in product([0, 1, 2, 3, 11, 100], [None, TODAY - 1, TODAY, TODAY + 1, TODAY + 3]):
        end = Ending(count, count, TODAY, again_on, asks_minutes=False)
        bubble = seen(review.marked(Marked(asked(), Mark("right"), ending=end), texts(language), 50))
        assert len(bubble.lines) == 2
        assert bubble.actions == (Undo(9), ShowMenu(9, 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_end_asks_for_the_minutes(language: str) -> None:
    end = Ending(1, 1, TODAY, None, asks_minutes=True)
    bubble = seen(review.marked(Marked(asked(), Mark("right"), ending=end), texts(language), 50))
    assert bubble.actions[:3] == tuple(ChangeSetting("minutes", count) for count in ("5", "10", "20"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_next_the_question_can_still_undo_the_one_before(language: str) -> None:
    shown = seen(review.onward(Marked(asked(), Mark("wrong"), next=asked(id=10)), texts(language), 50))
    assert shown.actions[-2:] == (Undo(9), ShowMenu(10, 1, 9))  # the menu is about the question that is asked
    over = seen(review.onward(Marked(asked(), Mark("wrong"), ending=ENDING), texts(language), 50))
    assert over.actions == (Undo(9), ShowMenu(9, 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_suspended_word_is_named(language: str) -> None:
    for done in (Suspended(NASTY, asked()), Suspended(NASTY, None, ENDING), Suspended(NASTY, None)):
        assert NASTY in seen(review.suspended(done, texts(language), 50)).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_back_from_the_menu_it_stands_as_before(language: str) -> None:
    spoken = texts(language)
    one = asked(state="answered", verdict="right")
    assert seen(review.standing(Standing(asked(), asked()), spoken, 50)).actions[-1] == ShowMenu(9, 1)
    assert seen(review.standing(Standing(one, asked(id=10)), spoken, 50)).actions[-2:] == (Undo(9), ShowMenu(10, 1, 9))
    again = seen(review.standing(Standing(asked(id=10), asked(id=10)), spoken, 50, undoes=9))
    assert again.actions[-2:] == (Undo(9), ShowMenu(10, 1, 9))
    assert seen(review.standing(Standing(one, None), spoken, 50)).actions == (GoOn(9), Undo(9), ShowMenu(9, 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "idle", [Idle(True, TODAY, None), *[Idle(False, TODAY, on) for on in (None, TODAY, TODAY + 2)]]
)
def test_with_nothing_to_ask_it_says_why(language: str, idle: Idle) -> None:
    assert seen(review.begun(idle, texts(language), None)).labels == ()


def test_review_again_moves_the_question_to_the_bottom() -> None:
    assert review.begun(Opened(asked()), texts("en"), None).deletes == (50,)
    assert review.begun(Opened(asked(message_id=None)), texts("en"), None).deletes == ()
    assert review.reopened(Opened(asked()), texts("en"), 50).edits == 50


def test_a_tap_edits_its_message_and_a_typed_answer_gets_a_new_one() -> None:
    tapped = review.marked(Marked(asked(), Mark("right"), next=asked(id=10)), texts("en"), 50)
    assert (tapped.edits, tapped.deletes) == (50, ())
    answered = review.marked(Marked(asked(), Mark("right"), next=asked(id=10)), texts("en"), None)
    assert (answered.edits, answered.deletes) == (None, (50,))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ignored", [0, 3, 5])
def test_a_push_makes_a_sound_and_takes_the_place_of_the_one_before(language: str, ignored: int) -> None:
    due = Due(1, learner(pushes_ignored=ignored), asked(message_id=None), replaces=40)
    reply = push.push(due, texts(language))
    assert (reply.silent, reply.edits, reply.deletes) == (False, None, (40,))
    assert reply.remains
    assert (texts(language)("review-two") in seen(reply).text) is (ignored >= 3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_farewell_has_one_way_back(language: str) -> None:
    bubble = seen(push.push(Due(1, learner(), Farewell(), replaces=40), texts(language)))
    assert bubble.actions == (Resume(),)


def test_what_people_type_is_never_markup() -> None:
    item = Item("typed", NASTY, "typed", (), NASTY, sentence=NASTY, hint=NASTY)
    one = asked(item, answer=NASTY)
    assert seen(review.question(one, texts("en"))).text.count(NASTY) == 2
    assert seen(review.marked(Marked(one, Mark("wrong")), texts("en"), 50)).text.count(NASTY) == 3
    options = (NASTY, "b", "c", "d")
    assert NASTY in seen(review.question(asked(choice(options, stem=NASTY)), texts("en"))).text
    assert NASTY in seen(review.nearly(one, Mark("nearly", "typo", NASTY), texts("en"))).text


def test_a_very_long_answer_is_cut() -> None:
    one = asked(typed(), answer="x" * 4000)
    assert len(seen(review.marked(Marked(one, Mark("wrong")), texts("en"), 50)).text) < 400
