"""Whether the language model can be asked; nothing needs it so far."""

from bot.adapters.doctor.asking import Unreachable, ask
from bot.adapters.doctor.finding import Finding, broken, off, ok
from bot.config import Anthropic

VERSION = "2023-06-01"


async def model(settings: Anthropic) -> Finding:
    """Whether the key is accepted and the model is there; costs nothing."""
    key, name, place = settings.api_key.get_secret_value(), settings.model, settings.base_url
    if not key:
        return off("model", "no key; nothing needs one so far")
    try:
        answer = await ask(f"{place}/v1/models/{name}", {"x-api-key": key, "anthropic-version": VERSION})
    except Unreachable as error:
        return broken("model", f"{place} can't be reached ({error})", "check the network and [anthropic] base_url")
    if answer.status == 200:
        return ok("model", name)
    if answer.status in {401, 403}:
        return broken("model", "the key is refused", "make a new one and set [anthropic] api_key")
    if answer.status == 404:
        return broken("model", f"there is no model {name}", "choose another in [anthropic] model")
    return broken("model", f"{place} answers {answer.status}", "try later")
