"""A lexicon small enough to read, for tests of the pure rules."""

from collections.abc import Sequence

from bot.domain.language import Lemma, PartOfSpeech, Sense

# lemma | part of speech | level | zipf | forms | definition | synonyms | Spanish | example
WORDS = """
reluctant|adjective|3|3.6||not wanting to do something|unwilling, hesitant|reacio|She was reluctant to leave the house.
eager|adjective|3|3.9||wanting very much to do something|keen|ansioso|The eager children ran to the beach.
proud|adjective|2|4.3|prouder, proudest|pleased with what you have done||orgulloso|He was proud of his garden.
gentle|adjective|2|4.1|gentler, gentlest|kind and careful in what you do|soft|amable|A gentle wind came from the sea.
narrow|adjective|2|4.2|narrower, narrowest|small from one side to the other||estrecho|We walked down a narrow street.
ancient|adjective|2|4.4||from a time long ago|old|antiguo|They found an ancient coin.
curious|adjective|2|4.0||liking to learn about new things||curioso|A curious cat looked into the box.
scarce|adjective|3|3.5||hard to find because there is little of it|rare|escaso|Water is scarce in the desert.
steady|adjective|3|4.0|steadier, steadiest|firm, and not likely to move or fall||firme|Hold the ladder steady for me.
dangerous|adjective|1|4.6||likely to hurt people||peligroso|The dog is not dangerous.
unwilling|adjective|3|3.4||against an idea and saying no to it|reluctant|reacio|
gather|verb|2|4.2|gathers, gathered, gathering|come together in one place|meet|reunirse|People gathered in the square.
borrow|verb|1|4.0|borrows, borrowed, borrowing|take for a while and give back later||prestar|May I borrow your pen?
avoid|verb|2|4.6|avoids, avoided, avoiding|stay away from a thing or person||evitar|He avoided the busy road.
improve|verb|1|4.7|improves, improved, improving|get better than before||mejorar|Her English improved quickly.
refuse|verb|2|4.4|refuses, refused, refusing|say that you will not||rechazar|They refused the offer.
vanish|verb|3|3.6|vanishes, vanished, vanishing|go away so that nobody can see it|disappear|desaparecer|The lake vanishes each summer.
run|verb|0|5.3|runs, ran, running|go fast on your feet||correr|She ran home.
give up|phrase|2|3.0|gives up, gave up, given up, giving up|stop trying|quit|rendirse|Don't give up now.
colour|noun|0|5.0|colours|what the eye sees as red, blue or green||color|What colour is your car?
realise|verb|2|4.6|realises, realised, realising|come to know a fact||darse cuenta|
receive|verb|1|4.8|receives, received, receiving|get what somebody sends||recibir|
strangle|verb|4|2.9|strangles, strangled, strangling|kill by pressing the neck||estrangular|
tangle|verb|4|2.8|tangles, tangled, tangling|twist into knots||enredar|
house|noun|0|5.7|houses|a building where people live|home|casa|
horse|noun|0|5.0|horses|a large animal for riding||caballo|
child|noun|0|5.5|children|a very young person|kid|hijo|
""".strip()
SPELLINGS = {"color": "colour", "colors": "colour", "realize": "realise", "realized": "realise"}


class SmallLexicon:
    """Fulfils `Lexicon` from the table above."""

    def __init__(self) -> None:
        self.rows = [line.split("|") for line in WORDS.splitlines()]
        self.all = {row[0]: _sense(row) for row in self.rows}
        self.inflected = {row[0]: (row[0], *_list(row[4])) for row in self.rows}
        self.known = {row[0]: (float(row[2]), float(row[3])) for row in self.rows}

    def zipf(self, word: str) -> float:
        return self.known.get(word.lower(), (0.0, 0.0))[1]

    def level(self, lemma: str, pos: PartOfSpeech | None = None) -> float | None:
        return self.known[lemma][0] if lemma in self.known else None

    def lemmas(self, form: str) -> Sequence[Lemma]:
        wanted = SPELLINGS.get(form.lower(), form.lower())
        return [Lemma(lemma, self.all[lemma].pos) for lemma, forms in self.inflected.items() if wanted in forms]

    def forms(self, lemma: str, pos: PartOfSpeech) -> Sequence[str]:
        return self.inflected.get(lemma, (lemma,))

    def senses(self, lemma: str, pos: PartOfSpeech | None = None) -> Sequence[Sense]:
        found = self.all.get(lemma)
        return [found] if found and pos in {None, found.pos} else []

    def sense(self, key: str, lemma: str = "") -> Sense | None:
        return next((sense for sense in self.all.values() if sense.key == key), None)

    def suggestions(self, word: str) -> Sequence[str]:
        return []

    def pronunciation(self, lemma: str) -> str | None:
        return None

    def neighbours(self, lemma: str, pos: PartOfSpeech, limit: int = 20) -> Sequence[str]:
        mine = self.zipf(lemma)
        others = [name for name, sense in self.all.items() if sense.pos == pos and name != lemma]
        return sorted(others, key=lambda name: abs(self.zipf(name) - mine))[:limit]


class EmptyLexicon(SmallLexicon):
    """Knows nothing, as when the dictionary is missing."""

    def __init__(self) -> None:
        self.rows, self.all, self.inflected, self.known = [], {}, {}, {}


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _sense(row: list[str]) -> Sense:
    lemma, pos, _, _, _, definition, synonyms, spanish, example = row
    known: dict[str, PartOfSpeech] = {"adjective": "adjective", "verb": "verb", "noun": "noun", "phrase": "phrase"}
    return Sense(
        key=f"{lemma}.{pos}.1",
        lemma=lemma,
        pos=known[pos],
        definition=definition,
        examples=(example,) if example else (),
        synonyms=_list(synonyms),
        translations={"es": (spanish,)},
    )
