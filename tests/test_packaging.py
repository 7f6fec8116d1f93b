"""The wheel: everything is in it, and it works in an empty folder."""

import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "scheduler")

pytestmark = [pytest.mark.packaging, pytest.mark.timeout(900), pytest.mark.xdist_group("packaging")]


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints; a failure shows all that it said."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what goes into it: the build leaves its traces there."""
    source = tmp_path_factory.mktemp("source")
    for folder in (*PACKAGES, "requirements"):
        shutil.copytree(ROOT / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    run(*pip, "--wheel-dir", "dist", ".", cwd=source)
    (made,) = (source / "dist").iterdir()
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has the wheel and its locked needs, and nothing else."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    locks = ROOT / "requirements"
    run(*pip, "--require-hashes", "-r", locks / "build.txt", cwd=folder)
    run(*pip, "--require-hashes", "--no-deps", "--no-build-isolation", "-r", locks / "run.txt", cwd=folder)
    run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    return python


def test_the_wheel_holds_every_file_of_the_packages_and_no_other(wheel: Path) -> None:
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file())
    expected = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    with zipfile.ZipFile(wheel) as archive:
        assert {name for name in archive.namelist() if ".dist-info/" not in name} == expected


def test_the_lock_fulfils_what_the_wheel_asks_for(python: Path, tmp_path: Path) -> None:
    assert "No broken requirements" in run(python, "-m", "pip", "check", cwd=tmp_path)


def test_the_installed_wheel_knows_its_version(python: Path, tmp_path: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    ask = "import importlib.metadata as m; print(m.version('lexigram'))"
    assert run(python, "-c", ask, cwd=tmp_path).strip() == version


def test_the_installed_wheel_defines_a_word_from_any_folder(python: Path, tmp_path: Path) -> None:
    assert "go" in run(python, "-m", "bot", "define", "went", cwd=tmp_path).split()


def test_the_installed_wheel_finds_itself_healthy(python: Path, tmp_path: Path) -> None:
    assert run(python, "-m", "bot", "doctor", cwd=tmp_path)
