"""What every search engine must find. Add an engine to ENGINES; change nothing else."""

from pathlib import Path

import pytest

from commonplace.bibliography.names_that_last import title_id_of
from commonplace.search.engines.contract import Document, Filter, Request
from commonplace.search.engines.hits import works_shown
from commonplace.search.query.parsing import parse
from commonplace.search.query.tree import EVERYTHING, Is, Not, Nothing, Range, Words
from tests.conformance.engines import ENGINES, Library, title

TRAIN = title(
    "Last train home",
    known=("Gui tu lie che", "归途列车", "Last train home Lixin Fan"),
    contributor="Fan, Lixin",
    subject="Migrant labor -- China",
    summary="A family travels with 130 million others for the New Year.",
    numbers={"year": 2011, "loans": 40},
    facets={"format": ["dvd"], "language": ["chi"], "branch": ["central", "east"]},
)
ROBOT = title(
    "I, robot",
    contributor="Asimov, Isaac",
    subject="Robots -- Fiction",
    numbers={"year": 1950},
    facets={"format": ["book"], "language": ["eng"], "branch": ["central"]},
)
SPIDER = title(
    "Spider-Man, the train and the C++ programmer",
    contributor="O'Brien, J. R. R.",
    series="M*A*S*H",
    identifier="978-0-14-028329-7",
    numbers={"year": 2002},
    facets={"format": ["dvd"], "language": ["eng"], "branch": ["east"]},
)


@pytest.fixture(params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    """A library with three titles in it, once with each engine."""
    library = Library(ENGINES[request.param](tmp_path / "index", request))
    library.has(TRAIN, ROBOT, SPIDER)
    return library


def names(*documents: Document) -> set[str]:
    return {document.texts["title"][0] for document in documents}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("train", {TRAIN.title_id, SPIDER.title_id}),
        ("LAST Trâin", {TRAIN.title_id}),
        ("train robot", set()),
        ("train lixin migrant", {TRAIN.title_id}),
        ("归途列车", {TRAIN.title_id}),
        ("歸途列車", {TRAIN.title_id}),
        ("归途", {TRAIN.title_id}),
        ("途归", set()),
        ("gui tu lie che", {TRAIN.title_id}),
        ("guitulieche", {TRAIN.title_id}),
        ("the last train home!", {TRAIN.title_id}),
        ("spiderman", {SPIDER.title_id}),
        ("spider man", {SPIDER.title_id}),
        ("spider-man", {SPIDER.title_id}),
        ("obrien", {SPIDER.title_id}),
        ("o'brien", {SPIDER.title_id}),
        ("brien jrr", {SPIDER.title_id}),
        ("J.R.R. O’Brien", {SPIDER.title_id}),
        ("j r r", {SPIDER.title_id}),
        ("mash", {SPIDER.title_id}),
        ("c++", {SPIDER.title_id}),
        ("9780140283297", {SPIDER.title_id}),
        ("978-0-14-028329-7", {SPIDER.title_id}),
        ("rob*", {ROBOT.title_id}),
        ('"train home"', {TRAIN.title_id}),
        ('"home train"', set()),
        ('ti:"spider man"', {SPIDER.title_id}),
        ("ti:migrant", set()),
        ("su:migrant", {TRAIN.title_id}),
        ("au:asimov OR au:fan", {ROBOT.title_id, TRAIN.title_id}),
        ("train -spider", {TRAIN.title_id}),
        ("train NOT (last OR robot)", {SPIDER.title_id}),
        ("fo:dvd", {TRAIN.title_id, SPIDER.title_id}),
        ("fo:DVD -la:chi", {SPIDER.title_id}),
        ("py:[1918 TO 1999]", {ROBOT.title_id}),
        ("py:2011", {TRAIN.title_id}),
        ("py:[2000 TO *] train", {TRAIN.title_id, SPIDER.title_id}),
        ("nothing like it", set()),
        ("-train", set()),
        ("*", set()),
        ("", {TRAIN.title_id, ROBOT.title_id, SPIDER.title_id}),
    ],
)
def test_a_query_finds_these_titles(library: Library, typed: str, expected: set[str]) -> None:
    found = library.engine.search(Request(parse(typed).tree))
    assert {hit.title_id for hit in found.hits} == expected
    assert found.total == len(expected)
    assert library.engine.count([Request(parse(typed).tree)]) == [len(expected)]


def test_a_title_named_with_its_maker_is_found_though_a_word_between_stands_nowhere(
    library: Library,
) -> None:
    for typed in ("Last train home by Lixin Fan", "last train home, von lixin fan"):
        found = library.asked(typed, Filter("format", values=("dvd",)))
        assert (found.total, library.names(found)) == (1, ["Last train home"])
    assert library.finds("Last train home by Isaac Asimov") == []
    assert library.finds("su:(Last train home by Lixin Fan)") == []


def test_a_phrase_does_not_reach_from_one_value_into_the_next(library: Library) -> None:
    assert library.finds('"home gui"') == []
    assert library.finds('"che 归途"') == []


def test_not_alone_finds_nothing_wherever_it_stands(library: Library) -> None:
    assert library.engine.search(Request(Not(Words("train")))).total == 0
    assert library.engine.search(Request(Nothing())).total == 0


def test_names_nobody_knows_find_nothing_and_break_nothing(library: Library) -> None:
    for query in (Is("nonsense", "x"), Range("nonsense", 1, 2), Words("train", "nonsense")):
        assert library.engine.search(Request(query)).total == 0
    assert library.finds("train", Filter("nonsense", values=("x",))) == []
    assert library.counts("train", "nonsense") == {}


def test_a_filter_keeps_any_of_its_values(library: Library) -> None:
    assert set(library.finds("", Filter("language", values=("chi", "eng")))) == names(
        TRAIN, ROBOT, SPIDER
    )
    assert set(library.finds("", Filter("language", values=("chi",)))) == names(TRAIN)
    assert library.finds("", Filter("language", values=("xyz",))) == []


def test_filters_join_by_and(library: Library) -> None:
    filters = Filter("format", values=("dvd",)), Filter("language", values=("eng",))
    assert library.finds("", *filters) == ["Spider-Man, the train and the C++ programmer"]


def test_a_filter_leaves_out(library: Library) -> None:
    assert library.finds("", Filter("format", without=("dvd",))) == ["I, robot"]
    assert set(library.finds("", Filter("branch", values=("east",), without=("central",)))) == (
        names(SPIDER)
    )


def test_a_number_is_filtered_by_its_ends_which_belong_to_it(library: Library) -> None:
    assert library.finds("", Filter("year", least=1950, most=1950)) == ["I, robot"]
    assert set(library.finds("", Filter("year", least=2002))) == names(TRAIN, SPIDER)
    assert set(library.finds("", Filter("year", most=2002))) == names(ROBOT, SPIDER)
    assert library.finds("", Filter("year", least=3000, most=2000)) == []


def test_a_title_without_a_number_is_outside_every_range(library: Library) -> None:
    assert set(library.finds("", Filter("loans", least=-(10**30)))) == names(TRAIN)


def test_counts_are_of_the_whole_result(library: Library) -> None:
    request = Request(EVERYTHING, counts=("branch", "year"), limit=1)
    found = library.engine.search(request)
    assert len(found.hits) == 1
    assert {each.value: each.count for each in found.counts["branch"]} == {"central": 2, "east": 2}
    assert {each.value: each.count for each in found.counts["year"]} == {
        "1950": 1, "2002": 1, "2011": 1,
    }  # fmt: skip


def test_a_facet_that_is_filtered_is_counted_without_its_own_filter(library: Library) -> None:
    chosen = Filter("format", values=("book",))
    assert library.counts("", "format", chosen) == {"dvd": 2, "book": 1}
    assert library.counts("", "branch", chosen) == {"central": 1}


def test_years_are_counted_to_the_last_and_come_in_order(library: Library) -> None:
    library.has(
        *(title(f"Of {year}", numbers={"year": year}) for year in range(1900, 1998)),
        title("Of no year"),
    )
    for limit in (50, 0):
        request = Request(EVERYTHING, counts=("year",), counts_limit=limit)
        years = library.engine.search(request).counts["year"]
        assert sum(each.count for each in years) == 98 + 3
        assert [each.value for each in years] == [*map(str, range(1900, 1998)), "2002", "2011"]
        assert [each.count for each in years if each.value == "1950"] == [2]


def test_years_are_counted_without_their_own_ends(library: Library) -> None:
    assert library.counts("", "year", Filter("year", least=2000)) == {
        "1950": 1, "2002": 1, "2011": 1,
    }  # fmt: skip


def test_a_value_that_is_chosen_is_counted_however_rare(library: Library) -> None:
    chosen = Filter("format", values=("book", "never there"))
    request = Request(EVERYTHING, (chosen,), counts=("format",), counts_limit=1)
    found = library.engine.search(request).counts["format"]
    assert [(each.value, each.count) for each in found] == [
        ("dvd", 2), ("book", 1), ("never there", 0),
    ]  # fmt: skip


def test_what_a_facet_leaves_out_stays_left_out_of_its_own_counts(library: Library) -> None:
    without = Filter("branch", without=("central",))
    assert library.counts("", "branch", without) == {"east": 1, "central": 2}
    assert len(library.finds("", Filter("branch", values=("east",), without=("central",)))) == 1


def test_a_value_left_out_has_what_taking_it_back_would_add(library: Library) -> None:
    both = Filter("branch", without=("central", "east"))
    assert library.counts("", "branch", both) == {"central": 1, "east": 1}
    chosen = Filter("branch", values=("east",), without=("central",))
    assert library.counts("", "branch", chosen) == {"east": 1, "central": 2}


def test_counts_come_most_first_and_no_more_than_asked(library: Library) -> None:
    found = library.engine.search(Request(EVERYTHING, counts=("format",), counts_limit=1))
    assert [(each.value, each.count) for each in found.counts["format"]] == [("dvd", 2)]


def test_a_limit_of_nothing_still_counts(library: Library) -> None:
    found = library.engine.search(Request(EVERYTHING, counts=("format",), limit=0))
    assert (len(found.hits), found.total) == (0, 3)
    assert len(found.counts["format"]) == 2


def test_a_title_added_again_replaces_the_first(library: Library) -> None:
    library.has(title("Last train home", contributor="Somebody else"))
    assert library.finds("lixin") == []
    assert library.finds("somebody last train") == ["Last train home"]
    assert library.engine.health().titles == 3


def test_the_last_of_equal_titles_in_one_batch_holds(library: Library) -> None:
    library.has(
        title("Twice", number="2", contributor="First"),
        title("Twice", number="2", contributor="Second"),
    )
    assert library.finds("first") == []
    assert library.finds("second") == ["Twice"]


def test_a_removed_title_is_no_longer_found(library: Library) -> None:
    library.engine.remove([TRAIN.title_id, title_id_of("tests", "never there")])
    assert library.finds("lixin") == []
    assert library.engine.health().titles == 2


def test_an_engine_that_was_cleared_is_empty_and_can_be_filled_again(library: Library) -> None:
    library.engine.clear()
    assert library.engine.search(Request()).total == 0
    library.has(ROBOT)
    assert library.finds("robot") == ["I, robot"]


def test_hits_name_the_work_so_that_editions_can_be_put_together(library: Library) -> None:
    library.has(
        title("Dune", number="d1", work="dune"),
        title("Dune Messiah", number="d2", work="messiah"),
        title("Dune", number="d3", work="dune"),
    )
    hits = library.engine.search(Request(parse("dune").tree)).hits
    every, _works = works_shown(hits, 0, 5)
    first, second, third = (hit.title_id for hit in hits)
    assert every == {hits[0].work_id: [first, second], hits[2].work_id: [third]}
    shown, works = works_shown(hits, 1, 5)
    assert (works, list(shown.values())) == (2, [[hits[2].title_id]])
    assert list(hits[1:]) == list(hits)[1:]


def test_a_heading_id_finds_everything_under_the_heading(library: Library) -> None:
    library.has(title("Under it", facets={"heading": ["abc"]}))
    assert library.finds("", Filter("heading", values=("abc",))) == ["Under it"]
    assert library.engine.search(Request(Is("heading", "abc"))).total == 1
