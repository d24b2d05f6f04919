"""Readers' words on pages of results: found, named as the reason, filtered and sorted by."""

from typing import Any

from django.test import Client

from tests.pages.markup import Markup


def results(client: Client, **asked: str) -> dict[str, Any]:
    """The results of this search, as JSON."""
    found: dict[str, Any] = client.get("/search.json", asked).json()
    return found


def test_a_comment_leads_to_its_work_and_the_page_says_so(client: Client) -> None:
    html = client.get("/search?q=villain").content.decode()
    assert "a reader’s comment" in html
    (card, *_others) = results(client, q="villain")["works"]
    assert card["why"] == ["“villain” is in a reader’s comment."]
    assert not Markup(html).faults
    assert results(client, q="pills")["total_titles"] == 0


def test_titles_are_kept_by_their_mean_with_exact_counts(client: Client) -> None:
    html = client.get("/search?q=train").content.decode()
    assert '<input type="radio" name="rating" value="3.5">' in html
    assert 'name="rating" value="4.5"' not in html
    rated = results(client, q="train", rating="3.5")
    assert rated["total_titles"] == results(client, q="train sr:[3.5 TO 5]")["total_titles"] > 0
    assert f'<span class="n">{rated["total_titles"]}</span>' in html.partition('value="3.5">')[2]


def test_the_filter_for_means_has_one_value_which_can_be_taken_away(client: Client) -> None:
    html = client.get("/search?q=train&rating=3").content.decode()
    assert "3 stars and more" in html
    said = client.get("/search?q=train&rating=nine").content.decode()
    assert "is not something" in said
    assert client.get("/filter/rating?q=train").status_code == 404


def test_the_best_rated_come_first_where_that_is_asked(client: Client) -> None:
    cards = results(client, sort="rating")["works"]
    assert cards[0]["rating"]["mean"] is not None
    assert 'value="rating"' in client.get("/search?q=train").content.decode()
