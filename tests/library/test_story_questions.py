"""Every question has one right answer, proved by a sentence of the text and not given away by its look."""

from collections.abc import Callable, Iterable, Iterator

from bot.adapters.dictionary import Dictionary
from bot.domain.level import hard_words
from bot.domain.text import sentences, words
from bot.domain.vocabulary import FUNCTION_WORDS
from bot.library.stories import Question, Story, Version
from tests.library.test_stories import versions

LONGEST = 0.30
OVERLAP = 0.45


def asked(stories: tuple[Story, ...]) -> Iterator[tuple[str, Version, Question]]:
    return ((name, version, question) for name, version in versions(stories) for question in version.questions)


def content(text: str) -> set[str]:
    return {word.lower() for word in words(text)} - FUNCTION_WORDS


def share(option: str, told: set[str]) -> float:
    """How much of the option's content is among the words `told`, 0 to 1."""
    said = content(option)
    return len(said & told) / len(said) if said else 0.0


def chance(question: Question, told: set[str], choose: Callable[[Iterable[float]], float]) -> float:
    """The chance of whoever picks the option with the most (or fewest) words of `told`, tossing for ties."""
    shares = {option: share(option, told) for option in question.options}
    best = [option for option in question.options if shares[option] == choose(shares.values())]
    return (question.answer in best) / len(best)


def test_a_version_has_three_questions_with_four_different_options_and_one_key(stories: tuple[Story, ...]) -> None:
    for name, version in versions(stories):
        assert len(version.questions) == 3, name
        for question in version.questions:
            assert question.question.endswith("?"), question
            assert len({option.casefold() for option in question.options}) == len(question.options) == 4, question
            assert question.options.count(question.answer) == 1, question


def test_the_proof_is_a_sentence_of_the_text(stories: tuple[Story, ...]) -> None:
    faults = [
        (name, question.proof)
        for name, version, question in asked(stories)
        if question.proof not in sentences(version.text)
    ]
    assert faults == []


def test_no_option_speaks_of_the_others(stories: tuple[Story, ...]) -> None:
    options = [option.lower() for *_, question in asked(stories) for option in question.options]
    assert [option for option in options if "of the above" in option or "of these" in option] == []


def test_options_are_of_similar_length(stories: tuple[Story, ...]) -> None:
    lengths = [(name, [len(option) for option in question.options]) for name, _, question in asked(stories)]
    assert [fault for fault in lengths if max(fault[1]) > 1.7 * min(fault[1]) + 4] == []


def test_a_question_has_no_word_above_the_level_but_those_of_the_text(
    stories: tuple[Story, ...], dictionary: Dictionary
) -> None:
    faults = []
    for name, version, question in asked(stories):
        if version.level >= 4:
            continue  # the lists guess at C1 and C2
        told = {word.lemma for word in hard_words(version.text, 0, dictionary)} | content(version.text)
        found = hard_words(". ".join((question.question, *question.options)), version.level + 0.5, dictionary)
        faults += [(name, word.form, word.level) for word in found if not {word.lemma, word.form} & told]
    assert faults == []


def test_the_key_is_not_given_away_by_being_the_longest(stories: tuple[Story, ...]) -> None:
    questions = [question for *_, question in asked(stories)]
    longest = [
        question
        for question in questions
        if all(len(question.answer) > len(option) for option in question.options if option != question.answer)
    ]
    assert len(longest) / len(questions) <= LONGEST


def test_the_key_is_found_neither_by_taking_nor_by_shunning_the_words_of_the_text(stories: tuple[Story, ...]) -> None:
    by_text, by_sentence, by_shunning = [], [], []
    for _, version, question in asked(stories):
        told = [content(sentence) for sentence in sentences(version.text)]
        nearest = max(told, key=lambda sentence: len(sentence & content(question.question)))
        by_text.append(chance(question, set().union(*told), max))
        by_sentence.append(chance(question, nearest, max))
        by_shunning.append(chance(question, set().union(*told), min))
    for solver in (by_text, by_sentence, by_shunning):
        assert sum(solver) / len(solver) <= OVERLAP
