"""Results: works once, filters that can be used without a script, pages, and no dead ends."""

import pytest
from django.test import Client

from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.small_library import EDITIONS


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_each_work_is_a_card_with_its_editions_and_whether_they_are_in(client: Client) -> None:
    html = shown(client, "/search?q=last+train+home")
    assert html.count('<ol class="hits">') == 1
    text = visible_text(html)
    assert "Results for last train home" in text
    assert "2 of 3 in" in text
    assert "DVD, 2011" in text


def test_titles_are_found_in_their_own_script_and_in_latin_letters(client: Client) -> None:
    for words in ("归途列车", "gui tu lie che", "last train home"):
        found = client.get("/search.json", {"q": words}).json()
        assert found["works"][0]["title"] == "Last train home", words


def test_a_card_counts_every_edition_also_those_it_does_not_show(client: Client) -> None:
    work = client.get("/search.json?q=emma").json()["works"][0]
    assert work["editions_total"] == EDITIONS
    assert len(work["editions"]) < EDITIONS
    assert f"{EDITIONS - 4} more editions" in shown(client, "/search?q=emma")


def test_filters_stand_in_one_form_with_one_button(client: Client) -> None:
    html = shown(client, "/search")
    form = html[html.index('id="filters"') : html.index("</form>", html.index('id="filters"'))]
    assert form.count("<button") == 1
    for name in ("available", "branch", "format", "from", "to", "class", "added"):
        assert f'name="{name}"' in form, name


def test_a_filter_in_use_is_a_chip_that_takes_itself_away(client: Client) -> None:
    html = shown(client, "/search?q=train&format=dvd&year=2000-2020")
    chips = html[html.index('class="on"') : html.index("</div>", html.index('class="on"'))]
    assert 'href="/search?q=train&amp;year=2000-2020" rel="nofollow"' in chips
    assert 'href="/search?q=train&amp;format=dvd" rel="nofollow"' in chips
    assert 'class="clear" href="/search?q=train"' in chips


def test_filters_narrow_and_exclude(client: Client) -> None:
    everything = client.get("/search.json").json()["total_titles"]
    films = client.get("/search.json", {"format": "dvd"}).json()
    others = client.get("/search.json", {"not.format": "dvd"}).json()
    assert films["total_titles"] == 1
    assert others["total_titles"] == everything - 1


@pytest.mark.parametrize(
    ("name", "value"), [("format", "dvd"), ("branch", "CEN"), ("class", "300")]
)
def test_what_is_left_out_stays_left_out_when_filters_are_applied(
    client: Client, name: str, value: str
) -> None:
    inputs = Markup(shown(client, f"/search?not.{name}={value}")).all("input")
    ticked = [tag.attributes for tag in inputs if "checked" in tag.attributes]
    assert [(each["name"], each["value"]) for each in ticked] == [(f"not.{name}", value)]


def test_a_filtered_page_is_not_for_robots_and_a_plain_one_is(client: Client) -> None:
    assert "noindex" not in shown(client, "/search?q=train")
    assert "noindex" in shown(client, "/search?q=train&format=dvd")
    assert "noindex" in shown(client, "/search?q=neighbour&page=2")


def test_every_link_to_a_narrower_search_asks_robots_not_to_follow(client: Client) -> None:
    page = Markup(shown(client, "/search?q=neighbour&format=book&year=1900-2030"))
    for tag in page.all("a"):
        href = tag.attributes["href"]
        if href.startswith("/search?") and "&" in href:
            assert "nofollow" in tag.attributes.get("rel", ""), href


def test_pages_follow_each_other_without_a_work_twice(client: Client) -> None:
    seen: list[str] = []
    for address in ("/search.json?q=neighbour", "/search.json?q=neighbour&page=2"):
        seen += [work["work_id"] for work in client.get(address).json()["works"]]
    assert len(seen) == len(set(seen)) == 39
    assert 'aria-current="page">2</a>' in shown(client, "/search?q=neighbour&page=2")


def test_a_page_beyond_the_last_says_so_and_leads_back(client: Client) -> None:
    html = shown(client, "/search?q=neighbour&page=9")
    assert "There are not that many pages." in html
    assert 'href="/search?q=neighbour&amp;page=2"' in html


@pytest.mark.parametrize(
    "given",
    [
        "age=x", "age=07", "age=19", "not.age=7", "rating=9", "sort=sideways", "year=abc",
        "added=45", "format=zz", "from=x", "near=nowhere",
    ],
)  # fmt: skip
def test_what_a_search_cannot_do_is_said_and_not_left_out_in_silence(
    client: Client, given: str
) -> None:
    html = shown(client, f"/search?q=train&{given}")
    assert "was left out" in visible_text(html)
    assert "noindex" in html
    assert 'rel="canonical" href="http://localhost/search?q=train"' in html
    assert client.get(f"/search.json?q=train&{given}").json()["left_out"]


def test_a_value_both_wanted_and_left_out_is_wanted_and_the_page_says_so(client: Client) -> None:
    given = "/search?q=train&format=dvd&not.format=dvd"
    assert "cannot be both wanted and left out" in visible_text(shown(client, given))
    facts = client.get(given.replace("?", ".json?")).json()
    assert (
        facts["total_titles"]
        == client.get("/search.json?q=train&format=dvd").json()["total_titles"]
    )


@pytest.mark.parametrize("given", ["branch=NOPE", "class=foo", "genre=zzz", "q=train&branch=NOPE"])
def test_a_value_that_nothing_in_the_catalogue_has_is_said(client: Client, given: str) -> None:
    text = visible_text(shown(client, f"/search?{given}"))
    assert "Nothing in the catalogue has" in text
    assert client.get(f"/search.json?{given}").json()["left_out"]


def test_of_a_value_that_something_has_nothing_is_said(client: Client) -> None:
    text = visible_text(shown(client, "/search?q=zzzzqqq&branch=CEN&format=dvd"))
    assert "Nothing in the catalogue has" not in text


def test_no_more_than_four_filters_hold_at_a_time_and_the_page_says_so(client: Client) -> None:
    four = "available=now&branch=CEN&format=dvd&year=2000-2020"
    assert "at a time" not in shown(client, f"/search?{four}")
    html = shown(client, f"/search?{four}&kind=fiction&genre=x")
    assert "No more than 4 filters at a time" in visible_text(html)
    assert "Fiction or not, Genre" in visible_text(html)


def test_where_nothing_is_found_fewer_words_are_offered_with_what_they_find(
    client: Client,
) -> None:
    text = visible_text(shown(client, "/search?q=train+zzzzqqq"))
    assert "Only train, 3 titles" in text
    assert client.get("/search.json?q=train+zzzzqqq").json()["instead"] == [
        {"q": "train", "address": "/search?q=train", "titles": 3}
    ]
    title = shown(client, "/search?q=fan+lixin&field=title")
    assert "Anywhere: fan lixin, 2 titles" in visible_text(title)


def test_where_several_words_are_in_the_way_the_longest_parts_are_offered(client: Client) -> None:
    facts = client.get("/search.json?q=zzzz+last+train+home+qqqq+emma+austen").json()["instead"]
    assert {each["q"] for each in facts} == {"emma austen", "last train home"}
    text = visible_text(shown(client, "/search?q=last+train+zzzz+of+qqqq"))
    assert "Only last train, 3 titles" in text
    assert "Only of" not in text
    assert client.get("/search.json?q=zzzz+qqqq+xxxx").json()["instead"] == []


def test_without_the_filters_comes_first_and_nothing_is_there_to_sort(client: Client) -> None:
    address = "/search?q=last+train+home&format=music_cd"
    html = shown(client, address)
    assert 'name="sort"' not in html
    assert 'name="sort"' in shown(client, "/search?q=train")
    facts = client.get("/search.json?q=last+train+home&format=music_cd").json()["instead"]
    assert facts[0]["address"] == "/search?q=last+train+home"


def test_a_field_nobody_has_is_offered_rightly_spelt(client: Client) -> None:
    meant = client.get("/search.json?q=titel%3Atrain").json()["did_you_mean"]
    assert meant == ["title:train"]
    assert 'href="/search?q=title%3Atrain"' in shown(client, "/search?q=titel%3Atrain")


def test_the_twin_of_a_search_says_its_order_and_the_next_page(client: Client) -> None:
    facts = client.get("/search.json?q=neighbour&sort=title").json()
    assert facts["sort"] == "title"
    assert facts["next"] == "/search?q=neighbour&sort=title&page=2"


def test_finding_nothing_is_not_a_dead_end(client: Client) -> None:
    text = visible_text(shown(client, "/search?q=train&format=music_cd&year=1700-"))
    assert "Nothing here matches all of this." in text
    assert "Without the filters, 3 titles" in text
    assert "Without the filter “Format”, 2 titles" in text
    assert "Without the filter “Year”" not in text
    assert "Ask the library to get it" in text
    lone = visible_text(shown(client, "/search?q=zzzzqqq&format=dvd"))
    assert "Without the filters" not in lone
    facts = client.get("/search.json?q=train&format=music_cd").json()["instead"]
    assert {"q": "train", "address": "/search?q=train", "titles": 3} in facts


def test_the_years_are_bars_that_are_links_with_two_fields(client: Client) -> None:
    html = shown(client, "/search")
    years = html[html.index("opts years") : html.index("</fieldset>", html.index("opts years"))]
    assert years.count('type="number"') == 2
    assert '<rect class="b"' in years
    assert 'aria-label="' in years


def test_orders_can_be_chosen_without_losing_the_filters(client: Client) -> None:
    html = shown(client, "/search?q=neighbour&format=book&sort=title")
    bar = html[html.index('class="bar"') : html.index("</form>", html.index('class="bar"'))]
    assert '<input type="hidden" name="format" value="book">' in bar
    assert '<option value="title" selected>' in bar


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("utm_source=mail&q=train", "q=train"),
        ("sort=relevance&q=train&page=1&field=anywhere", "q=train"),
        ("format=dvd&q=train", "q=train&format=dvd"),
        ("q=train&from=1990&to=", "q=train&year=1990-"),
        ("q=train&year=2005-1990", "q=train&year=1990-2005"),
        ("q=train&page=1000000000", "q=train&page=50"),
        ("q=train&page=-1", "q=train"),
        ("q=train&fbclid=x&utm_source=mail", "q=train"),
        ("q=&format=", ""),
        ("format=dvd&format=dvd", "format=dvd"),
        ("q=%00train%E2%80%AE", "q=train"),
        ("q=%ED%A0%80", "q=%EF%BF%BD%EF%BF%BD%EF%BF%BD"),
    ],
)
def test_another_spelling_of_a_search_is_sent_to_its_one_address(
    client: Client, given: str, canonical: str
) -> None:
    response = client.get("/search", QUERY_STRING=given)
    assert response.status_code == 301
    assert response["Location"] == (f"/search?{canonical}" if canonical else "/search")
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize(
    "given",
    [
        "q=" + "(" * 3000,
        "q=" + "a" * 100_000,
        "&".join(["format=dvd"] * 1_000),
        "&".join(f"subject=s{n}" for n in range(5_000)),
        "q=tea%5E1e309&page=" + "9" * 4_000,
        "q=" + "%22" * 999,
        "%=%&&&==&q",
        "sort[]=x&sort=';DROP TABLE&field=../../etc",
        "year=99999999999999999999-&from=1e9",
        "q=a:b:c+nofield:x+*+^+~9",
    ],
)
def test_a_senseless_address_is_answered_plainly(client: Client, given: str) -> None:
    response = client.get("/search", QUERY_STRING=given)
    if response.status_code == 301:
        response = client.get(response["Location"])
    assert response.status_code in {200, 400}


def test_what_was_typed_is_shown_as_text(client: Client) -> None:
    html = client.get("/search", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_heading_gathers_its_titles_with_the_filters_of_a_search(client: Client) -> None:
    html = shown(client, "/search?q=last+train+home")
    heading = next(
        tag.attributes["href"]
        for tag in Markup(html).all("a")
        if tag.attributes["href"].startswith("/heading/name/")
    )
    page = shown(client, heading)
    assert "Lixin Fan" in visible_text(page)
    assert "1 work, 2 titles" in visible_text(page)
    assert client.get(f"{heading}.json").json()["works"][0]["title"] == "Last train home"
    assert client.get(f"{heading}?format=book").status_code == 200


def test_the_twin_of_a_search_counts_what_the_page_counts(client: Client) -> None:
    text = visible_text(shown(client, "/search?q=neighbour"))
    facts = client.get("/search.json?q=neighbour").json()
    assert f"{facts['total_works']} works, {facts['total_titles']} titles" in text
    for work in facts["works"]:
        assert work["title"] in text
