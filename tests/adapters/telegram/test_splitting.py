import re

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.splitting import parts, plain

BALANCED = {"b": "b", "i": "i", "blockquote expandable": "blockquote", 'a href="https://example.org"': "a"}


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def words(text: str) -> list[str]:
    return plain(text).split()


def is_balanced(text: str) -> bool:
    stack: list[str] = []
    for slash, name in re.findall(r"<(/?)(\w+)[^>]*>", text):
        if not slash:
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
    return not stack


texts = st.recursive(
    st.lists(
        st.sampled_from(["reluctant", "a.", "&amp;", "&lt;", "😀", "\n\n", "\n", "«¿qué?»", "كلمة"]), max_size=6
    ).map(" ".join),
    lambda inner: st.tuples(st.sampled_from(sorted(BALANCED)), st.lists(inner, min_size=1, max_size=4)).map(
        lambda made: f"<{made[0]}>{' '.join(made[1])}</{BALANCED[made[0]]}>"
    ),
    max_leaves=20,
)


@given(texts, st.integers(min_value=20, max_value=90))
def test_no_word_is_lost_every_part_fits_and_has_its_markup_whole(text: str, longest: int) -> None:
    made = parts(text, longest)
    assert [word for part in made for word in words(part)] == words(text)
    assert all(units(plain(part)) <= longest for part in made) or made == [text]
    assert all(is_balanced(part) for part in made)


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert parts("<b>He</b> hesitated.\n\nShe didn't.") == ["<b>He</b> hesitated.\n\nShe didn't."]


def test_it_is_cut_at_an_empty_line_rather_than_within_a_paragraph() -> None:
    text = f"{'one two. ' * 6}\n\n{'three four. ' * 4}"
    assert parts(text, 80) == [("one two. " * 6).strip(), ("three four. " * 4).strip()]


def test_it_is_cut_after_a_sentence_rather_than_within() -> None:
    assert parts("He came late. She went early on", 24) == ["He came late.", "She went early on"]


def test_markup_goes_on_in_the_next_part() -> None:
    made = parts("<blockquote expandable><b>one two three four</b> five</blockquote>", 12)
    assert made[0] == "<blockquote expandable><b>one two</b></blockquote>"
    assert made[1].startswith("<blockquote expandable><b>three")


def test_a_word_without_end_is_cut_all_the_same() -> None:
    made = parts("x" * 10_000)
    assert "".join(made) == "x" * 10_000
    assert max(map(len, made)) <= 4096
