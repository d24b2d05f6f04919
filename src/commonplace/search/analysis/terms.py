"""What a reader typed, cut into what has to be found: each term in every spelling it may have."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from commonplace.search.analysis.folding import fold
from commonplace.search.analysis.forms import leads_to, looked_for_as
from commonplace.search.analysis.numerals import NUMBERS_SAID, figures_of
from commonplace.search.analysis.standard_numbers import isbn_of_thirteen
from commonplace.search.analysis.tokens import (
    AMPERSAND,
    CJK_RUN,
    HAS_CJK,
    SINGLE,
    SPELLED_IN_TWO_WAYS,
    SPELLED_OUT,
    joined,
    main_words,
    pairs_of,
    spelled_out,
)

_NOT_ASKED_FOR = frozenset({"and", "the", "a", "an"})
_SMALL_WORDS = frozenset(
    {
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "it", "no", "not", "of",
        "on", "or", "the", "to", "with",
    }
)  # fmt: skip
_LETTERS_APART = rf"(?<!\S){SINGLE}\.?(?: +{SINGLE}\.?)+(?!\S)"
_TYPED_TOGETHER = re.compile(rf"{_LETTERS_APART}|{NUMBERS_SAID.pattern}")
_DOTTED = re.compile(rf"{SINGLE}(?:\.{SINGLE})+\.?")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a reader typed: found where every word of any one of the ``spellings`` is.

    Or where every word is of what is the ``same``, or where a word is that it ``leads_to``; those
    two are looked for behind the mark of ``forms`` as well, and in other texts (see ``plan``).
    """

    spellings: tuple[tuple[str, ...], ...]
    same: tuple[tuple[str, ...], ...] = ()
    leads_to: tuple[str, ...] = ()


def terms_of(text: str, languages: Sequence[str] = ()) -> tuple[Term, ...]:
    """What has to be found, each once, for all the words of this text to be found.

    An ampersand that stands alone asks for nothing, and beside other words neither do *and* and the
    English articles: a title may have a comma there, or nothing. Dotted initials ask for their
    joined spelling, which texts with them have as an extra. ``languages`` are those readers speak.
    """
    folded = spelled_out(fold(text)).replace("\n", " ")
    terms: dict[Term, None] = {}
    at = 0
    for together in _TYPED_TOGETHER.finditer(folded):
        terms.update(dict.fromkeys(_terms_of_chunks(folded[at : together.start()])))
        terms[_term_together(together[0])] = None
        at = together.end()
    terms.update(dict.fromkeys(_terms_of_chunks(folded[at:])))
    asked_for = [each for each in terms if not _asks_for_nothing(each)] or list(terms)
    return tuple(_with_other_forms(asked_for, text, languages))


def are_small_words(terms: Iterable[Term]) -> bool:
    """Whether this is nothing but words like *of the*, which say something only in a title."""
    return all(_SMALL_WORDS.issuperset(term.spellings[0]) for term in terms)


def _term_together(typed: str) -> Term:
    """Letters typed apart, or a number typed in words."""
    words = tuple(main_words(typed).split())
    if not NUMBERS_SAID.fullmatch(typed):
        return _term(joined(typed), *words)
    figures = figures_of(words)
    return Term((words,), ((figures,),) if figures else ())


def _asks_for_nothing(term: Term) -> bool:
    return term.spellings[0][0] in _NOT_ASKED_FOR and len(term.spellings) == 1


def _with_other_forms(terms: Iterable[Term], text: str, languages: Sequence[str]) -> Iterator[Term]:
    umlauts = _umlauts(text)
    for term in terms:
        words = term.spellings[0]
        if len(words) > 1 or _is_of_initials(term):
            yield term
            continue
        same = (*looked_for_as(words[0]), *umlauts.get(words[0], ()))
        plainer = leads_to(words[0], text, languages)
        yield Term(term.spellings, (*term.same, *same), plainer) if same or plainer else term


def _is_of_initials(term: Term) -> bool:
    """Letters typed apart are a person's; *N.T.* is the New Testament, *N. T.* Mr Wright."""
    return len(term.spellings) > 1 and all(len(word) == 1 for word in term.spellings[1])


def _umlauts(text: str) -> dict[str, tuple[tuple[str, ...]]]:
    """What words with umlauts are spelled with two letters: *mueller* beside *muller*."""
    if text.isascii() or not SPELLED_IN_TWO_WAYS.search(text):
        return {}
    spelled = (main_words(fold(each)).split() for each in (text, text.translate(SPELLED_OUT)))
    pairs = zip(*spelled, strict=False)
    return {one: ((other,),) for one, other in pairs if one != other}


def _terms_of_chunks(folded: str) -> Iterator[Term]:
    for chunk in folded.split():
        words = main_words(chunk).split() if chunk != AMPERSAND else []
        if HAS_CJK.search(chunk):
            yield from _terms_of_scripts(chunk)
        elif len(words) == 1 or _DOTTED.fullmatch(chunk):
            yield _term("".join(words))
        elif words:
            yield _term(joined(chunk), *words)


def _terms_of_scripts(chunk: str) -> Iterator[Term]:
    """Terms of text with Han, kana or hangul in it: pairs of neighbours stand for their order."""
    for run in CJK_RUN.findall(chunk):
        yield Term((tuple(pairs_of(run)) or (run,),))
    yield from _terms_of_chunks(CJK_RUN.sub(" ", chunk))


def _term(joined: str, *parts: str) -> Term:
    spellings = [(joined,), parts] if joined and parts else [(joined,)]
    if thirteen := isbn_of_thirteen(joined):
        spellings.append((thirteen,))
    return Term(tuple(dict.fromkeys(spellings)))
