"""Every version of every story, in every language of the interface, as a phone shows it."""

from datetime import datetime

import pytest

from bot.domain.wording import columns
from bot.library.stories import Library, Story
from bot.storage.readings import Reading
from bot.texts import LANGUAGES, texts
from bot.tutor.comprehension import quiz as standing
from bot.tutor.reading import ShelfEmpty, Shown
from bot.views import comprehension, reading
from bot.views.actions import AnswerQuiz, AskQuiz, ChangeLevel, ChooseRhythm, KeepGloss, ListGlosses, TurnPage
from bot.views.options import WIDEST
from tests.builders import NOW, TODAY
from tests.views.phone import seen


def opened(story: Story, level: int, page: int = 0, asked: tuple[bool, ...] = ()) -> Shown:
    at: datetime = NOW
    one = Reading(3, 1, story.slug, level, page, TODAY, at, None, None, asked, None)
    return Shown(one, story, story.versions[level])


def every(library: Library) -> list[Shown]:
    shown = [opened(story, version.level) for story in library.stories for version in story.versions]
    return [opened(one.story, one.reading.level, page) for one in shown for page in range(len(one.pages))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_and_has_its_hard_words_bold_and_explained(library: Library, language: str) -> None:
    for shown in every(library):
        bubble = seen(reading.shown(shown, texts(language)))
        page = shown.pages[shown.reading.page]
        glossed = [gloss for gloss in shown.version.glosses if reading._stands_in(gloss, page)]
        assert page in bubble.text
        assert {gloss.form for gloss in glossed} <= set(bubble.bold)
        assert len(bubble.quotes) == bool(glossed)
        assert all(gloss.definition in bubble.quotes[0] for gloss in glossed)
        assert shown.version.title in bubble.text
        assert shown.story.licence in bubble.text


def test_every_hard_word_is_explained_on_some_page(library: Library) -> None:
    for story in library.stories:
        for version in story.versions:
            whole = opened(story, version.level)
            pages = [
                seen(reading.shown(opened(story, version.level, page), texts("en"))) for page in range(len(whole.pages))
            ]
            assert all(any(gloss.form in bubble.bold for bubble in pages) for gloss in version.glosses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_to_keep_are_buttons(library: Library, language: str) -> None:
    for story in library.stories:
        for version in story.versions:
            kept = frozenset({version.glosses[0].sense})
            one = opened(story, version.level)
            shown = Shown(one.reading, story, version, kept, "words")
            bubble = seen(reading.shown(shown, texts(language)))
            words = [
                label
                for label, action in zip(bubble.labels, bubble.actions, strict=True)
                if isinstance(action, KeepGloss)
            ]
            assert words[0] == f"{version.glosses[0].form} ✓"
            assert words[1:] == [f"{g.form} ✓" if g.sense in kept else g.form for g in version.glosses[1:]]
            assert bubble.actions[-1] == ListGlosses(3, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_and_both_verdicts_fit(library: Library, language: str) -> None:
    spoken = texts(language)
    for story in library.stories:
        for version in story.versions:
            for number, question in enumerate(version.questions):
                quiz = standing(opened(story, version.level, 0, (True,) * number))
                bubble = seen(comprehension.quiz(quiz, spoken, None))
                assert question.question in bubble.bold
                _options_are_there(bubble.text, bubble.labels, quiz.options)
                assert bubble.actions == tuple(AnswerQuiz(3, version.level, number, option) for option in range(4))
                after = opened(story, version.level, 0, (True,) * (number + 1))
                for was_right in (True, False):
                    verdict = seen(comprehension.quiz(standing(after, question, was_right), spoken, 5))
                    assert question.proof in verdict.text
                    assert was_right or question.answer in verdict.bold


def _options_are_there(text: str, labels: tuple[str, ...], options: tuple[str, ...]) -> None:
    if all(columns(option) <= WIDEST for option in options):
        assert labels == options
    else:
        assert labels == ("1", "2", "3", "4")
        assert all(f"{number}. {option}" in text for number, option in enumerate(options, start=1))


def test_the_buttons_of_an_article(library: Library) -> None:
    story = library.stories[0]
    easiest, hardest = (seen(reading.shown(opened(story, level), texts("en"))) for level in (0, 5))
    assert easiest.labels == ("Keep words", "Questions", "Harder")
    assert hardest.labels == ("Keep words", "Questions", "Easier", "Read on")
    assert easiest.actions == (ListGlosses(3, 1), AskQuiz(3, 1), ChangeLevel(3, 1))
    assert hardest.actions[3] == TurnPage(3, 1)
    last = seen(reading.shown(opened(story, 5, 1), texts("en")))
    assert last.actions[3] == TurnPage(3, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ignored_article_asks_whether_it_is_useful_and_the_last_one_says_so(library: Library, language: str) -> None:
    one = opened(library.stories[0], 2)
    shown = Shown(one.reading, one.story, one.version, asks_rhythm=True, last=True)
    bubble = seen(reading.shown(shown, texts(language)))
    assert bubble.lines[-2:] == (texts(language)("article-last"), texts(language)("article-useful"))
    assert bubble.actions[-3:] == (ChooseRhythm("daily"), ChooseRhythm("twice"), ChooseRhythm("stopped"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_end_of_the_questions_leads_to_the_words(library: Library, language: str) -> None:
    done = standing(opened(library.stories[0], 1, 0, (True, False, True)))
    bubble = seen(comprehension.quiz(done, texts(language), None))
    assert bubble.actions == (ListGlosses(3, 1),)
    assert "2" in bubble.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_shelf_offers_what_there_is(library: Library, language: str) -> None:
    spoken = texts(language)
    nothing = seen(reading.found(ShelfEmpty(None), spoken))
    assert nothing.labels == ()
    one = opened(library.stories[0], 1)
    offer = seen(reading.found(ShelfEmpty(Shown(one.reading, one.story, one.story.versions[2])), spoken))
    assert one.version.title in offer.text
    assert "B1" in offer.labels[0]


def test_markup_in_a_story_would_be_harmless() -> None:
    assert reading.bold("a < b & c", ()) == "a &lt; b &amp; c"
