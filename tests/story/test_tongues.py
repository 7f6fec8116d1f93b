"""People of other tongues: everything they read is in theirs, and rightly counted."""

import re

import pytest

from bot.storage.door import from_json
from bot.texts import texts
from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import answers, answers_all, arrives


async def first_days(scene: Scene, person: Pupil, tongue: str, language: str) -> list[str]:
    """Onboarding, words, a push, an answer, the book, the settings; everything that was read."""
    spoken = texts(language)
    await person.says("/start")
    await person.taps(tongue)
    await person.taps("A2")
    await person.taps(spoken("article-keep"))
    for label in (await person.latest()).buttons[:3]:
        await person.taps(label)
    await person.taps(spoken("done"))
    await person.taps((await person.latest()).buttons[0])
    await scene.control.forward(days=1)
    await answers(scene, person, right=False)
    await person.taps(spoken("next"))
    await answers_all(scene, person)
    for text in ("/today", "/words", "/settings", "/help", "/review", "/pause", "…", "qwrtzp", "elephant"):
        await person.hears(text)
    return [one.text for one in await person.chat() if one.from_bot]


@pytest.mark.parametrize(("name", "tongue", "language"), [("Ana", "Español", "es"), ("Layla", "العربية", "ar")])
async def test_they_read_their_own_language_from_the_first_word(
    scene: Scene, name: str, tongue: str, language: str
) -> None:
    person = await scene.person(name)
    read = await first_days(scene, person, tongue, language)
    assert not any(
        re.search(r"\b(Settings|Your book|Not this time|What does|Which word|Welcome)\b", one) for one in read
    )
    assert not any("{" in one or "}" in one for one in read)


@pytest.mark.parametrize(("name", "tongue", "language"), [("Ana", "Español", "es"), ("Layla", "العربية", "ar")])
async def test_below_b1_meanings_are_offered_in_the_mother_tongue_where_we_have_them(
    scene: Scene, name: str, tongue: str, language: str
) -> None:
    person, spoken = await scene.person(name), texts(language)
    await arrives(person, "A2", tongue)
    for _ in range(4):
        await person.taps(spoken("article-keep"))
        article = next(one for one in reversed(await person.chat()) if spoken("done") in one.buttons)
        for label in article.buttons[:-1]:
            await person.taps(label, on=article)
        await person.taps(spoken("done"), on=article)
        await scene.control.forward(days=1)
        await answers_all(scene, person)
    senses = [entry.sense for story in scene.library.stories for entry in story.words]
    offered = {sense.translations[language][0] for sense in senses}
    items = await scene.rows("select content from items where format = 'meaning'")
    assert [item for item in items if from_json(item["content"])["key"] in offered] != []


async def test_somebody_of_no_listed_tongue_arrives_too(scene: Scene) -> None:
    person = await scene.newcomer("Nia", language_code="sw")
    await person.says("/start")
    await person.taps("None of these")
    await person.taps("I'm not sure")
    assert "\nA2 · " in (await person.latest()).text
    assert (await person.hears("elephant")).text.startswith("elephant")


async def test_the_menu_of_commands_speaks_three_languages(control: Control, scene: Scene) -> None:
    bot = (await control.ask("GET", "state"))["bot"]
    assert [one["command"] for one in bot["commands"]] == ["today", "review", "words", "settings", "help"]
    assert set(bot["commands_by_language"]) >= {"es", "ar"}
