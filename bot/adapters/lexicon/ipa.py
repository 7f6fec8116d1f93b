"""ARPABET, as the CMU dictionary writes it, to the IPA of learners' dictionaries (American English)."""

from collections.abc import Sequence
from itertools import zip_longest

_CONSONANTS = {
    "B": "b", "CH": "tʃ", "D": "d", "DH": "ð", "F": "f", "G": "ɡ", "HH": "h", "JH": "dʒ", "K": "k", "L": "l",
    "M": "m", "N": "n", "NG": "ŋ", "P": "p", "R": "r", "S": "s", "SH": "ʃ", "T": "t", "TH": "θ", "V": "v",
    "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
_STRESSED = {
    "AA": "ɑː", "AE": "æ", "AH": "ʌ", "AO": "ɔː", "AW": "aʊ", "AY": "aɪ", "EH": "e", "ER": "ɜːr", "EY": "eɪ",
    "IH": "ɪ", "IY": "iː", "OW": "oʊ", "OY": "ɔɪ", "UH": "ʊ", "UW": "uː",
}  # fmt: skip
_UNSTRESSED = _STRESSED | {"AH": "ə", "ER": "ər", "IY": "i", "UW": "u"}
_OPEN = frozenset({"IY2", "OW2", "UW2"})
_PAIRS = frozenset(
    "P L,B L,K L,G L,F L,S L,P R,B R,T R,D R,K R,G R,F R,TH R,SH R,T W,D W,K W,G W,S W,TH W,"
    "S P,S T,S K,S M,S N,S F,P Y,B Y,K Y,G Y,F Y,V Y,M Y,HH Y,S P L,S P R,S P Y,S T R,S K R,S K W,S K Y".split(",")
)


def ipa(listed: Sequence[str]) -> str:
    """One word's phones in IPA, stress marks before the syllable: R IH0 L AH1 K T AH0 N T → rɪˈlʌktənt."""
    phones = _with_onsets(listed)
    vowels = [at for at, phone in enumerate(phones) if phone[-1].isdigit()]
    marks = _marks(phones, vowels) if len(vowels) > 1 else {}
    return "".join(marks.get(at, "") + _symbol(phones, at) for at in range(len(phones)))


def stressed_late(phones: Sequence[str]) -> bool | None:
    """Whether the main stress is after the first syllable, as in the verb of a pair like record; None without one."""
    stresses = [phone[-1] for phone in phones if phone[-1].isdigit()]
    return stresses[0] != "1" if "1" in stresses else None


def _with_onsets(phones: Sequence[str]) -> list[str]:
    """An unstressed "er" before a vowel gives that its r: garage is G AH0 R AA1 ZH."""
    found: list[str] = []
    for phone, after in zip_longest(phones, phones[1:], fillvalue=""):
        found += ["AH0", "R"] if phone == "ER0" and after[-1:].isdigit() else [phone]
    return found


def _marks(phones: Sequence[str], vowels: list[int]) -> dict[int, str]:
    """Position of a syllable's first phone → its stress mark."""
    marks = {}
    for number, at in enumerate(vowels):
        mark = {"1": "ˈ", "2": "ˌ"}.get(_stress(phones, at), "")
        if mark:
            marks[_onset(phones, vowels[number - 1] + 1, at) if number else 0] = mark
    return marks


def _onset(phones: Sequence[str], start: int, vowel: int) -> int:
    """Where the syllable of `vowel` begins: as many consonants after `start` as can begin an English word."""
    for at in range(start, vowel):
        cluster = phones[at:vowel]
        if (len(cluster) == 1 and cluster[0] != "NG") or " ".join(cluster) in _PAIRS:
            return at
    return vowel


def _symbol(phones: Sequence[str], at: int) -> str:
    phone = phones[at]
    if not phone[-1].isdigit():
        return _CONSONANTS[phone]
    return (_UNSTRESSED if _stress(phones, at) == "0" else _STRESSED)[phone[:-1]]


def _stress(phones: Sequence[str], at: int) -> str:
    """A final open vowel has no stress in learners' dictionaries, though CMU gives it some (selfie, tomato)."""
    return "0" if phones[at] in _OPEN and at == len(phones) - 1 else phones[at][-1]
