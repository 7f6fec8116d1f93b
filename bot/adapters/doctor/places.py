"""Folders, perhaps not made yet."""

import os
from pathlib import Path


def standing(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    return next((place for place in (folder, *folder.absolute().parents) if place.exists()), folder)


def writable(folder: Path) -> bool:
    """Whether files can be made there, or the folder itself can be."""
    place = standing(folder)
    return place.is_dir() and os.access(place, os.W_OK | os.X_OK)
