"""Whether words can be explained."""

from collections.abc import Iterable
from contextlib import closing

from bot.adapters.dictionary import DictionaryUnavailable, open_dictionary
from bot.adapters.doctor.finding import Finding, broken, ok
from bot.adapters.doctor.places import writable
from bot.adapters.lexicon import sources
from bot.adapters.lexicon.sources import SourceMissing
from bot.config import Dictionary
from bot.library.entries import Entry

SETUP = "run `make setup` again"


def dictionary(settings: Dictionary, own: Iterable[Entry]) -> Finding:
    """Whether the dictionary answers; one that isn't there yet is only looked at for what it will be made of."""
    path = settings.folder / "dictionary.sqlite"
    if not path.exists():
        return _to_be_made(settings)
    try:
        with closing(open_dictionary(path, own)) as opened:
            known = bool(opened.senses("word"))
    except DictionaryUnavailable as error:
        return broken("dictionary", str(error), SETUP)
    if not known:
        return broken("dictionary", f"{path} is empty", "delete it: it's made anew at the next start")
    return ok("dictionary", "words are explained")


def _to_be_made(settings: Dictionary) -> Finding:
    try:
        for package in set(sources.PACKAGES) - sources.OPTIONAL:
            sources.folder(package)
        sources.versions()
    except SourceMissing as error:
        return broken("dictionary", str(error), SETUP)
    if not sources.wordnet().is_dir():
        return broken("dictionary", f"there is no {sources.wordnet()}", SETUP)
    if not writable(settings.folder):
        told = f"{settings.folder} can't be written to"
        return broken("dictionary", told, "let the bot write there, or choose another [dictionary] folder")
    return ok("dictionary", f"none yet; it will be made in {settings.folder} at the first start, in a few seconds")
