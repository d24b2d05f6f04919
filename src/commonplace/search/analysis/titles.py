"""Whole titles made comparable, for the rule that known titles come first."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from commonplace.search.analysis.equivalents import SPELLED
from commonplace.search.analysis.numerals import NUMBER_WORDS, ROMAN, in_figures
from commonplace.search.analysis.pinyin import without_tone
from commonplace.search.analysis.tokens import lines_of, without_and

LONGEST_FORM = 400
_SHORT = 2_000
_LED_ELSEWHERE = frozenset((*SPELLED, *NUMBER_WORDS, *ROMAN))
_WITH_TONE = re.compile(r"[a-zü][1-5]\b")
_MAY_JOIN = re.compile("[-‐‑'’ʼ]")
_JOINS = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_ELIDES = re.compile(r"(?<=\w)['’ʼ](?=\w\w)")
_LEADING_ARTICLE = re.compile(r"\W*(?:the|an?)\s+(?=\S)", re.IGNORECASE)


def title_form(text: str) -> str:
    """The one spelling of a whole title under which it is known.

    Case, diacritics, punctuation, spaces, *and* or *&*, a leading English article, British or
    American spelling, numbers in words or figures and tones of pinyin make no difference, so
    *gui tu lie che* and *Guitulieche* are one. A title of signs alone (*…*, *?*)
    stands for itself. Empty only for text that shows nothing.
    """
    return next(title_forms((text,)))


def title_forms(titles: Iterable[str]) -> Iterator[str]:
    """The form of each of these titles, made together."""
    bare = [without_article(title.replace("\n", " ")) for title in titles]
    are_short = 0 < sum(map(len, bare)) < _SHORT
    lines = lines_of(bare) if are_short else [lines_of((title,))[0] for title in bare]
    for title, line in zip(bare, lines, strict=True):
        form = _led(without_and(f" {line} ")).replace(" ", "") or line.replace(" ", "")
        yield (form or _signs(title))[:LONGEST_FORM]


def _led(line: str) -> str:
    """The words of a title, each in the one spelling it is led to."""
    words = line.split()
    if _WITH_TONE.search(line):
        words = [without_tone(word) or word for word in words]
    elif _LED_ELSEWHERE.isdisjoint(words):
        return line
    return " ".join(in_figures([SPELLED.get(word, word) for word in words]))


def without_article(title: str) -> str:
    """The title without an English article at its head."""
    if title[:1].isalnum() and title[0] not in "TtAa":
        return title
    article = _LEADING_ARTICLE.match(title)
    return title[article.end() :] if article else title


def _signs(text: str) -> str:
    shown = (each for each in text if unicodedata.category(each)[0] not in "CZ")
    return "".join(shown)


def as_typed(text: str) -> Iterator[str]:
    """The text, and how it is typed by those who write its first words as one, or as two.

    *Spider-Man* is begun as *spiderm*, too, and *L'étranger* as *l etr*.
    """
    yield text
    if _MAY_JOIN.search(text):
        yield _JOINS.sub("", text)
        yield _ELIDES.sub(" ", text)


def sort_key(text: str) -> str:
    """The key a title or a name is filed under: its words, folded, in order."""
    return next(sort_keys((text.replace("\n", " "),)))


def sort_keys(texts: Iterable[str]) -> Iterator[str]:
    """The key of each of these texts, which have no line feeds, made together."""
    return (" ".join(line.split()) for line in lines_of(texts))
