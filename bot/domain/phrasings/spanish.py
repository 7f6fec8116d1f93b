"""Asking about words in Spanish (folded: no accents, ñ is n)."""

from functools import cache

from bot.domain.phrasings.pattern import Pattern, patterns

WHICH = r"(?:cual(?:es)? (?:es|son|seria) )?(?:el |la |los |las |un |una |lo |algun |alguna )?"
GIVE = r"(?:(?:dame|pon|ponme|escribe|dime|haz|necesito|quiero) )?(?:un |una |unos |unas |algun |alguna |otro |otra |mas )?"
MEANS = r"(?:significan?|signfica|sinifica|singnifica|siginifica|quieren? decir|qiere decir|viene a decir)"
SAMPLE = r"(?:ejemplos?|frases?|oracion(?:es)?|sentencias?)"

OPENING = (
    r"(?:hola|buenas(?: tardes| noches)?|buenos dias|oye|hey|por favor|porfa|disculpa|perdon(?:a)?|una pregunta|"
    r"(?:me )?(?:puedes|podrias|puede|podria)(?: decirme| decir| explicarme| explicar)?|dime|sabes|"
    r"(?:quiero|quisiera|necesito|me gustaria) saber|tengo una (?:duda|pregunta)|y|pero|bueno|entonces|a ver)[\s,.!:;¿¡-]+"
)
CLOSING = r"[\s,.!?;]+(?:por favor|porfa|porfavor|gracias|aqui|exactamente|en esta (?:frase|oracion))[\s.!?]*"


@cache
def asked() -> tuple[Pattern, ...]:
    """All ways of asking, the special before the general."""
    return (*_about_other_words(), *_about_use(), *_between_languages(), *_about_meaning())


def _about_other_words() -> tuple[Pattern, ...]:
    return (
        *patterns(
            "difference",
            rf"{WHICH}(?:que )?(?:hay )?(?:la |alguna )?diferencias? (?:hay |existe )?entre {{x}} (?:y|e|o|vs) {{y}}",
            r"(?:se dice|es|digo|cuando (?:se usa|uso)) {x} o {y}",
        ),
        *patterns(
            "opposite",
            rf"{WHICH}(?:opuesto|contrario|antonimos?) (?:de|a|para) {{x}}",
            r"{x} (?:antonimos?|contrario)",
        ),
        *patterns(
            "synonyms",
            rf"{WHICH}{GIVE}sinonimos? (?:de|para|a) {{x}}",
            rf"{WHICH}{GIVE}(?:otra )?(?:palabra|forma|manera) (?:parecida a|similar a|de decir|equivalente a) {{x}}",
            r"(?:dame )?otras? palabras? para {x}",
            r"{x} sinonimos?",
            r"sinonimos? {x}",
        ),
        *patterns(
            "reverse",
            rf"{WHICH}(?:hay )?{GIVE}palabra (?:para|que (?:significa|signifique|describe|quiere decir)|cuando) {{x}}",
            r"como se llama {x}",
        ),
    )


def _about_use() -> tuple[Pattern, ...]:
    return (
        *patterns(
            "pronounce",
            r"como (?:se )?(?:pronuncian?|pronuncio|pronunciar|lee|leo) {x}",
            rf"{WHICH}pronunciacion de {{x}}",
            r"(?:pronuncia|pronunciame|pronunciar) {x}",
            r"{x} pronunciacion",
        ),
        *patterns(
            "example",
            r"(?:como )?(?:usa|usas|uso|usar|utiliza|pon|ponme|escribe|se usa) {x} en (?:una|un|alguna)"
            rf" {SAMPLE}",
            rf"{GIVE}{SAMPLE} (?:de|con|para|usando|que use) {{x}}",
            r"como (?:se usa|uso|usar|se utiliza) {x}",
            r"{x} en una (?:frase|oracion)",
        ),
    )


def _between_languages() -> tuple[Pattern, ...]:
    say = r"como (?:se )?(?:dice|dicen|digo|diria|decimos|decir|puedo decir|puede decir|escribe|traduce)"
    return (
        *patterns(
            "say",
            rf"{say} {{x}} (?:en|al) {{lang}}",
            rf"{say} (?:en|al) {{lang}} {{x}}",
            rf"{say} {{x}}",
            r"como es {x} en {lang}",
        ),
        *patterns(
            "translate",
            rf"(?:que|q|ke|k) {MEANS} {{x}} (?:en|al) {{lang}}",
            r"que es {x} en {lang}",
            r"(?:traduce|traduceme|traducir|traduccion de|traduzca|traduci|significado de) {x} (?:del? \w+ )?(?:al?|en) {lang}",
            r"(?:traduce|traduceme|traducir|traduccion de|traduzca|traduci)(?: al? \w+)?:? {x}",
            r"(?!yo |mi |no |se |como )(?P<x>\S+(?: \S+){0,4}?) (?:en|al) {lang}",
            r"{x} traduccion",
        ),
    )  # fmt: skip


def _about_meaning() -> tuple[Pattern, ...]:
    return tuple(
        patterns(
            "meaning",
            rf"(?:que|q|ke|k|lo que) (?:es lo que )?{MEANS} {{x}}",
            rf"{WHICH}(?:significado|definicion)(?: de| del)? {{x}}",
            r"(?:define|definir|defineme|explica|explicame|explicar){1}:? {x}",
            rf"(?P<x>\S+(?: \S+){{0,3}}?),? (?:que {MEANS}|significado|definicion|que es)",
            rf"(?P<x>\S+(?: \S+){{0,3}}?) {MEANS} que",
            rf"no (?:entiendo|se|conozco|comprendo) (?:que|lo que) (?:{MEANS}|es) {{x}}",
            r"""no (?:entiendo|conozco|comprendo) (?:la palabra )?(?P<x>"[^"]+"|\S+)""",
            r"que es(?: una?)? (?P<x>(?!eso\b|esto\b|tu |mi |lo )\S+(?: \S+){0,2})",
        )
    )
