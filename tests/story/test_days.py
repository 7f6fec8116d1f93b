"""Days go by: what comes unasked, when, how often, and to whom not."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

from bot.storage.door import to_instant
from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import answers_all, arrives, asking, hour, question, settles_in, unasked


async def test_a_week_brings_seven_articles_at_the_local_hour(scene: Scene, tom: Pupil, control: Control) -> None:
    await arrives(tom)
    newest = (await tom.latest()).id
    await control.forward(days=7)
    titles = [one.text.splitlines()[0] for one in await tom.news(newest)]
    sent = await unasked(scene, "article")
    assert len(set(titles)) == len(sent) == 7
    assert {hour(one) for one in sent} == {"08:00"}
    days = [one["local_day"] for one in sent]
    assert days == list(range(days[0], days[0] + 7))


async def test_another_hour_and_zone_are_kept_to(scene: Scene, ana: Pupil, control: Control) -> None:
    await ana.says("/start")
    await ana.taps("Español")
    await ana.taps("B1")
    await ana.taps("Guardar palabras")
    await ana.taps("Listo")
    asked = await ana.latest()
    await ana.says("Bogota", reply_to=asked)
    await ana.taps((await ana.latest()).buttons[0])
    await ana.says("/settings")
    await ana.taps(next(label for label in (await ana.latest()).buttons if "8:00" in label))
    await ana.taps(next(label for label in (await ana.latest()).buttons if label.lstrip("0").startswith("7:00")))
    await control.forward(days=2)
    assert [hour(one, "America/Bogota") for one in await unasked(scene, "article")] == ["07:00", "07:00"]


async def test_at_most_three_messages_a_day_come_unasked(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    for _ in range(6):
        await control.forward(days=1)
        await answers_all(scene, tom)
        await tom.says("/today")
        await tom.taps("Read")
        await tom.taps("Keep words")
        for label in (await tom.latest()).buttons[:2]:
            await tom.taps(label)
    per_day = Counter(one["local_day"] for one in await unasked(scene))
    assert max(per_day.values()) <= 3
    assert len(per_day) >= 6


async def test_pushes_are_three_hours_apart_and_by_day(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await control.forward(days=5)
    times = [to_instant(one["claimed_at"]) for one in await unasked(scene)]
    assert all(after - before >= timedelta(hours=3) for before, after in pairwise(times))
    assert all("08:00" <= hour(one) < "21:00" for one in await unasked(scene))


async def test_who_never_taps_hears_less_and_less_and_at_last_nothing(
    scene: Scene, tom: Pupil, control: Control
) -> None:
    await settles_in(tom)
    for _ in range(40):
        await control.forward(days=1)
        assert len(asking(await tom.chat())) <= 1
    days = [one["local_day"] for one in await unasked(scene, "review")]
    first = days[0]
    assert [day - first for day in days] == [0, 0, 1, 2, 3, 6, 9, 12]
    farewell = [one for one in await tom.chat() if "I'll wait. Tap when you're back." in one.text]
    assert len(farewell) == 1
    assert await question(scene, tom) is None
    await tom.taps("I'm back")
    await control.forward(days=1)
    assert len(await unasked(scene, "review")) > 8


async def test_who_blocks_the_tutor_is_left_alone_until_they_return(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await tom.blocks()
    await scene.rests()
    before = len(await control.calls("sendMessage"))
    await control.forward(days=3)
    assert len(await control.calls("sendMessage")) == before
    assert await unasked(scene) == []
    await tom.unblocks()
    await scene.rests()
    newest = (await tom.latest()).id
    await control.forward(days=1)
    assert len(await tom.news(newest)) >= 2


async def test_a_block_noticed_only_by_a_refused_push_pauses_too(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await tom.blocks()
    await scene.rests()
    assert await scene.rows("select 1 as n from learners where blocked_at is not null") != []
    await tom.unblocks()
    await tom.says("/today")
    assert await scene.rows("select 1 as n from learners where blocked_at is not null") == []


async def test_a_pause_is_quiet_and_ends_by_itself(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    offer = await tom.hears("vacaciones")
    assert offer.buttons == ("Until Monday", "1 week", "2 weeks", "A month", "What does it mean?")
    await tom.taps("1 week")
    await control.forward(days=6)
    assert await unasked(scene) == []
    await control.forward(days=2)
    assert len(await unasked(scene)) >= 2
