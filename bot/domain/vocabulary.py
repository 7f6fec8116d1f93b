"""The words of a text that carry meaning: which they are, how common, and at which level they are learned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.language import Lemma, Lexicon, PartOfSpeech

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those each every either neither some any no all both half much many few little more most
    less least several such what which who whom whose i me my mine myself you your yours yourself yourselves he him his
    himself she her hers herself it its itself we us our ours ourselves they them their theirs themselves one ones
    someone anyone everyone nobody nothing something anything everything somebody anybody everybody none other others
    another be am is are was were been being do does did done doing have has had having will would shall should can
    could may might must ought cannot and or but nor so yet if than then because while although though unless until
    since whether as when where why how of in on at by for from with to into onto out off up down over under about
    after before between through during without within against among around across along behind beside besides below
    above near toward towards upon per via not very too also just only even still again ever never always often here
    there now yes oh well according o'clock
    """.split()
)
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}
_HEADING_WORD = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A content word as written, its dictionary form, its level (0-5) and its frequency (Zipf; 0 = unknown).

    `level` is that of the easiest reading; `spread` is the mean over all its readings, which tells more about a text.
    Where no list has the word (`listed` is false) both are guessed from the frequency.
    """

    form: str
    lemma: str
    pos: PartOfSpeech | None
    level: float
    spread: float
    zipf: float
    listed: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The running content words of a text, in order, and all its words but names and figures, as letters only."""

    content: tuple[Word, ...]
    plain: tuple[str, ...]


def vocabulary(sentences: Sequence[Sequence[str]], lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a text, given each sentence's words."""
    names = {bare(token) for tokens in sentences if not _is_heading(tokens) for token in tokens[1:] if _is_big(token)}
    known: dict[str, tuple[Word, ...]] = {}
    content: list[Word] = []
    plain: list[str] = []
    for form, big in _candidates(sentences, names):
        if form not in FUNCTION_WORDS:
            if form not in known:
                known[form] = _look_up(form, lexicon, big=big)
            if not known[form]:
                continue
            content += known[form]
        plain.append(form)
    return Vocabulary(tuple(content), tuple(plain))


def bare(token: str) -> str:
    """The token in lower case without a clitic: "don't" → "do", "teacher's" → "teacher"."""
    low = token.lower().replace("’", "'")
    if low.endswith("n't"):
        return _IRREGULAR.get(low[:-3], low[:-3])
    head = low.partition("'")[0]
    return head if head in FUNCTION_WORDS or len(head) > 1 else low


def guess(zipf: float) -> float:
    """The level (0-4.5) of a word that no list has, from its frequency: a line through the means of listed words."""
    return min(max(8.4 - 1.4 * zipf, 0.0), 4.5)


def hardest(words: Iterable[Word]) -> tuple[Word, ...]:
    """Each lemma once, hardest first, the rarer first among equals."""
    once: dict[str, Word] = {}
    for word in words:
        once.setdefault(word.lemma, word)
    return tuple(sorted(once.values(), key=lambda word: (-word.level, word.zipf, word.lemma)))


def _candidates(sentences: Sequence[Sequence[str]], names: set[str]) -> Iterable[tuple[str, bool]]:
    """Each running word that is neither figure nor name, bare, and whether it's written with a capital."""
    for tokens in sentences:
        heading = _is_heading(tokens)
        for place, token in enumerate(tokens):
            form, big = bare(token), _is_big(token)
            if form[:1].isalpha() and not (big and (form in names or (place and not heading))):
                yield form, big


def _is_big(token: str) -> bool:
    """Whether the token is written with a capital and isn't the pronoun."""
    return token[0].isupper() and bare(token) != "i"


def _is_heading(tokens: Sequence[str]) -> bool:
    """Whether capitals tell nothing here, because every longer word has one."""
    longer = [token for token in tokens if len(token) >= _HEADING_WORD]
    return len(longer) > 1 and all(map(_is_big, longer))


def _look_up(form: str, lexicon: Lexicon, *, big: bool) -> tuple[Word, ...]:
    """What the lexicon knows of the form: one word, the parts of an unknown compound, none for an unknown name."""
    zipf = lexicon.zipf(form)
    lemmas = lexicon.lemmas(form)
    word = _listed(form, zipf, lemmas, lexicon)
    if word is not None:
        return (word,)
    if "-" in form:
        parts = [part for part in form.split("-") if part.isalpha() and part not in FUNCTION_WORDS]
        return tuple(word for part in parts for word in _look_up(part, lexicon, big=big))
    if big and zipf == 0:
        return ()
    first = lemmas[0] if lemmas else None
    level = guess(zipf)
    return (Word(form, first.text if first else form, first.pos if first else None, level, level, zipf, listed=False),)


def _listed(form: str, zipf: float, lemmas: Sequence[Lemma], lexicon: Lexicon) -> Word | None:
    """The form in its easiest reading that a level list has; None if no list has any."""
    readings = [(level, lemma) for lemma in lemmas if (level := lexicon.level(lemma.text, lemma.pos)) is not None]
    if not readings:
        return None
    level, lemma = min(readings, key=lambda reading: reading[0])
    spread = sum(level for level, _ in readings) / len(readings)
    return Word(form, lemma.text, lemma.pos, level, spread, zipf, listed=True)
