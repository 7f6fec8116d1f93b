"""Short texts that ask for no word: greetings, thanks, agreement, laughter (folded, without end marks)."""

import re
from functools import cache

SMALL_TALK = frozenset({
    "hi", "hello", "hey", "hi there", "hello there", "good morning", "good afternoon", "good evening", "good night",
    "bye", "bye bye", "goodbye", "see you", "see you later", "see you tomorrow", "thanks", "thank you", "thx", "ty",
    "many thanks", "thanks a lot", "thank u", "ok", "okay", "k", "okey", "yes", "yep", "yeah", "yup", "no", "nope",
    "nah", "sure", "lol", "wow", "oops", "sorry", "please", "how are you", "how are u", "how r u", "who are you",
    "what is your name", "what's your name", "what's up", "whats up", "nice to meet you", "i see", "got it",
    "of course", "no problem", "you're welcome", "not yet", "me too", "good job", "well done", "start", "help", "stop",
    "next", "go on", "later", "test", "done", "good bot", "right", "why", "what", "who", "how", "when", "where", "huh",
    "hola", "buenos dias", "buenas tardes", "buenas noches", "buenas", "adios", "chao", "hasta luego",
    "hasta manana", "gracias", "muchas gracias", "mil gracias", "si", "vale", "claro", "perfecto", "bueno", "genial",
    "de nada", "que tal", "como estas", "quien eres", "por favor", "no se", "listo", "ya", "entendido",
    "مرحبا", "اهلا", "اهلا وسهلا", "السلام عليكم", "سلام", "صباح الخير", "مساء الخير", "شكرا", "شكرا لك",
    "شكرا جزيلا", "نعم", "لا", "طيب", "تمام", "حسنا", "كيف حالك", "من انت", "مع السلامه", "ماشي", "اوكي", "عفوا",
    "спасибо", "привет", "да", "нет", "дякую", "привіт", "так", "ні", "谢谢", "你好", "好的", "是", "不是",
    "obrigado", "obrigada", "ola", "oi", "sim", "nao", "tesekkurler", "merhaba", "evet", "hayir", "merci", "bonjour",
    "danke", "hallo",
})  # fmt: skip
PRAISE = frozenset({"great", "good", "nice", "cool", "perfect", "awesome", "amazing", "excellent", "super", "bravo"})
"""A look-up when alone, small talk with an exclamation mark."""

ABOUT_ONESELF = frozenset({
    "i", "i'm", "im", "i've", "i'll", "i'd", "you", "you're", "we", "we're", "he", "she", "they", "it's", "yo", "tu",
    "انا", "انت", "are", "do", "does", "did", "can", "is", "am", "have", "where", "who", "why", "when", "how",
    "quien", "donde", "cuando",
})  # fmt: skip
"""A short text of several words that begins so is a sentence said to us, not a phrase to explain."""


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(
        r"(?:thank(?:s| you)|gracias|muchas gracias|شكرا|hello|hi|hey|hola|good (?:morning|night|evening))\b.*"
        r"|(?:ha|ja|he|ه)+h?|lo+l|x?d+|h+m+|mm+|a+h+|o+h+"
    )


def is_small_talk(folded: str) -> bool:
    """Whether the folded text is talk with the tutor instead of a word to look up."""
    bare = folded.strip(" ,.!?؟¿¡…:;)(")
    if bare in SMALL_TALK or _openings().fullmatch(bare) or (folded.endswith("!") and bare in PRAISE):
        return True
    words = bare.split()
    return len(words) > 1 and words[0] in ABOUT_ONESELF
