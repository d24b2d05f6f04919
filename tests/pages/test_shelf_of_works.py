"""On a shelf each work stands once, by the edition that is asked for or else the nearest."""

import pytest

from commonplace.browse.queries import Place
from commonplace.web.blocks.shelf import one_of_a_work


@pytest.mark.parametrize(
    ("standing", "here", "shown"),
    [
        ("a1 b1 c1 d1 e1", "c1", "a1 b1 c1 d1 e1"),
        ("a1 b1 c1 c2 d1", "c1", "a1 b1 c1 d1"),
        ("a1 c2 c1 d1 e1", "c1", "a1 c1 d1 e1"),
        ("a1 b1 b2 c1 d1 d2", "c1", "a1 b2 c1 d1"),
        ("c1 d1 d2 e1", "c1", "c1 d1 e1"),
        ("b1 c1 b2", "c1", "c1 b2"),
    ],
)
def test_a_work_stands_once_beside_the_title(standing: str, here: str, shown: str) -> None:
    titles = standing.split()
    places = [Place("ddc", f"{at:02}", title, "Q") for at, title in enumerate(titles)]
    works = {title: title[0] for title in titles}
    found = one_of_a_work(places, works, places[titles.index(here)])
    assert [place.title_id for place in found] == shown.split()


def test_a_title_that_left_the_catalogue_leaves_no_gap() -> None:
    places = [Place("ddc", key, f"{key}1", "Q") for key in "abc"]
    found = one_of_a_work(places, {"a1": "a", "c1": "c"}, places[2])
    assert [place.title_id for place in found] == ["a1", "c1"]
