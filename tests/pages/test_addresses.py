"""One search, one address: reading and writing agree, whatever the address holds."""

from hypothesis import given
from hypothesis import strategies as st

from commonplace.bibliography import FORMATS
from commonplace.search.engines.contract import Filter, Sort
from commonplace.web.addresses import Choices, Pick, read_choices, web_address

TEXT = st.text(max_size=60)
PARAMETER = st.tuples(
    st.sampled_from(
        ["q", "field", "format", "not.format", "subject", "not.subject", "year", "from", "to",
         "sort", "page", "added", "available", "language", "x"]
    ),
    st.one_of(TEXT, st.sampled_from([*FORMATS, *Sort, "now", "7", "1990-2005", "-", "eng"])),
)  # fmt: skip


@given(st.text(max_size=300))
def test_any_address_is_read_and_its_canonical_form_reads_the_same(query: str) -> None:
    choices = read_choices(query)
    assert read_choices(choices.query()) == choices


@given(st.lists(PARAMETER, max_size=12))
def test_any_parameters_have_one_canonical_form(parameters: list[tuple[str, str]]) -> None:
    from urllib.parse import urlencode  # noqa: PLC0415 -- the test's own tool

    query = urlencode(parameters, errors="replace")
    choices = read_choices(query)
    assert read_choices(choices.query()) == choices
    assert 1 <= choices.page <= 50
    assert choices.asked().filters is not None


def test_choices_become_filters_as_discovery_knows_them() -> None:
    asked = read_choices("q=train&format=dvd&not.format=vhs&year=-2005&sort=newest&page=3").asked()
    assert asked.text == "train"
    assert asked.filters == (
        Filter("format", values=("dvd",), without=("vhs",)),
        Filter("year", least=None, most=2005),
    )
    assert (asked.sort, asked.page) == (Sort.NEWEST, 3)


def test_a_value_is_taken_away_without_touching_the_others() -> None:
    choices = read_choices("q=a&format=book&format=dvd&subject=x&page=2")
    assert choices.with_pick("format", Pick(("dvd",))).query() == "q=a&format=dvd&subject=x"
    assert choices.with_pick("format", Pick()).query() == "q=a&subject=x"
    assert choices.cleared() == Choices(text="a")


def test_only_plain_web_addresses_become_links() -> None:
    assert web_address(" https://a.example/x ") == "https://a.example/x"
    for bad in ("javascript:alert(1)", "java\tscript:x", "data:text/html,x", "//a", "ftp://a", ""):
        assert web_address(bad) == ""
    assert web_address("https://a.example/\u202etxt") == ""
