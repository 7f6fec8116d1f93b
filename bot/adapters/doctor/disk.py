"""Whether there's room."""

import shutil
from pathlib import Path

from bot.adapters.doctor.finding import Finding, broken, ok
from bot.adapters.doctor.places import standing

FREE = 500 * 2**20
"""Bytes that a year of a class and its copies may need."""


def disk(path: Path) -> Finding:
    """Whether the disk under the database has room."""
    free = shutil.disk_usage(standing(path.parent)).free
    told = f"{free // 2**20:,} MB free"
    return ok("disk", told) if free >= FREE else broken("disk", told, f"make room: {FREE // 2**20} MB should be free")
