"""In which order every search engine must answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from commonplace.search.engines.contract import Ability, Request, Sort
from commonplace.search.engines.layout import COMPLETED_BY
from commonplace.search.query.parsing import parse
from tests.conformance.engines import ENGINES, Library, title


@pytest.fixture(params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    """An empty library, once with each engine."""
    return Library(ENGINES[request.param](tmp_path / "index", request))


@pytest.mark.parametrize(
    "typed",
    ["origin", "ORIGIN", "The Origin", "origin.", "Orígin", '"origin"', "ori-gin"],
)
def test_a_title_typed_whole_comes_before_everything_else(library: Library, typed: str) -> None:
    library.has(
        title("Origin of origins: the origin", contributor="Origin", numbers={"loans": 100_000}),
        title("Origin"),
        title("The origin of species", contributor="Origin", numbers={"loans": 90_000}),
    )
    assert library.finds(typed)[0] == "Origin"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("last train home", "Last train home"),
        ("Gui tu lie che", "Last train home"),
        ("guitulieche", "Last train home"),
        ("归途列车", "Last train home"),
        ("last train home lixin fan", "Last train home"),
        ("pride & prejudice", "Pride and prejudice"),
        ("PRIDE AND PREJUDICE", "Pride and prejudice"),
        ("to be or not to be", "To be or not to be"),
        ("TO BE OR NOT TO BE", "To be or not to be"),
        ("(what's the story) morning glory?", "(What's the story) morning glory?"),
        ("mission: impossible", "Mission: impossible"),
        ("?", "?"),
    ],
)
def test_any_form_of_a_title_is_known(library: Library, typed: str, name: str) -> None:
    known = ("Gui tu lie che", "归途列车", "Last train home Lixin Fan")
    library.has(
        title("Last train home", known=known),
        *(title(each) for each in (
            "Pride and prejudice", "To be or not to be", "(What's the story) morning glory?",
            "Mission: impossible", "?", "Gui tu lie che explained", "Last train home again",
            "What to be: or not, to be", "Pride and prejudice and zombies",
        )),
    )  # fmt: skip
    assert library.finds(typed)[0] == name


def test_words_in_the_title_come_before_names_before_subjects_before_the_rest(
    library: Library,
) -> None:
    library.has(
        title("A rest", notes="about Melville"),
        title("A subject", subject="Melville"),
        title("A name", contributor="Melville"),
        title("Who was Melville then?"),
    )
    assert library.finds("melville") == ["Who was Melville then?", "A name", "A subject", "A rest"]


def test_words_side_by_side_in_a_title_come_before_words_apart(library: Library) -> None:
    library.has(
        title("A garden of the secret kind for those who keep one"),
        title("Inside my secret garden of the kind for those who keep"),
    )
    assert library.finds("secret garden")[0].startswith("Inside")


def test_being_asked_for_more_breaks_a_tie(library: Library) -> None:
    library.has(
        title("Cats one", numbers={"loans": 3}),
        title("Cats two", numbers={"loans": 900}),
        title("Cats six", numbers={"loans": 0}),
    )
    assert library.finds("cats") == ["Cats two", "Cats one", "Cats six"]


def test_where_words_stand_only_in_notes_the_most_asked_for_comes_first(library: Library) -> None:
    library.has(
        title("One", notes="cats", numbers={"loans": 3}),
        title("Two", notes="cats", numbers={"loans": 900}),
        title("Six", notes="cats", numbers={"loans": 0}),
    )
    assert library.finds("cats") == ["Two", "One", "Six"]


def test_without_words_the_most_asked_for_comes_first(library: Library) -> None:
    library.has(
        title("Seldom", numbers={"loans": 1}),
        title("Often", numbers={"loans": 7}),
        title("Seldom but more copies", numbers={"loans": 1, "copies": 4}),
    )
    assert library.finds("") == ["Often", "Seldom but more copies", "Seldom"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.TITLE, ["Abacus", "Émile", "Zebra"]),
        (Sort.AUTHOR, ["Zebra", "Abacus", "Émile"]),
        (Sort.NEWEST, ["Émile", "Abacus", "Zebra"]),
        (Sort.OLDEST, ["Abacus", "Émile", "Zebra"]),
        (Sort.ADDED, ["Zebra", "Abacus", "Émile"]),
        (Sort.RATING, ["Abacus", "Émile", "Zebra"]),
        (Sort.POPULAR, ["Émile", "Zebra", "Abacus"]),
    ],
)
def test_results_can_be_sorted(library: Library, sort: Sort, expected: list[str]) -> None:
    library.has(
        title("Zebra", contributor="Ätna", numbers={"added": 20_000, "loans": 2}),
        title("Émile", numbers={"year": 1762, "added": -5, "rating": 40, "loans": 5}),
        title("Abacus", contributor="Bach", numbers={"year": -50, "added": 3, "rating": 41}),
    )
    assert library.finds("", sort=sort) == expected


def test_long_titles_that_begin_alike_are_still_sorted(library: Library) -> None:
    beginning = "Annual report of the department of"
    last = [f"{beginning} {end}" for end in ("agriculture", "commerce", "defence", "education")]
    library.has(*(title(name) for name in reversed(last)))
    assert library.finds("", sort=Sort.TITLE) == last


def test_a_short_page_of_a_sorted_result_is_the_head_of_the_long_one(library: Library) -> None:
    library.has(*(title(f"The same beginning {at:02}") for at in range(40)))
    request = Request(parse("beginning").tree, sort=Sort.TITLE)
    every = [hit.title_id for hit in library.engine.search(request).hits]
    for limit in (1, 2, 7, 39):
        short = Request(request.query, sort=Sort.TITLE, limit=limit)
        assert [hit.title_id for hit in library.engine.search(short).hits] == every[:limit]


@pytest.mark.parametrize("sort", Sort)
def test_of_very_many_only_so_many_are_handed_out_and_all_are_counted(
    library: Library, sort: Sort
) -> None:
    library.has(*(title(f"Poem {at:02}", numbers={"year": 1900 + at}) for at in range(30)))
    query = parse("poem").tree
    every = library.engine.search(Request(query, sort=sort))
    few = library.engine.search(Request(query, sort=sort, limit=29, of_many=7))
    enough = library.engine.search(Request(query, sort=sort, limit=30, of_many=7))
    assert (few.total, enough.total) == (30, 30)
    assert [hit.title_id for hit in few.hits] == [hit.title_id for hit in every.hits][:7]
    assert list(enough.hits) == list(every.hits)


def test_titles_alike_in_everything_stand_in_the_order_of_their_ids(library: Library) -> None:
    alike = [title("Alike", number=str(at), numbers={"year": 2000}) for at in range(30)]
    library.has(*alike)
    orders = {
        sort: [hit.title_id for hit in library.asked("alike", sort=sort).hits] for sort in Sort
    }
    assert len({tuple(order) for order in orders.values()}) == 1
    assert set(orders[Sort.TITLE]) == {each.title_id for each in alike}


@pytest.mark.parametrize("prefix", ["las", "Last tr", "lä", "LAST TRAIN HOME"])
def test_typing_is_completed(library: Library, prefix: str) -> None:
    if Ability.SUGGESTIONS in library.engine.cannot:
        pytest.skip("this engine completes nothing")
    library.has(title("Last train home"), title("The last emperor"), title("Blast"))
    assert "Last train home" in library.engine.suggest(prefix)
    assert "Blast" not in library.engine.suggest(prefix)


def test_a_name_in_its_own_script_is_completed_and_says_which_heading_it_is(
    library: Library,
) -> None:
    murakami = title("Kafka on the shore", facets={"author": ["Murakami, Haruki"]})
    library.has(replace(murakami, vernacular=[("村上, 春樹", "Murakami, Haruki")]))
    for typed in ("村", "村上春", "村上春树", "春樹"):
        assert library.engine.suggest(typed) == [f"村上, 春樹{COMPLETED_BY}Murakami, Haruki"]
    assert library.engine.suggest("haruki") == ["Murakami, Haruki"]


def test_completions_are_titles_names_subjects_and_series_most_titles_first(
    library: Library,
) -> None:
    shelf = {"author": ["Mann, Thomas"], "subject": ["Mannheim"], "series": ["Manna"]}
    library.has(
        title("The man without qualities", facets={"author": ["Musil, Robert"]}),
        title("One", facets=shelf),
        title("Two", facets={"subject": ["Mannheim"]}),
    )
    assert library.engine.suggest("man")[0] == "Mannheim"
    assert set(library.engine.suggest("man")) == {
        "Mannheim", "Mann, Thomas", "Manna", "The man without qualities",
    }  # fmt: skip
    assert library.engine.suggest("thomas m") == ["Mann, Thomas"]
    assert len(library.engine.suggest("man", limit=2)) == 2
    assert library.engine.suggest("") == []
    assert library.engine.suggest("\ud800 (*") == []


def test_similar_titles_share_headings_and_are_of_other_works(library: Library) -> None:
    if Ability.SIMILAR in library.engine.cannot:
        pytest.skip("this engine knows no similar titles")
    migrants = {"subject": ["Migrants", "China"], "author": ["Fan, Lixin"]}
    this = title("Last train home", facets=migrants)
    library.has(
        this,
        title("The same on Blu-ray", number="bluray", work="Last train home", facets=migrants),
        title("One shared", facets={"subject": ["China"]}),
        title("Two shared", facets={"subject": ["China", "Migrants"]}),
        title("None shared", facets={"subject": ["Cats"]}),
    )
    names = [library.named(hit) for hit in library.engine.similar(this.title_id)]
    assert names == ["Two shared", "One shared"]
    assert library.engine.similar(title("never there").title_id) == []
    alone = title("Alone", facets={"subject": ["Zymurgy"]})
    library.has(alone)
    assert library.engine.similar(alone.title_id) == []
