"""Asking about words in Arabic, standard and spoken (folded: ا for أ إ آ, ي for ى, ه for ة, no vowel signs)."""

from functools import cache

from bot.domain.phrasings.pattern import Pattern, patterns

WHAT = r"(?:ما ?هو|ما ?هي|ما|ماذا|شو|ايش|وش|شنو|ايه|اي|اش) ?"
MEANS = r"(?:تعني|يعني|بتعني|بيعني|معناها|معناه|معنات|تقصد)"
WORD = r"(?:(?:ال)?(?:كلمه|كلمة|عباره|مصطلح|فعل) )?"
GIVE = r"(?:(?:اعطني|اعطيني|هات|اكتب|اريد|ابغي|بدي|عطني|عطيني) )?(?:لي )?"
SAY = r"(?:اقول|نقول|تقول|يقال|بقول|احكي|تقال|اكتب|اعبر عن)"
HOW = r"(?:كيف|ازاي|شلون|كيفيه) "

OPENING = (
    r"(?:مرحبا|اهلا|السلام عليكم|من فضلك|لو سمحت|رجاء|هل (?:يمكنك|ممكن|تعرف|تستطيع)(?: ان)?(?: تخبرني| تقول لي| تشرح)?|"
    r"ممكن(?: تقول لي| تشرح)?|اريد ان اعرف|ابغي اعرف|بدي اعرف|قل لي|قولي|اخبرني|سؤال|عندي سؤال)[\s,،.!:]+"
)
CLOSING = r"[\s,،.!?؟]+(?:من فضلك|لو سمحت|رجاء|شكرا|هنا|في هذه الجمله)[\s.!؟?]*"


@cache
def asked() -> tuple[Pattern, ...]:
    """All ways of asking, the special before the general."""
    return (*_about_other_words(), *_about_use(), *_between_languages(), *_about_meaning())


def _about_other_words() -> tuple[Pattern, ...]:
    return (
        *patterns(
            "difference",
            rf"(?:{WHAT})?(?:ال)?(?:فرق|اختلاف) (?:ما )?بين {{x}} و ?(?:بين )?{{y}}",
        ),
        *patterns(
            "opposite",
            rf"(?:{WHAT})?(?:عكس|ضد|نقيض|مضاد) {WORD}{{x}}",
        ),
        *patterns(
            "synonyms",
            rf"(?:{WHAT})?{GIVE}(?:ال)?(?:مرادفات|مرادف) (?:ل ?)?{WORD}{{x}}",
            r"(?:اعطني )?كلمه (?:اخري|ثانيه|مشابهه) (?:بمعني |ل ?|بدل ){x}",
        ),
        *patterns(
            "reverse",
            rf"(?:{WHAT})?{GIVE}(?:ال)?كلمه (?:التي )?(?:تعني|بمعني|معناها) {{x}}",
        ),
    )


def _about_use() -> tuple[Pattern, ...]:
    return (
        *patterns(
            "pronounce",
            rf"{HOW}(?:انطق|ننطق|تنطق|ينطق|الفظ|تلفظ|يلفظ|نلفظ|اقرا) {WORD}{{x}}",
            rf"(?:نطق|لفظ|انطق|الفظ) {WORD}{{x}}",
        ),
        *patterns(
            "example",
            rf"(?:{HOW})?(?:استخدم|استعمل|ضع|نستخدم|تستخدم) {WORD}{{x}} في (?:جمله|مثال)",
            rf"{GIVE}(?:مثال|مثالا|امثله|جمله|جمل) (?:علي |عن |فيها |مع |بكلمه |باستخدام |تحتوي علي |ل ?){WORD}{{x}}",
            rf"{HOW}(?:استخدم|استعمل|تستخدم|نستخدم) {WORD}{{x}}",
        ),
    )


def _between_languages() -> tuple[Pattern, ...]:
    into = r"(?:الي |في |ب|ل|لل|بال)?"
    return (
        *patterns(
            "say",
            rf"{HOW}{SAY} {WORD}{{x}} {into}{{lang}}",
            rf"{HOW}{SAY} {into}{{lang}} {{x}}",
            rf"{HOW}{SAY} {WORD}{{x}}",
            rf"(?:{WHAT})?(?:معني|اسم) {WORD}{{x}} {into}{{lang}}",
        ),
        *patterns(
            "translate",
            rf"(?:ترجم|ترجمي|ترجمه|ترجملي)(?: لي)? {WORD}{{x}} {into}{{lang}}",
            rf"(?:ترجم|ترجمي|ترجمه|ترجملي)(?: لي)? {WORD}{{x}}",
            rf"{WHAT}{MEANS} {WORD}{{x}} {into}{{lang}}",
            rf"{WORD}(?P<x>\S+(?: \S+){{0,4}}?) (?:ب|في |الي ){{lang}}",
        ),
    )


def _about_meaning() -> tuple[Pattern, ...]:
    return tuple(
        patterns(
            "meaning",
            rf"(?:{WHAT})?(?:ال)?معني {WORD}{{x}}",
            rf"{WHAT}{MEANS} {WORD}{{x}}",
            rf"يعني (?:ايه|ايش|شو|وش) {WORD}{{x}}",
            rf"{WORD}(?P<x>\S+(?: \S+){{0,3}}?) (?:يعني (?:ايه|ايش|شو|وش)|{WHAT}{MEANS}|معناها (?:ايه|ايش|شو))",
            rf"(?:تعريف|اشرح(?: لي)?|شرح) {WORD}{{x}}",
            rf"(?:لا اعرف|لم اعرف|ما بعرف) (?:ماذا تعني|معني) {WORD}{{x}}",
            rf"(?:لا افهم|لم افهم|مش فاهم|ما فهمت) {WORD}(?P<x>\S+)",
            rf"ما ?(?:هو|هي) {WORD}(?P<x>(?!اسمك|هذا)\S+(?: \S+){{0,2}})",
        )
    )
