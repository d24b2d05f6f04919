"""Did you mean …? Other spellings of a query that finds nothing or little, with what they find.

Only words this catalogue has are offered, and only where the whole query then finds something. A
word that the catalogue has as it was typed is right and left alone, but for a rare one beside one
in a hundred times as many titles: where nothing was found, or by that word alone a title or two.
Beside other words four times as many are enough, because the query must find more as a whole.

Where nothing was found a long word that the catalogue has is doubted also if another stands beside
a typed one in a title or a name. Words that replace all the typed ones must stand so, too, or be
found in more than a title or two.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product
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
from commonplace.search.query.tree import Both, Either, Phrase, Words
from commonplace.search.suggestions.spelling import halves, is_one_mistake, mistakes_in, nearest
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
_LONG_ENOUGH, _TELLING = 5, 4
_ONE_TRY_LATER, _GOOD_PART = 4.0, 10


@dataclass(frozen=True, slots=True)
class _Try:
    """A query that may have been meant: its text, and which words stand in the place of others.

    ``beside`` are words that stand together in a title or a name if it was meant. Where they do
    not, it must find so many titles as ``least`` says, 0 for never.
    """

    text: str
    others: Mapping[TypedWord, str]
    beside: Sequence[Phrase] = ()
    least: int = 1


def meant(asked: Asked, understood: Understood, found: int) -> Sequence[Meant]:
    """What may have been meant, the likeliest first: each finds something, and more than this."""
    if found > FEW_TITLES:
        return ()
    tries = _tries(asked, understood, found)
    for _ in range(MOST_ROUNDS):
        some = list(islice(tries, AT_ONCE))
        better = [each for each in _counted(asked, some) if each.titles > found]
        if better:
            likely = _likeliest(better)
            return [Meant(_spelt(asked, each.tried), each.titles) for each in likely]
    return ()


@dataclass(frozen=True, slots=True)
class _Counted:
    """A try, how many titles it finds, and whether its words stand together in one of them."""

    tried: _Try
    titles: int
    stands: bool


def _counted(asked: Asked, some: Sequence[_Try]) -> list[_Counted]:
    """The tries that may be offered, each with what it finds."""
    requests = [_request(asked, each.text) for each in some]
    beside = [
        replace(request, query=Both((request.query, Either(tuple(each.beside)))))
        for each, request in zip(some, requests, strict=True)
        if each.beside and request.query is not None
    ]
    titles, stand = counted(requests), iter(counted(beside))
    found = (
        _Counted(each, n, bool(each.beside and request.query is not None and next(stand)))
        for each, request, n in zip(some, requests, titles, strict=True)
    )
    return [each for each in found if each.stands or 0 < each.tried.least <= each.titles]


def _likeliest(found: Sequence[_Counted]) -> list[_Counted]:
    """Those to offer, by how much they find, first those whose words stand together somewhere.

    A later one has to find very many times as much to come first, and a good part of it to be
    offered besides; one that finds as much as another finds the same.
    """
    costs = [
        (not each.stands, _ONE_TRY_LATER * at - log2(each.titles), at)
        for at, each in enumerate(found)
    ]
    first, *more = [found[at] for _, _, at in sorted(costs)]
    worth = (
        each
        for each in more
        if first.titles // _GOOD_PART <= each.titles != first.titles and each.stands == first.stands
    )
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
        yield from _with_nearest(asked.text, words, unknown, doubted)
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
    text: str,
    words: Sequence[TypedWord],
    wrong: Sequence[TypedWord],
    doubted: Mapping[TypedWord, str],
) -> Iterator[_Try]:
    """The words near those that are wrong in their places, all of them at once.

    One long word that is known may be wrong besides: those that are doubted, then any.
    """
    most = _NEAREST if len(wrong) == 1 else _OF_SEVERAL
    choices = [nearest(each.word, words_near(each.word), most) for each in wrong]
    if not all(choices):
        return
    known: list[Mapping[TypedWord, str]] = [{}, *_of_the_known(words, wrong)]
    places = [*map(range, map(len, choices)), range(len(known))]
    for *chosen, at in sorted(product(*places), key=sum):
        near = (each[rank] for each, rank in zip(choices, chosen, strict=True))
        others, other = dict(zip(wrong, near, strict=True)), known[at]
        if others or other:
            yield _beside_each_other(text, words, {**others, **other}, is_doubtful=bool(other))
        if doubted and not other:
            yield _try(text, {**others, **doubted})


def _of_the_known(
    words: Sequence[TypedWord], wrong: Sequence[TypedWord]
) -> list[Mapping[TypedWord, str]]:
    """A long word that the catalogue has, beside others, as each that is one mistake away."""
    known = [word for word in words if word not in wrong and _is_long(word)]
    if len(words) == 1 or len(wrong) > _OF_SEVERAL:
        return []
    return [
        {word: other}
        for word in known[:_OF_SEVERAL]
        for other in nearest(word.word, words_near(word.word), _NEAREST)
        if is_one_mistake(word.word, other) and not _is_longer(word.word, other)
    ]


def _is_longer(one: str, other: str) -> bool:
    """Whether one is the other with an ending, as a word of which there are several."""
    return one.startswith(other) or other.startswith(one)


def _beside_each_other(
    text: str, words: Sequence[TypedWord], others: Mapping[TypedWord, str], *, is_doubtful: bool
) -> _Try:
    """A try with its new words beside those next to them, either way round, small ones between.

    Where no telling word stays as it was typed, none speaks for the new ones.
    """
    telling = [word for word in words if word in others or len(word.word) >= _TELLING]
    beside: list[Phrase] = []
    for one, two in pairwise(telling):
        between = text[one.end : two.start]
        is_plain = between.isspace() or between.replace(" ", "").islower()
        if is_plain and one.field == two.field and not others.keys().isdisjoint((one, two)):
            ends = others.get(one, one.word), others.get(two, two.word)
            beside.append(Phrase(between.join(ends), one.field))
            if between.isspace():
                beside.append(Phrase(between.join(reversed(ends)), one.field))
    is_alone = len(others) > 1 and others.keys() >= set(telling)
    tried = _try(text, others)
    least = FEW_TITLES + 1 if is_alone and beside else 1
    return replace(tried, beside=beside, least=0 if is_doubtful else least)


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
