"""Asking about words in English, slips of the finger included."""

from functools import cache

from bot.domain.phrasings.pattern import Pattern, patterns

WHAT = r"(?:what|waht|wht|wath|wat|whta)"
WHAT_IS = rf"(?:{WHAT}(?: is| are|'?s|s)(?: the| a| an)? )?"
MEANS = r"(?:mean|means|meen|meens|mena|maen|meaning|meant)"
WHO = r"(?:you|i|we|one|u|they|people)"
GIVE = r"(?:(?:give|show|tell|write|make|find|list)(?: me| us)? )?(?:a |an |another |some |one |more |any |the |\d )?"

OPENING = (
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|please|pls|plz|excuse me|sorry|so|ok|okay|and|but|well|um|"
    r"teacher|bot|(?:can|could|would|will) (?:you|u)(?: please| pls)?(?: tell me| explain(?: to me)?| help me with|"
    r" say)?|(?:please )?tell me|i (?:want|need|would like|'d like|wanna) (?:to know)?|i'd like to know|do you know|"
    r"(?:i have )?a? ?(?:quick )?question|i wonder|any idea|does anyone know|can i ask|may i ask|my question is)"
    r"(?: there| again)?[\s,.!:;¿¡-]+"
)
CLOSING = (
    r"[\s,.!?;]+(?:please|pls|plz|thanks|thank you|thx|exactly|again|here|in (?:this|that|the) (?:sentence|context|"
    r"text|article|case))[\s.!?]*"
)

SYNONYM = r"(?:syn[oi]n[yi]m|sinon[yi]m)s?"
OPPOSITE = r"(?:opposites?|oposites?|antonyms?|contrary|reverse)"
DIFFERENCE = r"(?:dif+[ae]?re?nces?|differents?)"
PRONUNCIATION = r"pron(?:u|o|ou)nciation"
DEFINITION = r"(?:meanings?|meening|definitions?|defintion|definiton|def|sense)"
SAMPLE = r"(?:examples?|sentences?|example sentences?|phrases?)"


@cache
def asked() -> tuple[Pattern, ...]:
    """All ways of asking, the special before the general."""
    return (*_naming_the_language(), *_about_other_words(), *_about_use(), *_between_languages(), *_about_meaning())


def _naming_the_language() -> tuple[Pattern, ...]:
    return tuple(
        patterns(
            "translate",
            rf"{WHAT_IS}(?:the )?{{lang}} (?:word |translation |equivalent |term |meaning |name )?(?:for|of) {{x}}",
            rf"{WHAT_IS}(?:the )?(?:word|name) for {{x}} in {{lang}}",
        )
    )


def _about_other_words() -> tuple[Pattern, ...]:
    return (
        *patterns(
            "difference",
            rf"{WHAT_IS}(?:the )?{DIFFERENCE} (?:between|betwen|beetween|btw|of|in) {{x}} (?:and|vs\.?|or|&|with) {{y}}",
            r"{x} (?:vs\.?|versus) {y}",
            r"(?:how|why) (?:is|are) {x} (?:different|diferent) (?:from|to|than) {y}",
            r"(?:is it|do i say|(?:should|do|can) (?:i|we|you) (?:use|say|write)|which (?:one |word )?(?:is|should i use)"
            r"(?: right| correct| better)?|when (?:do|to|should) (?:i |you |we )?use)[:,]? {x} (?:or|and) {y}",
        ),
        *patterns(
            "opposite",
            rf"{WHAT_IS}(?:the |an )?{OPPOSITE}(?: words?| meaning)? (?:of|for|to) {{x}}",
            rf"(?!the |an? ){{x}} {OPPOSITE}",
            rf"{OPPOSITE} {{x}}",
        ),
        *patterns(
            "synonyms",
            rf"{WHAT_IS}{GIVE}{SYNONYM} (?:of|for|to|with) {{x}}",
            rf"{WHAT_IS}{GIVE}(?:another|other|different|similar|better) (?:words?|ways?|terms?) (?:for|to say|of saying|to|as) {{x}}",
            rf"{WHAT_IS}{GIVE}words? (?:similar to|like|close to) {{x}}",
            rf"{WHAT_IS}(?:the )?same (?:meaning )?as {{x}}",
            r"how else (?:can|could|do) (?:i|you|we) say {x}",
            rf"(?!the |an? |my ){{x}} {SYNONYM}",
            rf"{SYNONYM} {{x}}",
        ),
        *patterns(
            "reverse",
            rf"{WHAT_IS}(?:is there |do you know )?{GIVE}(?:\w+ )?(?:word|name|term|verb|adjective|noun)"
            r" (?:for|that means?|which means?|when|meaning|to describe|to say|that describes) {x}",
            rf"{WHAT} (?:do|does|would) {WHO} call {{x}}",
            rf"{WHAT}(?: is|'?s) (?:it|that|he|she|this) called when {{x}}",
            rf"{WHAT}(?: is|'?s) the word when {{x}}",
        ),
    )  # fmt: skip


def _about_use() -> tuple[Pattern, ...]:
    return (
        *patterns(
            "pronounce",
            rf"how (?:(?:do|does|can|should|would|to|must) )?(?:{WHO} )?(?:pronounce|prononce|pronunce|pronouce) {{x}}",
            r"how (?:is|are) {x} (?:pronounced|prononced|pronunced)",
            rf"{WHAT_IS}(?:the )?{PRONUNCIATION} (?:of |for )?{{x}}",
            rf"(?!the |an? ){{x}} {PRONUNCIATION}",
            r"(?:pronounce|prononce) {x}",
            r"how does {x} sound",
            r"(?:say|read) {x} (?:aloud|out loud)",
        ),
        *patterns(
            "example",
            r"(?:how (?:do|can|to|should) (?:you |i |we )?)?(?:use|put) {x} in (?:a|an|one|some|the|your|two|three)"
            rf" (?:\w+ )?{SAMPLE}",
            rf"(?:{WHAT_IS})?{GIVE}{SAMPLE} (?:of|with|using|for|that uses?|containing) {{x}}",
            rf"(?!the |an? |for ){{x}} (?:in (?:a|some) (?:sentence|context)|{SAMPLE})",
            r"how (?:do|can|to|should) (?:you |i |we )?use {x}",
        ),
    )  # fmt: skip


def _between_languages() -> tuple[Pattern, ...]:
    return (
        *patterns(
            "say",
            rf"how (?:(?:do|does|can|would|could|should|to|is|did) )?(?:{WHO} )?(?:say|express|write|translate) {{x}}"
            r" (?:in|into|to) {lang}",
            rf"how (?:(?:do|does|can|would|could|should|to) )?(?:{WHO} )?(?:say|express|translate) {{x}}",
            r"how is {x} said in {lang}",
            r"(?:how|what)(?: is|'?s| about) {x} in {lang}",
        ),
        *patterns(
            "translate",
            rf"{WHAT} (?:does|do|dose|dos|did) {{x}} {MEANS} in {{lang}}",
            r"(?:meaning|translation) of {x} in(?:to)? {lang}",
            r"translat(?:e|ion)(?: of| for)?:? {x} (?:from \w+ )?(?:in|to|into) {lang}",
            r"(?:translate|traslate|tranlate|translation of|translation for):? {x}",
            r"(?!i |i'm |my |we |he |she |they |you |the |can |do |is )(?P<x>\S+(?: \S+){0,4}?) (?:in|to|into) {lang}",
            r"(?!the |an? ){x} translation",
        ),
    )


def _about_meaning() -> tuple[Pattern, ...]:
    return tuple(
        patterns(
            "meaning",
            rf"{WHAT}'?s? (?:(?:does|do|dose|dos|did|is|dies|doe|doesn't|would|could) )?{{x}} {MEANS}"
            r"(?: exactly| here| to you| when .+| in .+)?",
            rf"{WHAT}(?: is|'?s| are)? (?:the )?(?:exact )?{DEFINITION} (?:of|for|fo|off|to) {{x}}",
            rf"(?:the )?{DEFINITION} (?:of|for|fo|off) {{x}}",
            rf"(?:{DEFINITION}|define|defien)[: ]+{{x}}",
            rf"(?!the |an? |my |no )(?P<x>\S+(?: \S+){{0,3}}?) {DEFINITION}",
            rf"(?P<x>\S+(?: \S+){{0,3}}?) means? {WHAT}",
            r"(?!i |you |he |she |we |they |the )(?P<x>\S+(?: \S+){0,2}?) means?\s?\?",
            rf"{WHAT} means? {{x}}",
            rf"{WHAT}(?: is|'?s) meant by {{x}}",
            r"(?:explain|explane)(?: to me| me)? {x}",
            r"i (?:do not|don'?t|didn'?t|did not|cannot|can'?t) (?:know|understand|get|remember) what {x} (?:means?|is|are)",
            r"i (?:do not|don'?t|didn'?t|did not) (?:know|understand) (?:the (?:word|phrase|meaning of)) {x}",
            r"""i (?:do not|don'?t|didn'?t|did not) (?:know|understand) (?P<x>"[^"]+"|\S+)""",
            rf"{WHAT}(?: is|'?s| are)(?: an?)? (?P<x>(?!your |up\b|the |this\b|that\b|new\b|wrong\b|going|my |it\b|you\b|"
            r"happening|here\b|next\b)\S+(?: \S+){0,2})",
        )
    )  # fmt: skip
