"""The nearest first, and pages that hold together: what every search engine must do with tiers."""

import random
from pathlib import Path

import pytest

from commonplace.bibliography.names_that_last import title_id_of, work_id_of
from commonplace.discovery.narrowing.nearest import tiers
from commonplace.policy import Branch, Library
from commonplace.search.engines import tiers as engine_tiers
from commonplace.search.engines.contract import (
    Document,
    Filter,
    Request,
    SearchEngine,
    Sort,
)
from commonplace.search.engines.hits import works_shown
from commonplace.search.engines.memory import MemoryEngine
from commonplace.search.fields import IS_HELD, IS_ONLINE
from commonplace.search.query.parsing import parse
from tests.conformance.engines import ENGINES, title
from tests.conformance.engines import Library as Searched

LIBRARY = Library(
    branches=(
        Branch("FAR", "Far", latitude=54.9, longitude=-2.0),
        Branch("HOME", "Home", latitude=54.0, longitude=-2.0),
        Branch("NEXT", "Next door", latitude=54.01, longitude=-2.0),
        Branch("TOWN", "In town", latitude=54.06, longitude=-2.0),
        Branch("LOST", "Nobody said where"),
    )
)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> SearchEngine:
    """Each engine, empty."""
    return ENGINES[request.param](tmp_path / "index", request)


def at(name: str, *branches: str, inside: tuple[str, ...] = (), online: bool = False) -> Document:
    """A title with copies at these branches, ``inside`` those where one is in."""
    now = ("now",) if inside else ()
    facets = {
        "branch": branches,
        "in": (*inside, *([IS_ONLINE] if online else []), *([IS_HELD] if branches else [])),
        "available": (*now, "online") if online else now,
    }
    numbers = {"copies": len(branches), "loans": 900 - len(name)}
    return title(name, facets={k: v for k, v in facets.items() if v}, numbers=numbers)


SHELVES = (
    at("Nothing is known of it"),
    at("Lent by another branch", "TOWN"),
    at("Lent by the reader's own", "HOME"),
    at("In where nobody said where", "LOST", inside=("LOST",)),
    at("In far away", "FAR", "HOME", inside=("FAR",)),
    at("In in town", "TOWN", inside=("TOWN",)),
    at("In next door", "NEXT", "HOME", inside=("NEXT",)),
    at("In next door and in town", "NEXT", "TOWN", inside=("NEXT", "TOWN")),
    at("Online, and lent", "HOME", online=True),
    at("In at home and far", "HOME", "FAR", inside=("HOME", "FAR")),
    at("In at home, and online", "HOME", inside=("HOME",), online=True),
)
FROM_HOME = [
    "In at home and far",
    "In at home, and online",
    "Online, and lent",
    "In next door",
    "In next door and in town",
    "In in town",
    "In far away",
    "In where nobody said where",
    "Lent by the reader's own",
    "Lent by another branch",
    "Nothing is known of it",
]


def test_the_nearest_comes_first_and_within_a_tier_what_is_asked_for_most(
    engine: SearchEngine,
) -> None:
    library = Searched(engine)
    library.has(*SHELVES)
    request = Request(sort=Sort.NEAREST, tiers=tiers(LIBRARY, "HOME"))
    found = engine.search(request)
    assert library.names(found) == FROM_HOME
    assert found.total == len(SHELVES)


@pytest.mark.parametrize("limit", [0, 1, 3, 4, 7, 10])
def test_a_short_page_of_the_nearest_is_the_head_of_the_long_one(
    engine: SearchEngine, limit: int
) -> None:
    library = Searched(engine)
    library.has(*SHELVES)
    request = Request(sort=Sort.NEAREST, tiers=tiers(LIBRARY, "HOME"), limit=limit)
    found = engine.search(request)
    assert library.names(found) == FROM_HOME[:limit]
    assert found.total == len(SHELVES)


def test_without_a_branch_what_can_be_had_at_all_comes_first(engine: SearchEngine) -> None:
    library = Searched(engine)
    library.has(*SHELVES)
    request = Request(sort=Sort.NEAREST, tiers=tiers(LIBRARY, ""))
    names = library.names(engine.search(request))
    assert [name.partition(" ")[0] for name in names] == [
        *["In"] * 7, "Online,", "Lent", "Lent", "Nothing"
    ]  # fmt: skip


def test_the_nearest_keep_their_words_and_their_filters(engine: SearchEngine) -> None:
    library = Searched(engine)
    library.has(*SHELVES)
    request = Request(
        parse("in next").tree,
        filters=(Filter("branch", without=("TOWN",)),),
        sort=Sort.NEAREST,
        tiers=tiers(LIBRARY, "NEXT"),
        counts=("branch",),
    )
    found = engine.search(request)
    assert library.names(found) == ["In next door"]
    assert {each.value: each.count for each in found.counts["branch"]} == {
        "NEXT": 1, "HOME": 1, "TOWN": 1
    }  # fmt: skip


def _many(how_many: int) -> list[Document]:
    """Titles that tie in nearly everything, some of them editions of one work."""
    chance = random.Random(4)  # noqa: S311 -- the same library each time
    places = [each.code for each in LIBRARY.branches]
    return [
        Document(
            title_id=title_id_of("ties", str(n)),
            work_id=work_id_of(str(n % (how_many * 9 // 10))),
            texts={"title": ["The same cats"]},
            known_titles=["The same cats"],
            facets={
                "in": [IS_HELD, IS_ONLINE if not n % 7 else chance.choice(places)],
                "available": ["online" if not n % 7 else "now"],
                "branch": [chance.choice(places)],
            },
            numbers={"year": 2000 + n % 2, "loans": n % 3, "copies": 1, "rating": 40},
            title_key="same cats",
            author_key="",
        )
        for n in range(how_many)
    ]


def test_all_fifty_pages_of_any_order_show_each_work_once(engine: SearchEngine) -> None:
    engine.add(_many(1_200))
    memory = MemoryEngine()
    memory.add(_many(1_200))
    for sort in Sort:
        request = Request(
            parse("cats").tree, sort=sort, tiers=tiers(LIBRARY, "HOME"), counts=("available",)
        )
        seen: list[str] = []
        for page in range(50):
            found = engine.search(request)  # asked anew for each page, as after a restart
            shown, works = works_shown(found.hits, page * 20, 20)
            assert works == 1_080
            assert len(shown) == 20, (sort, page)
            seen += shown
        assert len(seen) == len(set(seen)) == 1_000, sort
        if sort is not Sort.RELEVANCE:
            expected = [hit.title_id for hit in memory.search(request).hits]
            assert [hit.title_id for hit in found.hits] == expected, sort


def test_many_are_asked_tier_by_tier_with_the_same_answer(
    engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.add(_many(150))
    request = Request(sort=Sort.NEAREST, tiers=tiers(LIBRARY, "TOWN"), limit=90)
    at_once = list(engine.search(request).hits)
    monkeypatch.setattr(engine_tiers, "FEW_ENOUGH", 20)
    assert list(engine.search(request).hits) == at_once
