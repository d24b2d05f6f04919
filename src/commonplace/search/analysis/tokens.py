"""Words out of text, the same for every engine.

A value becomes its *main* words in order, which phrases look at, and *extra* spellings of them,
which only words look at: ``spider-man`` is found as *spider man* and *spiderman*, ``J.R.R.`` as
*jrr*, ``l'amour`` as *amour*, ``20,000`` as *20000*. Apostrophes join (*dont*); every other joiner
parts. Han, kana and hangul are words of one character, with pairs of neighbours as extras, because
nothing marks where their words end; a dot in a name (*哈利·波特*), which few type, parts no pair.
*And* and *&* are not main words of a text, so that they make no difference in a phrase; they are
found as words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from commonplace.search.analysis.folding import JOINERS, fold

LONGEST_WORD = 100
_LONG_TEXT = 5_000
_LONGEST_JOINED = 40
_LONGEST_SHARED = 120
_VALUE_END = " \n "
AMPERSAND = "&and&"
AND = "and"

_JOINER = rf"[{re.escape(JOINERS)}]"
_INSIDE_A_WORD = re.compile(
    rf"{_JOINER}(?<=[^\s{re.escape(JOINERS)}].)(?=[^\s{re.escape(JOINERS)}])"
)
_BREAK = re.compile(rf"{_JOINER}{{2,}}|[#+]|,(?!\d)|(?<!\d),")
_JOINERS_AND_SPACES = re.compile(rf"(?:\s|{_JOINER})+")
SINGLE = "[a-zα-ωа-яіїєґ]"
_INITIALS = re.compile(rf" {SINGLE}(?: +{SINGLE}(?= ))+(?= )")
_SHARP = re.compile(r"(?<![^\W_])([a-z])#")
_PLUS_PLUS = re.compile(r"(?<![^\W_])([a-z])\+\+")
_DOT_NET = re.compile(r"(?<!\S)\.net\b")
_KEYS_OF_MUSIC = re.compile(r"(?<!\S)([a-g])b(?= m(?:aj|in)or(?![^\W_]))")
SPELLED_OUT = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
    "Å": "Aa", "Ø": "Oe",
})  # fmt: skip
SPELLED_IN_TWO_WAYS = re.compile("[äöüåøÄÖÜÅØ]")
_CJK = "㐀-䶿一-鿿豈-\ufaff々〇ぁ-ゖーゝゞ가-힣ก-\u0e4e\U00020000-\U0003ffff"
CJK_RUN = re.compile(f"[{_CJK}](?: ?[{_CJK}])*")
HAS_CJK = re.compile(f"[{_CJK}]")
_PARTS_A_NAME = "[ '.-]{0,3}"
_RUN_OF_A_TEXT = re.compile(f"[{_CJK}](?:{_PARTS_A_NAME}[{_CJK}])*")
_NO_SIGN = str.maketrans("", "", " '.-")
_OVERLONG = re.compile(rf"(\S{{{LONGEST_WORD}}})\S+")
_MAIN_ASCII = bytes.maketrans(JOINERS.encode(), b" " * len(JOINERS))
_MAIN = str.maketrans({each: None if each == "'" else " " for each in JOINERS})


class Analysed(NamedTuple):
    """The words of one text of a document.

    ``main`` has one string of space-parted words for each value, ``extra`` the other spellings.
    """

    main: list[str]
    extra: list[str]


def analyse(values: Iterable[str]) -> Analysed:
    """The words of these values of one text."""
    text = _VALUE_END.join(values)
    folded = spelled_out(fold(text))
    main = f" {main_words(folded)} "
    extras = _extras(folded, main)
    if not text.isascii() and SPELLED_IN_TWO_WAYS.search(text):
        extras += _spelled_with_two_letters(text, main)
    if " and " in main:
        extras.append(AND)
        main = without_and(main)
    return Analysed(main.split("\n"), extras)


def analyse_each(values: Iterable[str]) -> Analysed:
    """The same as ``analyse``, and quicker for values that many titles share, as headings are."""
    main: list[str] = []
    extra: list[str] = []
    for value in values:
        found = _shared(value) if len(value) <= _LONGEST_SHARED else analyse((value,))
        main += found.main
        extra += found.extra
    return Analysed(main, extra)


@lru_cache(maxsize=50_000)
def _shared(value: str) -> Analysed:
    return analyse((value,))


def lines_of(values: Iterable[str]) -> list[str]:
    """The main words of each value, which has no line feeds, parted by spaces."""
    return main_words(spelled_out(fold(_VALUE_END.join(values)))).split("\n")


def words_of(text: str) -> list[str]:
    """The main words of a text, in order."""
    return main_words(spelled_out(fold(text))).split()


def without_and(padded: str) -> str:
    """Words, with spaces at both ends, without any *and* among them."""
    while " and " in padded:
        padded = padded.replace(" and ", " ")
    return padded


def phrase_of(text: str) -> list[str]:
    """The words of a text as they stand beside each other, where *and* makes no difference."""
    words = words_of(text)
    return [word for word in words if word != AND] or words


def spelled_out(folded: str) -> str:
    """The text with signs that are words or parts of words written as letters."""
    if len(folded) > _LONG_TEXT:
        folded = _OVERLONG.sub(r"\1", folded)
    if "#" in folded or "+" in folded:
        folded = _SHARP.sub(r"\1-sharp", _PLUS_PLUS.sub(r"\1plusplus", folded))
    if ".net" in folded:
        folded = _DOT_NET.sub("dotnet", folded)
    if "b m" in folded:
        folded = _KEYS_OF_MUSIC.sub(r"\1-flat", folded)
    return folded.replace("&", AMPERSAND) if "&" in folded else folded


def main_words(folded: str) -> str:
    """The words of a folded text, parted by spaces, joiners gone."""
    if folded.isascii():
        return folded.encode("ascii").translate(_MAIN_ASCII, b"'").decode("ascii")
    return HAS_CJK.sub(r" \g<0> ", folded).translate(_MAIN)


def _extras(folded: str, main: str) -> list[str]:
    extras: list[str] = []
    end = -1
    for joiner in _INSIDE_A_WORD.finditer(folded):
        at = joiner.start()
        if at > end:
            start = folded.rfind(" ", 0, at) + 1
            end = folded.find(" ", at)
            end = end if end >= 0 else len(folded)
            extras += _other_spellings(folded[start:end])
    extras += [initials.replace(" ", "") for initials in _INITIALS.findall(main)]
    if not folded.isascii():
        for run in _RUN_OF_A_TEXT.findall(folded):
            extras += pairs_of(run.translate(_NO_SIGN))
    return extras


def _spelled_with_two_letters(text: str, main: str) -> list[str]:
    """Words with umlauts as they are spelled without: *mueller* beside *muller*."""
    known = set(main.split())
    return [word for word in words_of(text.translate(SPELLED_OUT)) if word not in known]


@lru_cache(maxsize=50_000)
def _other_spellings(piece: str) -> tuple[str, ...]:
    """What a piece of text with joiners in it is also looked for as."""
    extras: list[str] = []
    for chunk in _BREAK.split(piece):
        if _INSIDE_A_WORD.search(chunk):
            whole = joined(chunk)
            extras += [whole] if len(whole) <= _LONGEST_JOINED else []
            extras += main_words(chunk.replace("'", " ")).split() if "'" in chunk else []
    return tuple(extras)


def joined(chunk: str) -> str:
    """The chunk in one word; an ampersand inside is left out (*AT&T* is *att*)."""
    return _JOINERS_AND_SPACES.sub("", chunk.replace(AMPERSAND, ""))


def pairs_of(run: str) -> list[str]:
    """The pairs of neighbouring characters."""
    return [run[at : at + 2] for at in range(len(run) - 1)]
