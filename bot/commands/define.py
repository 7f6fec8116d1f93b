"""`python -m bot define`: what the tutor would answer about a word, from the bundled data."""

import argparse
import sys
from typing import Any

from bot.app import read_dictionary, read_library
from bot.commands import lines
from bot.config import Config
from bot.domain.language import LEVELS, Lexicon
from bot.library.stories import Library
from bot.tutor.words import Place, find

HELP = "what the tutor would answer about a word"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to define, and how to answer."""
    parser.add_argument("word", nargs="?", metavar="WORD", help="the word or phrase")
    parser.add_argument("--context", default="", metavar="SENTENCE", help="the sentence in which it stands")
    parser.add_argument("--to", default="", metavar="LANG", help="translate into this language (es, ar)")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")
    parser.add_argument(
        "--lines", action="store_true", help='read {"word", "context", "to"} a line, answer with an object a line'
    )


def run(asked: argparse.Namespace, settings: Config) -> int:
    """Look up and print; 1 if there's no such word."""
    if not asked.lines and not asked.word:
        sys.stderr.write("define: give a WORD, or --lines\n")
        return 2
    library = read_library()
    with read_dictionary(settings, library) as lexicon:
        if asked.lines:
            return lines.answer(lines.values(sys.stdin), lambda line: _defined(line, lexicon, library))
        found = defined(asked.word, asked.context, asked.to, lexicon, library)
    if asked.json:
        lines.say(found)
    else:
        sys.stdout.write(in_words(found) + "\n")
    return 0 if found["lemma"] else 1


def _defined(line: Any, lexicon: Lexicon, library: Library) -> dict[str, Any]:
    if not isinstance(line, dict) or not isinstance(line.get("word"), str):
        raise TypeError('a line must be an object with a "word"')
    return defined(line["word"], line.get("context") or "", line.get("to") or "", lexicon, library)


def defined(word: str, context: str, to: str, lexicon: Lexicon, library: Library) -> dict[str, Any]:
    """The entry of a word as JSON has it; `suggestions` instead, where no dictionary has it."""
    found = find(lexicon, library, word, Place(context))
    if found is None:
        return {"word": word, "lemma": None, "suggestions": list(lexicon.suggestions(word))}
    sense = found[0]
    level = lexicon.level(sense.lemma, sense.pos)
    return {
        "word": word,
        "lemma": sense.lemma,
        "pos": sense.pos,
        "sense": sense.key,
        "definition": sense.definition,
        "pronunciation": lexicon.pronunciation(sense.lemma),
        "level": None if level is None else LEVELS[round(level)],
        "synonyms": list(sense.synonyms),
        "antonyms": list(sense.antonyms),
        "examples": list(sense.examples),
        "translations": list(sense.translations.get(to, ())) if to else dict(sense.translations),
        "suggestions": [],
    }


def in_words(found: dict[str, Any]) -> str:
    """The entry for a person to read."""
    if not found["lemma"]:
        near = ", ".join(found["suggestions"])
        return f"{found['word']}: not in the dictionary" + (f"; did you mean {near}?" if near else "")
    sound = [f"/{found['pronunciation']}/"] if found["pronunciation"] else []
    head = " · ".join([*sound, found["pos"], *([found["level"]] if found["level"] else [])])
    translations = found["translations"]
    told = (
        translations if isinstance(translations, list) else [word for words in translations.values() for word in words]
    )
    return "\n".join([f"{found['lemma']}  {head}", found["definition"], *([", ".join(told)] if told else [])])
