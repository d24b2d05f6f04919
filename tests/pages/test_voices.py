"""What readers say on the pages of titles, works and results: shown, folded, led to, kept safe."""

import re
from typing import Any

import pytest
from django.test import Client

from commonplace.catalogue.stores import PRECIOUS, select
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.small_library import SCRIPT, address
from tests.pages.voices import ELSEWHERE, MANY


def page(client: Client, number: str) -> str:
    return client.get(address(number)).content.decode()


def facts(client: Client, number: str) -> Any:
    return client.get(f"{address(number)}.json").json()


def work(client: Client, number: str) -> str:
    """The address of this title's work."""
    return f"/work/{facts(client, number)['work_id']}"


def permalink(origin_id: str) -> str:
    """The address of the contribution that came in under this id."""
    sql = "SELECT contribution_id FROM community_comment WHERE origin_id = %s"
    return f"/contribution/{select(PRECIOUS, sql, [origin_id])[0][0]}"


def test_the_mean_stands_under_the_name_with_stars_and_the_way_to_the_ratings(
    client: Client,
) -> None:
    html = page(client, "film")
    hero = html[html.index('class="hero-text"') : html.index('id="copies"')]
    assert 'class="stars s7" role="img" aria-label="3.7 out of 5 stars"' in hero
    assert '<a href="#readers">11 ratings</a>' in hero
    assert '<a href="#comments">Comments <b>7</b></a>' in hero


def test_the_histogram_can_be_read_as_text(client: Client) -> None:
    html = page(client, "film")
    said = re.findall(r'<li><span class="vh">([^<]*)</span>', html)
    assert said[3] == "2 stars: 1 rating"
    assert said[7] == "4 stars: 3 ratings"
    assert len(said) == 10


def test_fewer_than_three_ratings_have_no_mean(client: Client) -> None:
    html = page(client, "book")
    assert "1 rating so far; from three on there is a mean." in html
    assert "out of 5 stars" not in html
    assert facts(client, "book")["rating"]["mean"] is None


def test_comments_say_who_where_when_and_on_which_format(client: Client) -> None:
    text = visible_text(page(client, "film"))
    assert "Oluwaseun" in text
    assert "Staff, Central" in text
    assert "11 February 2026" in text
    assert "Marrowbone" in text
    assert "Millgate" in text
    assert "A reader" in text
    assert ELSEWHERE in text
    assert "Written about another format: Blu-ray" in text
    assert "Written about another format: DVD" not in text


def test_a_word_is_seen_from_every_format_with_what_its_writer_had(client: Client) -> None:
    text = visible_text(page(client, "bluray"))
    assert "Worth the wait for the picture." in text
    assert "Written about another format: DVD" in text
    assert "Written about another format: Blu-ray" not in text


def test_a_comment_has_its_language_and_its_direction(client: Client) -> None:
    html = client.get(f"{work(client, 'film')}/comments").content.decode()
    assert '<div class="prose" lang="es"><p class="as-typed" dir="auto">La vi' in html
    assert "In Spanish" in html
    assert '<div class="prose" lang="ar"><p class="as-typed" dir="auto">قطار' in html


def test_what_gives_away_the_end_is_folded_and_says_so(client: Client) -> None:
    html = page(client, "film")
    fold = html[html.index('<details class="spoiler">') :]
    assert fold.index("Gives away how things end") < fold.index("steps off the train")


def test_the_newest_five_stand_on_the_title_and_all_on_a_page_of_their_own(client: Client) -> None:
    html = page(client, "film")
    assert html.count('class="say"') == 5
    assert "View all 7 comments" in html
    leaf = client.get(f"{work(client, 'film')}/comments").content.decode()
    assert leaf.count('class="say"') == 7


def test_what_waits_or_was_taken_back_is_on_no_page(client: Client) -> None:
    for path in (address("film"), f"{work(client, 'film')}/comments"):
        for tail in ("", ".json"):
            text = client.get(path + tail).content.decode()
            assert "pills.example" not in text
            assert "Taken back" not in text


def test_every_comment_is_on_one_leaf_and_no_leaf_is_heavy(client: Client) -> None:
    path, seen = f"{work(client, 'book')}/comments", []
    while path:
        response = client.get(path)
        assert len(response.content) < 150_000
        seen += re.findall(r"Word \d+\.", response.content.decode())
        said = client.get(path.replace("/comments", "/comments.json")).json()
        assert said["total"] == MANY
        path = said["next"] or ""
    assert len(seen) == len(set(seen)) == MANY


def test_a_permanent_address_leads_to_its_comment_wherever_it_stands(client: Client) -> None:
    response = client.get(permalink("b3"))
    assert response.status_code == 302
    leaf, _, mark = response["Location"].partition("#")
    html = client.get(leaf).content.decode()
    assert f'<li id="{mark}">' in html
    assert html.index(f'id="{mark}"') < html.index("Word 3.")
    twin = client.get(f"{permalink('b3')}.json")
    assert client.get(twin["Location"]).json()["comments"][0]["text"].startswith("Word 3.")


def test_what_was_taken_back_is_gone_what_waits_or_never_was_is_not_found(client: Client) -> None:
    assert client.get(permalink("9")).status_code == 410
    assert "no longer here" in client.get(permalink("9")).content.decode()
    assert client.get(f"{permalink('9')}.json").json()["status"] == 410
    assert client.get(permalink("8")).status_code == 404
    assert client.get(f"/contribution/{'a' * 13}").status_code == 404
    rating = select(PRECIOUS, "SELECT contribution_id FROM community_rating LIMIT 1")[0][0]
    assert client.get(f"/contribution/{rating}")["Location"].endswith("#readers")


def test_one_may_read_only_what_was_written_here(client: Client) -> None:
    leaf = f"{work(client, 'film')}/comments"
    ours = client.get(f"{leaf}.json?by=ours").json()
    assert ours["total"] == 6
    assert ELSEWHERE not in {each["library"] for each in ours["comments"]}
    assert client.get(f"{leaf}.json?by=everyone").json()["total"] == 7
    assert client.get(f"{leaf}.json?by=nobody&from=x").json()["total"] == 7
    assert "noindex" in client.get(f"{leaf}?by=ours").content.decode()


def test_hostile_words_names_and_libraries_are_words(client: Client) -> None:
    path = f"{work(client, 'hostile')}/comments"
    for each in (address("hostile"), path):
        html = client.get(each).content.decode()
        assert not Markup(html).faults
        assert SCRIPT not in html
        assert "{{ 7*7 }}" in html
        for mark in "\u202e\u2066\x00\x07":
            assert mark not in html


def test_the_twins_state_what_the_pages_show(client: Client) -> None:
    said = facts(client, "film")
    assert said["community"] == {"ratings": 11, "comments": 7}
    assert said["rating"]["count"] == sum(said["rating"]["histogram"].values()) == 11
    assert said["rating"]["histogram"]["4.0"] == 3
    assert said["rating"]["mean"] == pytest.approx(3.73, abs=0.01)
    assert [each["stars"] for each in said["comments"]] == [None, 5.0, None, None, None]
    first = said["comments"][0]
    assert (first["role"], first["library"], first["title_id"]) == (
        "staff", "Central", said["title_id"],
    )  # fmt: skip
    on_work = client.get(f"{work(client, 'film')}.json").json()
    assert on_work["rating"] == said["rating"]
    assert on_work["comments"] == said["comments"]
    assert facts(client, "long")["community"] == {}


def test_a_work_shows_its_readers_too(client: Client) -> None:
    html = client.get(work(client, "film")).content.decode()
    assert "3.7 out of 5 stars" in html
    assert "View all 7 comments" in html
    assert "No one has left a comment yet." in client.get(work(client, "long")).content.decode()


def test_results_show_the_stars_of_works_that_enough_have_rated(client: Client) -> None:
    html = client.get("/search?q=last+train+home").content.decode()
    assert html.count('class="rated small"') == 1
    works = client.get("/search.json?q=last+train+home").json()["works"]
    ratings = {each["editions"][0]["format"]: each["rating"] for each in works}
    assert {each["count"] for each in ratings.values()} >= {11, 1}
    assert {each["mean"] is None for each in ratings.values()} == {True, False}


def test_the_comments_of_a_work_that_became_another_are_there(client: Client) -> None:
    assert client.get(f"/work/{'a' * 13}/comments").status_code == 404
    sql = "SELECT key_id FROM catalogue_issuedtitle WHERE control_number = 'n40'"
    assert client.get(f"/work/{select(PRECIOUS, sql)[0][0]}/comments").status_code == 410
