"""`python -m tests.bench`: how fast the tutor is, on this machine, next to a bot that only echoes.

SCALE=full takes bigger sizes, SCALE=small is for trying the bench itself out. Everything stays on this machine.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from tests.bench import dictionary, lookups, startup
from tests.bench.report import machine, table


def main() -> int:
    """Measure and tell; 0 even where an aim is missed, since a busy machine is no fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="machine-readable")
    given = parser.parse_args()
    size = lookups.SIZES.get(os.environ.get("SCALE", ""), lookups.Size())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [
            *dictionary.measure(folder / "dictionary.sqlite"),
            *startup.measure(folder / "startup", folder),
            *lookups.measure(folder, folder, size),
        ]
    sys.stdout.write((json.dumps(machine(rows)) if given.json else table(rows)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
