"""The title page: every block the product promises, in its order, and what records do to it."""

import re

import pytest
from django.test import Client

from commonplace.catalogue.stores import PRECIOUS, select
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.small_library import EDITIONS, LONG_TITLE, address

BLOCKS = (
    "copies", "about", "readers", "ages", "notices", "comments", "summaries", "quotes", "tags",
    "critics", "explore", "details", "forms", "librarian",
)  # fmt: skip


def page(client: Client, number: str) -> str:
    return client.get(address(number)).content.decode()


def test_every_block_is_there_in_the_order_of_the_design(client: Client) -> None:
    ids = [t.attributes["id"] for t in Markup(page(client, "film")).tags if "id" in t.attributes]
    assert [each for each in ids if each in BLOCKS] == list(BLOCKS)


def test_the_title_stands_with_its_original_script_marked_as_such(client: Client) -> None:
    html = page(client, "film")
    assert '<span class="twin" lang="zh"><bdi>归途列车</bdi></span>' in html
    assert "<title>Last train home (归途列车), DVD, 2011" in html
    assert "Gui tu lie che" in html


def test_format_year_and_languages_stand_in_one_line(client: Client) -> None:
    text = visible_text(page(client, "film"))
    assert "DVD2011Chinese, subtitles in English" in text


def test_contributors_are_named_the_way_round_by_role_and_linked(client: Client) -> None:
    html = page(client, "film")
    assert re.search(r"<dt>Director</dt><dd><a href=\"/heading/name/\w{13}\">", html)
    assert "Lixin Fan" in html
    assert "<dt>Producer</dt>" in html


def test_copies_are_grouped_by_branch_with_status_and_the_day_they_are_due(client: Client) -> None:
    text = visible_text(page(client, "film"))
    assert "2 of 3 copies are in" in text
    assert "Central" in text
    assert "Adult DVDs, first floor" in text
    assert "In, 2 copies" in text
    assert "Out, due 3 December" in text
    assert re.search(r"As of \d\d:\d\d today", text)


def test_an_online_link_is_offered_and_a_script_never_is(client: Client) -> None:
    assert 'href="https://films.example/last" rel="external noopener"' in page(client, "film")
    assert "javascript:" not in page(client, "hostile")


def test_what_the_critics_say_and_its_awards_come_from_the_record(client: Client) -> None:
    text = visible_text(page(client, "film"))
    assert "A film of great patience." in text
    assert "The Harbour Gazette" in text
    assert "Best documentary, 2009." in text


def test_kinds_of_word_nobody_has_left_say_so_and_offer_nothing_that_does_not_work(
    client: Client,
) -> None:
    html = page(client, "long")
    assert "No one has rated this yet" in html
    assert "No one has left a comment yet." in html
    main = html[html.index("<main") : html.index("</main>")]
    assert "<button" not in main
    assert "<form" not in main


def test_the_shelf_is_a_list_with_this_title_drawn_out_and_ways_on(client: Client) -> None:
    html = page(client, "film")
    shelf = html[html.index('<ol class="shelf">') :].partition("</ol>")[0]
    assert shelf.count("<li>") == 14
    assert shelf.count('aria-current="true"') == 1
    assert "Earlier on the shelf, from" in html


def test_subject_headings_say_how_many_titles_stand_under_them(client: Client) -> None:
    html = page(client, "film")
    assert "Migrant labor – China" in html
    assert "2 titles<" in html


def test_the_other_formats_of_the_work_are_listed_with_this_one_named(client: Client) -> None:
    facts = client.get(f"{address('film')}.json").json()
    assert [each["format"] for each in facts["editions"]].count("bluray") == 1
    assert [each["is_this"] for each in facts["editions"]].count(True) == 1
    assert "This one" in page(client, "film")


def test_the_address_is_cited_and_drawn_for_the_printed_page(client: Client) -> None:
    html = page(client, "film")
    assert "Last train home [归途列车]. New York" in html
    assert '<svg viewBox="0 0 ' in html[html.index('class="printed"') :]


@pytest.mark.parametrize("number", ["bare", "long", "arabic", "crowded", "hostile"])
def test_a_strange_record_still_makes_a_page(client: Client, number: str) -> None:
    response = client.get(address(number))
    assert response.status_code == 200
    assert not Markup(response.content.decode()).faults


def test_a_title_without_copies_says_so_kindly(client: Client) -> None:
    text = visible_text(page(client, "bare"))
    assert "No copy is listed" in text
    assert "A librarian can tell whether one is on its way" in text


def test_a_very_long_title_is_set_smaller_and_whole(client: Client) -> None:
    html = page(client, "long")
    assert '<h1 class="very-long">' in html
    assert LONG_TITLE.strip() in html


def test_an_arabic_title_keeps_its_language_and_direction(client: Client) -> None:
    assert '<span class="twin" lang="ar"><bdi>الأيام</bdi></span>' in page(client, "arabic")


def test_five_thousand_copies_make_a_light_page_with_a_way_to_all_of_them(client: Client) -> None:
    response = client.get(address("crowded"))
    assert len(response.content) < 40_000
    assert "Show all 5,000 copies" in response.content.decode()
    copies = client.get(f"{address('crowded')}/copies?page=2").content.decode()
    assert '<a href="' in copies
    assert 'aria-current="page">2</a>' in copies


def test_an_endless_record_makes_a_light_page_that_says_where_the_rest_is(client: Client) -> None:
    html = page(client, "endless")
    assert len(html.encode()) < 150_000
    assert html.count("more in the librarian view") >= 5
    work = client.get(f"{address('endless')}.json").json()["work_id"]
    assert len(client.get(f"/work/{work}").content) < 150_000


def test_a_work_in_many_editions_is_paged_and_counts_them_all(client: Client) -> None:
    work = client.get("/search.json?q=emma").json()["works"][0]["work_address"]
    text = visible_text(client.get(work).content.decode())
    assert "Editions 1 to 200 of 230, the best for you first." in text
    pages = [client.get(f"{work}.json?page={number}").json() for number in (1, 2)]
    ids = {each["title_id"] for facts in pages for each in facts["editions"]}
    assert len(ids) == pages[0]["editions_total"] == EDITIONS


def test_a_work_whose_titles_were_all_withdrawn_is_gone(client: Client) -> None:
    sql = "SELECT key_id FROM catalogue_issuedtitle WHERE control_number = 'n40'"
    assert client.get(f"/work/{select(PRECIOUS, sql)[0][0]}").status_code == 410


def test_a_title_without_a_call_number_is_said_to_stand_on_no_shelf(client: Client) -> None:
    response = client.get(f"/shelf?at={address('bare')[7:]}")
    assert response.status_code == 404
    assert "stands on no shelf" in response.content.decode()
    assert client.get(f"/shelf?at={address('n40')[7:]}").status_code == 410


def test_a_withdrawn_title_is_gone_and_one_that_never_was_is_not_found(client: Client) -> None:
    gone = client.get(address("n40"))
    assert gone.status_code == 410
    assert "no longer in the catalogue" in gone.content.decode()
    assert client.get(f"{address('n40')}.json").json()["status"] == 410
    assert client.get(f"/title/{'a' * 13}").status_code == 404


def test_the_librarian_sees_every_field_and_can_take_the_record_as_it_came(client: Client) -> None:
    html = client.get(f"{address('film')}/record").content.decode()
    assert '<th scope="row">245</th>' in html
    assert "<b>$a</b> <bdi>Last train home</bdi>" in html
    file = client.get(f"{address('film')}/record/file")
    assert file["Content-Type"] == "application/marc"
    assert file.content.startswith(b"0")
    assert b"Last train home" in file.content


def test_the_twin_states_the_facts_the_page_shows(client: Client) -> None:
    text = visible_text(page(client, "film"))
    facts = client.get(f"{address('film')}.json").json()
    assert facts["description"]["title_proper"] in text
    assert facts["description"]["vernacular"]["title_proper"] in text
    assert facts["availability"]["copies"] == len(facts["copies"]) == 3
    assert facts["availability"]["in"] == 2
    for heading in facts["headings"]:
        assert heading["label"] in text
    for spine in facts["shelf"]:
        assert spine["title"] in text
    assert facts["citation"] in text


def test_the_cover_is_a_drawing_of_its_own(client: Client) -> None:
    cover = client.get(f"/cover/{address('film')[7:]}.svg")
    assert cover["Content-Type"] == "image/svg+xml"
    assert cover.content.startswith(b"<svg")
    assert b"style=" not in cover.content
