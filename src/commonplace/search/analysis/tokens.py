"""Words out of text, the same for every engine.

A value becomes its *main* words in order, which phrases look at, and *extra* spellings of them,
which only words look at: ``spider-man`` is found as *spider man* and *spiderman*, ``J.R.R.`` as
*jrr*, ``l'amour`` as *amour*, ``20,000`` as *20000*. Apostrophes join (*dont*); every other joiner
parts. Han, kana and hangul are words of one character, with pairs of neighbours as extras, because
nothing marks where their words end.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from commonplace.search.analysis.folding import JOINERS, fold

LONGEST_WORD = 100
_LONG_TEXT = 5_000
_LONGEST_JOINED = 40
_LONGEST_SHARED = 120
_VALUE_END = " \n "
_AMPERSAND = "&and&"

_JOINER = rf"[{re.escape(JOINERS)}]"
_INSIDE_A_WORD = re.compile(
    rf"{_JOINER}(?<=[^\s{re.escape(JOINERS)}].)(?=[^\s{re.escape(JOINERS)}])"
)
_BREAK = re.compile(rf"{_JOINER}{{2,}}|[#+]|,(?!\d)|(?<!\d),")
_JOINERS_AND_SPACES = re.compile(rf"(?:\s|{_JOINER})+")
_SINGLE = "[a-zα-ωа-яіїєґ]"
_INITIALS = re.compile(rf" {_SINGLE}(?: +{_SINGLE}(?= ))+(?= )")
_LETTERS_APART = re.compile(rf"(?<!\S){_SINGLE}\.?(?: +{_SINGLE}\.?)+(?!\S)")
_DOTTED = re.compile(rf"{_SINGLE}(?:\.{_SINGLE})+\.?")
_SHARP = re.compile(r"(?<![^\W_])([a-z])#")
_PLUS_PLUS = re.compile(r"(?<![^\W_])([a-z])\+\+")
_DOT_NET = re.compile(r"(?<!\S)\.net\b")
_CJK = "㐀-䶿一-鿿豈-\ufaff々〇ぁ-ゖーゝゞ가-힣ก-\u0e4e\U00020000-\U0003ffff"
_CJK_RUN = re.compile(f"[{_CJK}](?: ?[{_CJK}])*")
_HAS_CJK = re.compile(f"[{_CJK}]")
_OVERLONG = re.compile(rf"(\S{{{LONGEST_WORD}}})\S+")
_MAIN_ASCII = bytes.maketrans(JOINERS.encode(), b" " * len(JOINERS))
_MAIN = str.maketrans({each: None if each == "'" else " " for each in JOINERS})


@dataclass(frozen=True, slots=True)
class Analysed:
    """The words of one text of a document.

    ``main`` has one string of space-parted words for each value, ``extra`` the other spellings.
    """

    main: Sequence[str]
    extra: Sequence[str]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a reader typed: found where every word of any one of the ``spellings`` is."""

    spellings: tuple[tuple[str, ...], ...]


def analyse(values: Iterable[str]) -> Analysed:
    """The words of these values of one text."""
    folded = _spelled_out(fold(_VALUE_END.join(values)))
    main = _main(folded)
    return Analysed(main.split("\n"), _extras(folded, main))


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
    return _main(_spelled_out(fold(_VALUE_END.join(values)))).split("\n")


def words_of(text: str) -> list[str]:
    """The main words of a text, in order."""
    return _main(_spelled_out(fold(text))).split()


def terms_of(text: str) -> tuple[Term, ...]:
    """What has to be found, each once, for all the words of this text to be found.

    An ampersand that stands alone asks for nothing; a title may have *and* there, or a comma.
    Dotted initials ask for their joined spelling, which texts with them have as an extra.
    """
    folded = _spelled_out(fold(text)).replace("\n", " ")
    terms: dict[Term, None] = {}
    at = 0
    for initials in _LETTERS_APART.finditer(folded):
        terms.update(dict.fromkeys(_terms_of_chunks(folded[at : initials.start()])))
        terms[_term(_joined(initials[0]), *_main(initials[0]).split())] = None
        at = initials.end()
    terms.update(dict.fromkeys(_terms_of_chunks(folded[at:])))
    return tuple(terms)


def _spelled_out(folded: str) -> str:
    """The text with signs that are words or parts of words written as letters."""
    if len(folded) > _LONG_TEXT:
        folded = _OVERLONG.sub(r"\1", folded)
    if "#" in folded or "+" in folded:
        folded = _SHARP.sub(r"\1-sharp", _PLUS_PLUS.sub(r"\1plusplus", folded))
    if ".net" in folded:
        folded = _DOT_NET.sub("dotnet", folded)
    return folded.replace("&", _AMPERSAND) if "&" in folded else folded


def _main(folded: str) -> str:
    if folded.isascii():
        return folded.encode("ascii").translate(_MAIN_ASCII, b"'").decode("ascii")
    return _HAS_CJK.sub(r" \g<0> ", folded).translate(_MAIN)


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
    extras += [initials.replace(" ", "") for initials in _INITIALS.findall(f" {main} ")]
    if not folded.isascii():
        for run in _CJK_RUN.findall(folded):
            extras += _pairs(run.replace(" ", ""))
    return extras


@lru_cache(maxsize=50_000)
def _other_spellings(piece: str) -> tuple[str, ...]:
    """What a piece of text with joiners in it is also looked for as."""
    extras: list[str] = []
    for chunk in _BREAK.split(piece):
        if _INSIDE_A_WORD.search(chunk):
            joined = _joined(chunk)
            extras += [joined] if len(joined) <= _LONGEST_JOINED else []
            extras += _main(chunk.replace("'", " ")).split() if "'" in chunk else []
    return tuple(extras)


def _joined(chunk: str) -> str:
    """The chunk in one word; an ampersand inside is left out (*AT&T* is *att*)."""
    return _JOINERS_AND_SPACES.sub("", chunk.replace(_AMPERSAND, ""))


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def _terms_of_chunks(folded: str) -> Iterator[Term]:
    for chunk in folded.split():
        words = _main(chunk).split() if chunk != _AMPERSAND else []
        if _HAS_CJK.search(chunk):
            yield from _terms_of_scripts(chunk)
        elif len(words) == 1 or _DOTTED.fullmatch(chunk):
            yield _term("".join(words))
        elif words:
            yield _term(_joined(chunk), *words)


def _terms_of_scripts(chunk: str) -> Iterator[Term]:
    """Terms of text with Han, kana or hangul in it: pairs of neighbours stand for their order."""
    for run in _CJK_RUN.findall(chunk):
        yield Term((tuple(_pairs(run)) or (run,),))
    yield from _terms_of_chunks(_CJK_RUN.sub(" ", chunk))


def _term(joined: str, *parts: str) -> Term:
    spellings = [(joined,), parts] if joined and parts else [(joined,)]
    return Term(tuple(dict.fromkeys(spellings)))
