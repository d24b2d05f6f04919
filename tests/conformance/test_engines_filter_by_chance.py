"""Filters and their counts on any library, held against a plain look at every title and copy."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonplace.bibliography.names_that_last import title_id_of, work_id_of
from commonplace.discovery.narrowing.by_copy import found_by_copy
from commonplace.search.engines.contract import Document, Filter, Request, SearchEngine
from commonplace.search.fields import IS_HELD, IS_ONLINE
from tests.conformance.engines import ENGINES

BRANCHES = ("A", "B", "C")
COUNTED = ("available", "branch", "format", "subject", "year")


class Made(NamedTuple):
    """A title: its copies as branch and whether in, whether it is online, and what else it has."""

    copies: Sequence[tuple[str, bool]]
    is_online: bool
    format: str
    subjects: Sequence[str]
    year: int | None


class Chosen(NamedTuple):
    """Filters by name: any of these values, none of those; the years between two ends."""

    values: Mapping[str, Sequence[str]]
    without: Mapping[str, Sequence[str]]
    years: tuple[int | None, int | None]


TITLES = st.lists(
    st.builds(
        Made,
        st.lists(st.tuples(st.sampled_from(BRANCHES), st.booleans()), max_size=3),
        st.booleans(),
        st.sampled_from(["book", "dvd"]),
        st.lists(st.sampled_from(["s", "t", "u"]), max_size=2, unique=True),
        st.none() | st.integers(1999, 2002),
    ),
    max_size=9,
)
SOME_BRANCHES = st.lists(st.sampled_from((*BRANCHES, "D")), max_size=2, unique=True)
END = st.none() | st.integers(1998, 2003)
CHOSEN = st.builds(
    Chosen,
    st.fixed_dictionaries(
        {
            "available": st.lists(st.sampled_from(["now", "online"]), max_size=2, unique=True),
            "branch": SOME_BRANCHES,
            "format": st.lists(st.sampled_from(["book", "dvd", "map"]), max_size=2, unique=True),
            "subject": st.lists(st.sampled_from(["s", "t", "x"]), max_size=2, unique=True),
        }
    ),
    st.fixed_dictionaries(
        {
            "branch": st.lists(st.sampled_from(BRANCHES), max_size=1),
            "format": st.just([]) | st.just(["dvd"]),
            "subject": st.lists(st.sampled_from(["s", "u"]), max_size=1),
        }
    ),
    st.tuples(END, END),
)


def _document(number: int, made: Made) -> Document:
    inside = [branch for branch, is_in in made.copies if is_in]
    available = [*(["now"] if inside else []), *(["online"] if made.is_online else [])]
    facets = {
        "branch": list(dict.fromkeys(branch for branch, _ in made.copies)),
        "in": [*dict.fromkeys(inside), *([IS_ONLINE] if made.is_online else []), IS_HELD],
        "available": available,
        "format": [made.format],
        "subject": made.subjects,
    }
    years = {} if made.year is None else {"year": made.year}
    names = title_id_of("by-chance", str(number)), work_id_of(str(number))
    return Document(*names, {"title": ["x"]}, (), facets, {"copies": len(made.copies), **years})


def _request(chosen: Chosen) -> Request:
    names = ("available", "branch", "format", "subject")
    filters = [
        Filter(name, tuple(chosen.values[name]), tuple(chosen.without.get(name, ())))
        for name in names
        if chosen.values[name] or chosen.without.get(name)
    ]
    least, most = chosen.years
    if (least, most) != (None, None):
        filters.append(Filter("year", least=least, most=most))
    return Request(filters=tuple(filters), counts=COUNTED)


def _passes(made: Made, chosen: Chosen) -> bool:
    """What a patron expects of a shelf with these titles on it."""
    branches, available = chosen.values["branch"], chosen.values["available"]
    had_at = {branch for branch, _ in made.copies}
    here = [copy for copy in made.copies if not branches or copy[0] in branches]
    can_be_had = [how for how, holds in (
        ("now", any(is_in for _, is_in in here)), ("online", made.is_online)
    ) if holds]  # fmt: skip
    least, most = chosen.years
    has_year = (least, most) == (None, None) or (
        made.year is not None
        and (least is None or made.year >= least)
        and (most is None or made.year <= most)
    )
    return (
        has_year
        and (not branches or bool(here))
        and (not available or not set(available).isdisjoint(can_be_had))
        and had_at.isdisjoint(chosen.without["branch"])
        and _has([made.format], "format", chosen)
        and _has(made.subjects, "subject", chosen)
    )


def _has(own: Sequence[str], name: str, chosen: Chosen) -> bool:
    wanted = chosen.values[name]
    return (not wanted or not set(wanted).isdisjoint(own)) and set(own).isdisjoint(
        chosen.without[name]
    )


def _counts(titles: Sequence[Made], name: str, chosen: Chosen) -> dict[str, int]:
    """How many titles each value would find, chosen alone: however rare where it is chosen."""
    if name == "year":
        free = chosen._replace(years=(None, None))
        years = [made.year for made in titles if _passes(made, free) and made.year is not None]
        return {str(year): years.count(year) for year in years}
    counts = {}
    named = {*chosen.values[name], *chosen.without.get(name, ())}
    for value in {*BRANCHES, "D", "now", "online", "book", "dvd", "map", "s", "t", "u", "x"}:
        kept = [each for each in chosen.without.get(name, ()) if each != value]
        alone = chosen._replace(
            values={**chosen.values, name: [value]}, without={**chosen.without, name: kept}
        )
        count = sum(_passes(made, alone) for made in titles)
        if count or value in named:
            counts[value] = count
    return counts


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[SearchEngine]:
    """Each engine, emptied between examples."""
    with tempfile.TemporaryDirectory(prefix="commonplace-index-") as directory:
        yield ENGINES[request.param](Path(directory) / "index", request)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(TITLES, st.lists(CHOSEN, min_size=4, max_size=10))
def test_any_filters_keep_and_count_what_a_look_at_every_copy_does(
    engine: SearchEngine, titles: list[Made], asked: list[Chosen]
) -> None:
    engine.clear()
    engine.add(_document(number, made) for number, made in enumerate(titles))
    for chosen in asked:
        found = found_by_copy(engine, _request(chosen))
        expected = {
            title_id_of("by-chance", str(number))
            for number, made in enumerate(titles)
            if _passes(made, chosen)
        }
        assert {hit.title_id for hit in found.hits} == expected
        assert found.total == len(expected)
        for name in COUNTED:
            counted = {each.value: each.count for each in found.counts[name]}
            assert counted == _counts(titles, name, chosen), name
