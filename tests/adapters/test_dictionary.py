"""What the bundled dictionary answers, from the real word data."""

from itertools import chain

import pytest

from bot.adapters.dictionary import Dictionary, EmptyLexicon
from bot.domain.language import Lemma, PartOfSpeech


@pytest.mark.parametrize(
    ("form", "lemma", "pos"),
    [
        ("went", "go", "verb"),
        ("Went", "go", "verb"),
        ("children", "child", "noun"),
        ("saw", "see", "verb"),
        ("better", "good", "adjective"),
        ("left", "leave", "verb"),
        ("lying", "lie", "verb"),
        ("building", "building", "noun"),
        ("book", "book", "noun"),
        ("run", "run", "verb"),
        ("could", "could", "verb"),
        ("the", "the", "determiner"),
        ("i", "I", "pronoun"),
        ("monday", "Monday", "noun"),
        ("us", "us", "pronoun"),
        ("it's", "it", "pronoun"),
        ("don’t", "do", "verb"),
        ("selfies", "selfie", "noun"),
        ("colours", "colour", "noun"),
        ("neighbors", "neighbor", "noun"),
        ("malapropisms", "malapropism", "noun"),
        ("gave up", "give up", "verb"),
        ("gave it up", "give up", "verb"),
        ("looked  forward to", "look forward to", "verb"),
        ("pieces of cake", "piece of cake", "noun"),
        ("changed her mind", "change your mind", "verb"),
        ("pulling my leg", "pull someone's leg", "verb"),
    ],
)
def test_a_form_leads_to_its_likeliest_lemma(dictionary: Dictionary, form: str, lemma: str, pos: PartOfSpeech) -> None:
    assert dictionary.lemmas(form)[0] == Lemma(lemma, pos)


@pytest.mark.parametrize("word", ["", " ", "xqzzv", "flrb up", "the the", "'", "a" * 500, "🙂", "x' or 1=1"])
def test_what_no_list_has_is_unknown_everywhere(dictionary: Dictionary, word: str) -> None:
    assert dictionary.lemmas(word) == []
    assert dictionary.senses(word) == []
    assert dictionary.level(word) is None
    assert dictionary.zipf(word) == 0


def test_a_phrase_inflects_in_its_head(dictionary: Dictionary) -> None:
    assert set(dictionary.forms("give up", "verb")) == {"give up", "gives up", "gave up", "given up", "giving up"}
    assert dictionary.forms("piece of cake", "noun") == ("piece of cake", "pieces of cake")
    assert dictionary.forms("on purpose", "adverb") == ("on purpose",)


def test_forms_begin_with_the_lemma(dictionary: Dictionary) -> None:
    assert dictionary.forms("go", "verb") == ("go", "went", "gone", "going", "goes")
    assert dictionary.forms("be", "verb") == ("be", "am", "are", "is", "was", "were", "been", "being")
    assert dictionary.forms("can", "verb") == ("can",)
    assert dictionary.forms("good", "adjective") == ("good", "better", "best")


def test_a_word_that_nobody_lists_inflects_by_rule(dictionary: Dictionary) -> None:
    assert dictionary.forms("florp", "verb") == ("florp", "florps", "florped", "florping")


def test_our_own_senses_come_first_and_hide_what_they_cover(dictionary: Dictionary) -> None:
    senses = dictionary.senses("give up")
    assert senses[0].key == "give_up.verb.1"
    assert senses[0].translations["es"] == ("rendirse", "dejar de")
    assert "wn30:02680814-v" not in {sense.key for sense in senses}
    assert dictionary.sense("wn30:02680814-v", "give up") == senses[0]
    assert "wn30:02680814-v" in {sense.key for sense in dictionary.senses("quit")}  # other words keep it


def test_every_sense_that_is_shown_can_be_found_by_its_key(dictionary: Dictionary) -> None:
    for word in ("run", "light", "the", "piece of cake", "reluctant"):
        for sense in dictionary.senses(word):
            found = dictionary.sense(sense.key)
            assert found is not None
            assert (found.key, found.definition) == (sense.key, sense.definition)


def test_senses_can_be_asked_for_one_part_of_speech(dictionary: Dictionary) -> None:
    assert {sense.pos for sense in dictionary.senses("light", "adjective")} == {"adjective"}
    assert {sense.pos for sense in dictionary.senses("light")} > {"noun", "verb"}


def test_the_commoner_use_of_a_word_comes_first(dictionary: Dictionary) -> None:
    first = {word: dictionary.senses(word)[0].pos for word in ("run", "book", "happy", "quickly", "laugh")}
    assert first == {"run": "verb", "book": "noun", "happy": "adjective", "quickly": "adverb", "laugh": "verb"}


def test_a_sense_never_names_itself_among_its_synonyms(dictionary: Dictionary) -> None:
    senses = chain.from_iterable(map(dictionary.senses, ("quit", "give up", "happy", "big", "Monday")))
    assert [sense.key for sense in senses if sense.lemma in sense.synonyms] == []


def test_examples_are_sentences_about_the_word_itself(dictionary: Dictionary) -> None:
    senses = [sense for word in ("reluctant", "run", "decide", "house") for sense in dictionary.senses(word)]
    examples = [(sense.lemma, example) for sense in senses for example in sense.examples]
    assert len(examples) > 20
    assert [example for _, example in examples if not example[0].isupper() or example[-1] not in ".!?"] == []
    without = [example for lemma, example in examples if not any(f in example for f in dictionary.forms(lemma, "verb"))]
    assert without == []


def test_blocked_words_are_never_shown(dictionary: Dictionary) -> None:
    assert dictionary.lemmas("fuck")
    assert dictionary.senses("fuck") == []
    assert dictionary.sense("wn30:09638009-n") is None
    assert dictionary.suggestions("shitt") == [word for word in dictionary.suggestions("shitt") if "shit" not in word]
    assert "fuck" not in chain.from_iterable(sense.synonyms for sense in dictionary.senses("know"))


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("recieve", "receive"), ("becuase", "because"), ("definately", "definitely"), ("seperate", "separate"),
        ("wich", "which"), ("freind", "friend"), ("nesesary", "necessary"), ("langwage", "language"),
        ("rithm", "rhythm"), ("fisical", "physical"), ("tecnology", "technology"), ("Begining", "beginning"),
        ("accomodate", "accommodate"), ("reluctent", "reluctant"), ("tommorow", "tomorrow"), ("skool", "school"),
    ],
)  # fmt: skip
def test_a_typing_slip_is_understood(dictionary: Dictionary, slip: str, meant: str) -> None:
    assert meant in dictionary.suggestions(slip)[:2]


@pytest.mark.parametrize("word", ["receive", "went", "selfies", "gave up", "the", "London", "don't", "", "ab cd"])
def test_a_known_word_gets_no_suggestion(dictionary: Dictionary, word: str) -> None:
    assert dictionary.suggestions(word) == []


@pytest.mark.parametrize(
    ("word", "ipa"),
    [
        ("reluctant", "rɪˈlʌktənt"), ("selfie", "ˈselfi"), ("garage", "ɡəˈrɑːʒ"), ("record", "ˈrekərd"),
        ("read", "riːd"), ("can", "kæn"), ("give up", "ɡɪv ʌp"), ("tomato", "təˈmeɪtoʊ"), ("extra", "ˈekstrə"),
    ],
)  # fmt: skip
def test_words_are_pronounced_as_learners_dictionaries_write_it(dictionary: Dictionary, word: str, ipa: str) -> None:
    assert dictionary.pronunciation(word) == ipa


def test_a_word_that_nobody_pronounced_has_no_ipa(dictionary: Dictionary) -> None:
    assert dictionary.pronunciation("xqzzv up") is None
    assert dictionary.pronunciation("") is None


def test_levels_and_frequencies_are_in_their_scales(dictionary: Dictionary) -> None:
    assert dictionary.level("reluctant") == 3.0
    assert dictionary.level("give up", "verb") == 2.0
    assert dictionary.level("run", "preposition") is None
    assert 7 < dictionary.zipf("the") < 8
    assert dictionary.zipf("neighbor") == dictionary.zipf("neighbour") > 0
    assert 0 < dictionary.zipf("gave up") < dictionary.zipf("up")


def test_neighbours_are_common_words_near_in_frequency(dictionary: Dictionary) -> None:
    found = dictionary.neighbours("reluctant", "adjective", 12)
    assert len(found) == len(set(found)) == 12
    assert "reluctant" not in found
    assert all(abs(dictionary.zipf(word) - dictionary.zipf("reluctant")) < 0.1 for word in found)
    assert all(dictionary.senses(word, "adjective") for word in found)
    assert found == dictionary.neighbours("Reluctant", "adjective", 12)
    assert all(" " in phrase for phrase in dictionary.neighbours("give up", "verb"))


def test_without_a_dictionary_every_word_is_unknown_and_nothing_fails() -> None:
    empty = EmptyLexicon()
    nothing = (empty.lemmas("go"), empty.senses("go"), empty.suggestions("recieve"), empty.neighbours("go", "verb"))
    assert nothing == ([], [], [], [])
    assert (empty.sense("go.verb.1"), empty.level("go"), empty.pronunciation("go")) == (None, None, None)
    assert empty.forms("go", "verb") == ("go",)
    empty.close()
