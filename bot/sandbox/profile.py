"""The bot as people see it: its names and command menus."""

from bot.sandbox.people import Person
from bot.sandbox.settings import Settings
from bot.sandbox.shapes import Json

_COMMANDS = "commands"


def slot(scope: str, chat: object, language: str) -> str:
    """Under which name the commands of a scope and language are kept."""
    return ":".join([_COMMANDS, scope, str(chat), language])


def commands_for(settings: Settings, person: Person) -> list[Json]:
    """The menu that this person sees: the narrowest scope first, in their language before any."""
    scopes: list[tuple[str, object]] = [("chat", person.id), ("all_private_chats", ""), ("default", "")]
    names = [slot(scope, chat, language) for scope, chat in scopes for language in (person.language_code, "")]
    return next((list(menu) for name in names if (menu := settings.get(name)) is not None), [])


def menus(settings: Settings) -> Json:
    """The menu for everyone, and those of single languages."""
    everyone = Person(0, "", language_code="")
    by_language = {
        language: commands_for(settings, Person(0, "", language_code=language)) for language in _languages(settings)
    }
    return {"commands": commands_for(settings, everyone), "commands_by_language": by_language}


def _languages(settings: Settings) -> list[str]:
    found = {name.rsplit(":", 1)[1] for name in settings.names() if name.startswith(f"{_COMMANDS}:")}
    return sorted(found - {""})


def words(settings: Settings) -> Json:
    """Description and short description, without a language."""
    return {name: settings.get(f"{name}:", "") for name in ("description", "short_description")}
