"""The people of the sandbox, and how Telegram shows them."""

from dataclasses import dataclass

from bot.sandbox.shapes import Json


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a phone; `started` once they have written to the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str = "en"
    zone: str = "UTC"
    blocked: bool = False
    started: bool = False


def first_three() -> list[Person]:
    """Those who are there from the start."""
    return [
        Person(7001, "Ana", "García", "ana_sandbox", "es", "Europe/Madrid"),
        Person(7002, "Tom", "Baker", "tom_sandbox", "en", "Europe/London"),
        Person(7003, "Layla", None, "layla_sandbox", "ar", "Africa/Cairo"),
    ]


def user(person: Person) -> Json:
    """The person as a User."""
    return {"id": person.id, "is_bot": False} | _names(person) | {"language_code": person.language_code}


def private_chat(person: Person) -> Json:
    """The person as the private Chat with them."""
    return {"id": person.id} | _names(person) | {"type": "private"}


def described(person: Person) -> Json:
    """The person as the control interface tells of them."""
    about = {"language_code": person.language_code, "blocked": person.blocked, "zone": person.zone}
    return {"id": person.id} | _names(person) | about | {"started": person.started}


def _names(person: Person) -> Json:
    names = {"first_name": person.first_name, "last_name": person.last_name, "username": person.username}
    return {name: value for name, value in names.items() if value}
