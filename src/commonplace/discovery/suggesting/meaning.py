"""Did you mean …? Other spellings of a query that finds nothing or little, with what they find.

Only words this catalogue has are offered, and only where the whole query then finds something. A
word that the catalogue has as it was typed is right and left alone, but for a rare one beside one
in a hundred times as many titles: where nothing was found, or by that word alone a title or two.
Beside other words four times as many are enough, because the query must find more as a whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from math import log2

from commonplace.browse.spellings import are_spelt, words_near
from commonplace.catalogue.queries import TitleRow, titles_by_id
from commonplace.discovery.answers import Asked, Meant
from commonplace.discovery.asking import understood as understood_from
from commonplace.discovery.documents import known_titles, texts_of_description
from commonplace.discovery.serving import best_hits, counted
from commonplace.search.analysis import title_form
from commonplace.search.engines.contract import Request
from commonplace.search.query.parsing import Understood
from commonplace.search.query.tree import Words
from commonplace.search.suggestions.spelling import halves, mistakes_in, nearest
from commonplace.search.suggestions.surface import as_written
from commonplace.search.suggestions.typed import TypedWord, neighbours, typed_words, with_others
from commonplace.search.suggestions.vocabulary import SPELT_FROM

FEW_TITLES = 2
RARE = 50
MOST_OFFERED = 2
AT_ONCE, MOST_ROUNDS = 6, 3
_NEAREST, _OF_SEVERAL = 8, 3
_TIMES_AS_MANY, _BESIDE_OTHERS = 100, 4
"""How much commoner a word must be to be offered for one a title has; the words beside it vouch for
it, too: the whole query must then find something."""
_LONG_ENOUGH = 5
_ONE_TRY_LATER, _GOOD_PART = 4.0, 10


@dataclass(frozen=True, slots=True)
class _Try:
    """A query that may have been meant: its text, and which words stand in the place of others."""

    text: str
    others: Mapping[TypedWord, str]


def meant(asked: Asked, understood: Understood, found: int) -> Sequence[Meant]:
    """What may have been meant, the likeliest first: each finds something, and more than this."""
    if found > FEW_TITLES:
        return ()
    tries = _tries(asked, understood, found)
    for _ in range(MOST_ROUNDS):
        some = list(islice(tries, AT_ONCE))
        counts = counted([_request(asked, each.text) for each in some])
        better = [(each, n) for each, n in zip(some, counts, strict=True) if n > found]
        if better:
            likely = _likeliest([n for _, n in better])
            return [Meant(_spelt(asked, better[at][0]), better[at][1]) for at in likely]
    return ()


def _likeliest(titles: Sequence[int]) -> list[int]:
    """The places of the tries to offer, by how much they find.

    A later one has to find very many times as much to come first, and a good part of it to be
    offered besides; one that finds as much as another finds the same.
    """
    first, *more = sorted(range(len(titles)), key=lambda at: _ONE_TRY_LATER * at - log2(titles[at]))
    worth = (at for at in more if titles[first] // _GOOD_PART <= titles[at] != titles[first])
    return [first, *worth][:MOST_OFFERED]


def _tries(asked: Asked, understood: Understood, found: int) -> Iterator[_Try]:
    """The queries to try, the likeliest first."""
    yield from _with_the_field_meant(asked.text, understood)
    words = typed_words(asked.text, asked.field)
    titles = dict(zip(words, _titles_with(words), strict=True))
    if found and not _is_whole_title(asked):
        times = _TIMES_AS_MANY if len(words) == 1 else _BESIDE_OTHERS
        for word, other in _commoner(titles, FEW_TITLES, times):
            yield _try(asked.text, {word: other})
    elif not found:
        unknown = [word for word in words if not titles[word]]
        doubted = dict(reversed(_commoner(titles, RARE, _TIMES_AS_MANY)))  # of several, the nearest
        yield from _with_nearest(asked.text, unknown, doubted)
        yield from _parted(asked.text, unknown)
        yield from _joined(asked.text, words)


def _with_the_field_meant(text: str, understood: Understood) -> Iterator[_Try]:
    """The field or its value spelt rightly, or what was typed a space behind it."""
    for problem in understood.problems:
        if "suggestion" in problem.params:
            name, suggestion = problem.params["name"], problem.params["suggestion"]
            yield _Try(text.replace(f"{name}:", f"{suggestion}:", 1), {})
        elif problem.code == "space_after_colon":
            field = problem.params["typed"]
            yield _Try(text.replace(f"{field} ", str(field), 1), {})
        elif "nearest" in problem.params:
            typed, value = problem.params["text"], str(problem.params["nearest"])
            meant_by = re.compile(rf':"?{re.escape(str(typed))}(?!\w)"?')
            yield _Try(meant_by.sub(f':"{value}"'.replace("\\", r"\\"), text, count=1), {})


def _with_nearest(
    text: str, wrong: Sequence[TypedWord], doubted: Mapping[TypedWord, str]
) -> Iterator[_Try]:
    """The words near those that are wrong in their places, all of them at once.

    Each such try is followed by one in which those that are doubted are others too.
    """
    most = _NEAREST if len(wrong) == 1 else _OF_SEVERAL
    choices = [nearest(each.word, words_near(each.word), most) for each in wrong]
    if not all(choices):
        return
    by_rank = sorted(
        product(*(enumerate(each) for each in choices)),
        key=lambda chosen: sum(rank for rank, _ in chosen),
    )
    for chosen in by_rank:
        others = dict(zip(wrong, (word for _, word in chosen), strict=True))
        if others:
            yield _try(text, others)
        if doubted:
            yield _try(text, {**others, **doubted})


def _parted(text: str, wrong: Sequence[TypedWord]) -> Iterator[_Try]:
    """The one word nobody has, as two that the catalogue has."""
    if len(wrong) == 1:
        parts = list(halves(wrong[0].word))
        known = are_spelt([word for pair in parts for word in pair])
        for pair in parts:
            if known.issuperset(pair):
                yield _try(text, {wrong[0]: " ".join(pair)})


def _joined(text: str, words: Sequence[TypedWord]) -> Iterator[_Try]:
    """Two words that are one in this catalogue."""
    pairs = list(neighbours(words, text))
    known = are_spelt([one.word + other.word for one, other in pairs])
    for one, other in pairs:
        if (joined := one.word + other.word) in known:
            both = replace(one, end=other.end, word=joined)
            yield _try(text, {both: joined})


def _commoner(
    titles: Mapping[TypedWord, int], rare: int, times: int
) -> list[tuple[TypedWord, str]]:
    """Long words that hardly any title has, each with words one mistake away that so many times as
    many titles have; the nearest first."""
    doubted = [word for word, n in titles.items() if 0 < n <= rare and _is_long(word)]
    near = [
        (word, other)
        for word in sorted(doubted, key=lambda each: titles[each])[:_OF_SEVERAL]
        for other in nearest(word.word, words_near(word.word), _OF_SEVERAL)
        if abs(len(other) - len(word.word)) <= 1
    ]
    counts = counted([Request(query=Words(other, word.field)) for word, other in near])
    return [
        (word, other)
        for (word, other), n in zip(near, counts, strict=True)
        if n >= times * titles[word]
    ]


def _is_long(word: TypedWord) -> bool:
    return len(word.word) >= _LONG_ENOUGH and mistakes_in(word.word) > 0


def _is_whole_title(asked: Asked) -> bool:
    """Whether what was found is called exactly what was typed."""
    hits = best_hits(replace(_request(asked, asked.text), limit=FEW_TITLES))
    rows = titles_by_id([hit.title_id for hit in hits])
    form = title_form(asked.text)
    return any(
        form == title_form(each) for row in rows.values() for each in known_titles(row.description)
    )


def _titles_with(words: Sequence[TypedWord]) -> Sequence[int]:
    return counted([Request(query=Words(word.word, word.field)) for word in words])


def _try(text: str, others: Mapping[TypedWord, str]) -> _Try:
    return _Try(with_others(text, others), others)


def _request(asked: Asked, text: str) -> Request:
    tree = understood_from(replace(asked, text=text)).tree
    return Request(query=tree, filters=asked.filters, limit=1)


def _spelt(asked: Asked, chosen: _Try) -> str:
    """The query as the first title it finds spells its new words: with accents, in its script."""
    hits = best_hits(_request(asked, chosen.text)) if chosen.others else ()
    rows = titles_by_id([hit.title_id for hit in hits])
    texts = [said for row in rows.values() for said in _texts(row)]
    spelt = {
        typed: as_written(word, texts, like=asked.text[typed.start : typed.end])
        for typed, word in chosen.others.items()
    }
    return with_others(asked.text, spelt) if spelt else chosen.text


def _texts(row: TitleRow) -> Iterator[str]:
    texts = texts_of_description(row.description)
    return (said for name in SPELT_FROM for said in texts.get(name, ()))
