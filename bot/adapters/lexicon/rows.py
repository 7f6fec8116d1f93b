"""The shape of a compiled dictionary: its tables, and how lists are packed into a column.

One row of `words` holds all that is known about a form, so that a look-up is one read. Items of a list are parted
by U+001E; within an item the part of speech (or the owner of an example) comes first, up to U+001F or a space.
"""

from collections.abc import Mapping, Sequence

from bot.domain.language import PartOfSpeech

SCHEMA_VERSION = 6  # raise it with every change of the compiler: it makes old files stale
SCHEMA = """
create table stamp (value text not null);
create table senses (
    id integer primary key, key text not null, lemma text not null, pos text not null, definition text not null,
    examples text not null, synonyms text not null, antonyms text not null, translations text not null);
create table words (
    word text primary key,
    zipf real not null,
    readings text not null,   -- what it can be a form of: "verb go"
    forms text not null,      -- of the lemma, by part of speech: "verb went␟gone␟going␟goes"
    meanings text not null,   -- "verb 1207": part of speech and senses.id
    levels text not null,     -- "verb 0.0"
    ipa text,
    prefix text,              -- both only for words that a misspelt one may stand for
    sound text
) without rowid;
create table aliases (alias text not null, lemma text not null, key text not null,
    primary key (alias, lemma)) without rowid;
create table variants (variant text primary key, prefixes text not null) without rowid;
-- pos is "verb", or "verb phrase" for phrases
create table pool (pos text, zipf real, lemma text, primary key (pos, zipf, lemma)) without rowid;
"""
INDEXES = """
create unique index senses_by_key on senses (key);
create index words_by_prefix on words (prefix, word, zipf) where prefix is not null;
create index words_by_sound on words (sound, word, zipf) where sound is not null;
"""

ITEM = "\x1e"
PART = "\x1f"


def pack_pos(items: Sequence[tuple[PartOfSpeech, object]]) -> str:
    """(part of speech, value) pairs as one text."""
    return ITEM.join([f"{pos} {value}" for pos, value in items]) if items else ""


def unpack_pos(packed: str, pos: PartOfSpeech | None = None) -> list[tuple[str, str]]:
    """The (part of speech, value) pairs, all or those of one part of speech."""
    if not packed:
        return []
    pairs = [(item.partition(" ")) for item in packed.split(ITEM)]
    return [(kind, value) for kind, _, value in pairs if pos is None or kind == pos]


def pack_marked(pairs: Sequence[tuple[str, str]]) -> str:
    """(owner, text) pairs as one text; the owner "" means every word of the sense."""
    return ITEM.join([f"{word}{PART}{text}" for word, text in pairs])


def unpack_marked(packed: str, word: str) -> tuple[str, ...]:
    """The texts of `word` and of every word."""
    if not packed:
        return ()
    pairs = [item.partition(PART) for item in packed.split(ITEM)]
    return tuple(dict.fromkeys(text for mark, _, text in pairs if mark in ("", word)))


def pack(texts: Sequence[str]) -> str:
    """A list of texts as one."""
    return PART.join(texts)


def unpack(packed: str) -> tuple[str, ...]:
    """The texts again."""
    return tuple(packed.split(PART)) if packed else ()


def zipf_of(text: str, words: Mapping[str, float]) -> float:
    """How common a word is; a phrase is rarer than its rarest word."""
    if " " not in text:
        return words.get(text, 0.0)
    return max(min(words.get(word, 0.0) for word in text.split()) - 1, 0.0)


def pool_of(lemma: str, pos: PartOfSpeech) -> str:
    """The value of pool.pos: phrases have a pool of their own."""
    return f"{pos} phrase" if " " in lemma else pos
