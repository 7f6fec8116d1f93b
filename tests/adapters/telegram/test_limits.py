import pytest

from bot.adapters.telegram.limits import PERSON_BURST, Bucket, Limits

PERSON, OTHER, GROUP = 7, 8, -100


def taken_within(limits: Limits, chat_id: int, seconds: float, *, push: bool = False) -> int:
    """How many messages a chat gets in that time from somebody who always has one more."""
    now, taken = 0.0, 0
    while now <= seconds:
        wait = limits.wait_to_push(chat_id, now) if push else limits.wait_to_reply(chat_id, now)
        if wait == 0:
            limits.spend(chat_id, now)
            taken += 1
        now += wait
    return taken


def test_a_bucket_gives_its_burst_at_once_and_then_its_rate() -> None:
    bucket = Bucket(rate=2, burst=3)
    for _ in range(3):
        assert bucket.wait(10.0) == 0
        bucket.take(10.0)
    assert bucket.wait(10.0) == pytest.approx(0.5)
    assert bucket.wait(10.5) == 0


def test_a_bucket_doesnt_save_up_more_than_its_burst() -> None:
    bucket = Bucket(rate=2, burst=3)
    bucket.take(0.0)
    for _ in range(3):
        bucket.take(1000.0)
    assert bucket.wait(1000.0) == pytest.approx(0.5)


def test_what_is_taken_in_advance_is_owed_for_a_second_at_most() -> None:
    bucket = Bucket(rate=30, burst=3)
    for _ in range(500):
        bucket.take(0.0)
    assert bucket.wait(0.0) == pytest.approx(31 / 30)


def test_a_closed_bucket_opens_at_the_instant_it_was_told() -> None:
    bucket = Bucket(rate=1, burst=1)
    bucket.close(8.0)
    bucket.close(3.0)
    assert bucket.wait(2.0) == 6.0
    assert bucket.wait(8.0) == 0


def test_a_person_gets_a_short_burst_and_then_one_message_a_second() -> None:
    assert taken_within(Limits(), PERSON, 60) == PERSON_BURST + 60


def test_a_group_never_gets_more_than_20_messages_a_minute() -> None:
    assert taken_within(Limits(), GROUP, 59.9) <= 20


def test_pushes_to_everybody_together_keep_to_30_a_second() -> None:
    limits, now, sent = Limits(), 0.0, 0
    while now <= 10:
        now += limits.wait_to_push(sent, now)
        limits.spend(sent, now)
        sent += 1
    assert 300 <= sent <= 305


def test_a_reply_doesnt_wait_for_the_overall_limit_but_pushes_wait_for_replies() -> None:
    limits = Limits()
    for chat in range(100):
        assert limits.wait_to_reply(chat, 0.0) == 0
        limits.spend(chat, 0.0)
    assert limits.wait_to_push(1000, 0.0) > 0.5


def test_quiet_in_one_chat_is_nobody_elses() -> None:
    limits = Limits()
    limits.close(PERSON, 30.0)
    assert limits.wait_to_reply(PERSON, 10.0) == 20.0
    assert limits.wait_to_push(OTHER, 10.0) == 0
