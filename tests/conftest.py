"""What every test starts from: reproducible dice, and no setting of the machine it runs on."""

import os

import pytest
from hypothesis import settings

# The same examples on every run, and no deadline: a slow machine isn't a fault. Soak tests look further by themselves.
settings.register_profile("lexigram", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("lexigram")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have a real bot's token in the environment; no test may ever use it."""
    ours = [name for name in os.environ if name.startswith("LEXIGRAM_")]
    for name in [*ours, "TELEGRAM_TOKEN", "ANTHROPIC_API_KEY"]:
        monkeypatch.delenv(name, raising=False)
