"""When the running bot last heard from Telegram."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from bot.adapters.doctor.finding import Finding, off, ok
from bot.services import Clock

LATE = timedelta(minutes=3)


def polling(path: Path, clock: Clock) -> Finding:
    """What the note of the bot's poller says."""
    try:
        last = datetime.fromisoformat(json.loads(path.read_text("utf-8"))["polled_at"])
        age = clock.now() - last
    except FileNotFoundError:
        return off("polling", "the bot hasn't run here yet")
    except (OSError, ValueError, TypeError, KeyError):
        return off("polling", f"{path} can't be read", "it is written anew when the bot runs")
    if age > LATE:
        told = f"last heard from Telegram at {last:%Y-%m-%d %H:%M} UTC"
        return off("polling", told, "start the bot; if it runs, look into its log")
    # A sandbox's clock may be ahead of ours.
    return ok("polling", f"heard from Telegram {max(0, round(age.total_seconds()))} s ago")
