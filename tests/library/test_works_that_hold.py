"""What staff decided and what records share holds through corrections of every kind."""

from collections.abc import Iterable

import pytest

from commonplace.catalogue.grouping import reading
from commonplace.catalogue.grouping.addresses import lead_of
from commonplace.catalogue.grouping.anchors import anchor_for
from commonplace.catalogue.grouping.deciding import By, join, split
from commonplace.catalogue.grouping.settling import settle_all
from commonplace.catalogue.rows.models import FreedNumber
from commonplace.works.evidence import Kind
from commonplace.works.grouping import Edge, Join, Split, group
from tests.library.contributing import book, take_in, title_of, work_of

STAFF = By("1", "Ada")
ONE, OTHER = "9780261102217", "9780261102736"
TOLKIEN = "Tolkien, J. R. R."


def tale(number: str, title: str, *isbns: str) -> bytes:
    """A book of one author."""
    return book(number, title, TOLKIEN, *isbns)


def gone(number: str) -> bytes:
    """A record that is deleted."""
    return tale(number, "Any").replace(b"cam a", b"dam a", 1)


def are_one(*numbers: str) -> bool:
    """Whether these titles are one work, and settling everything says so too."""
    assert settle_all() == []
    return len({work_of(number) for number in numbers}) == 1


def set_apart(work: str, *numbers: str) -> str:
    """Set these titles apart from their work; the id of the decision."""
    return split(work, [title_of(each) for each in numbers], by=STAFF, reason="Two").own_id


@pytest.mark.usefixtures("home")
def test_when_a_number_is_too_common_no_longer_it_joins_those_who_still_have_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "TOO_COMMON", 2)
    names = ("The hobbit", "The hobbit deluxe", "The hobbit deluxe gold")
    take_in(tale(f"t{n}", name, ONE) for n, name in enumerate(names))
    assert not are_one("t1", "t2")
    take_in([tale("t0", "The hobbit")])
    assert are_one("t1", "t2")
    assert not FreedNumber.objects.exists()
    take_in([tale("t0", "The hobbit", ONE)])
    assert not are_one("t1", "t2")
    take_in([gone("t0")])
    assert are_one("t1", "t2")


@pytest.mark.usefixtures("home")
def test_a_title_set_apart_stays_so_when_its_record_gets_the_key_of_the_rest() -> None:
    take_in([tale("t1", "The hobbit", ONE), tale("t2", "The hobbit deluxe", ONE)])
    set_apart(work_of("t2"), "t2")
    take_in([tale("t2", "The hobbit", ONE)])
    assert not are_one("t1", "t2")


@pytest.mark.usefixtures("home")
def test_a_title_set_apart_stays_so_when_the_records_of_the_rest_get_another_key() -> None:
    take_in([tale("t1", "The hobbit", ONE), tale("t2", "The hobbit", ONE)])
    set_apart(work_of("t2"), "t2")
    take_in([tale("t1", "The hobbit deluxe", ONE)])
    assert not are_one("t1", "t2")
    take_in([tale("t3", "The hobbit")])
    assert not are_one("t2", "t3")


@pytest.mark.usefixtures("home")
def test_a_title_set_apart_stays_so_when_one_record_of_the_rest_gets_another_key() -> None:
    take_in(tale(f"t{n}", "The hobbit", ONE) for n in (1, 2, 3))
    set_apart(work_of("t2"), "t2")
    take_in([tale("t1", "The hobbit deluxe", ONE)])
    assert not are_one("t1", "t2")
    assert not are_one("t2", "t3")
    take_in([tale("t4", "The hobbit deluxe gold", ONE)])
    assert not are_one("t1", "t2")


@pytest.mark.usefixtures("home")
def test_a_title_that_a_joined_key_led_to_leaves_when_the_key_has_a_title_again() -> None:
    take_in([tale("t1", "Tales"), tale("t2", "Silmarillion")])
    join({work_of("t1"), work_of("t2")}, by=STAFF, reason="One")
    take_in([tale("t1", "Bilbo")])
    assert are_one("t1", "t2")
    take_in([tale("t3", "Tales")])
    assert are_one("t3", "t2")
    assert not are_one("t1", "t2")


@pytest.mark.usefixtures("home")
def test_words_and_addresses_of_a_key_lead_to_its_titles_when_all_are_set_apart() -> None:
    take_in([tale("t1", "The hobbit"), tale("t2", "The hobbit"), tale("t3", "Silmarillion")])
    old = work_of("t1")
    anchor = anchor_for(title_of("t1"))
    own = set_apart(old, "t2")
    take_in([gone("t1")])
    assert are_one("t2")
    anchor.refresh_from_db()
    assert anchor.work_id == lead_of(old) == work_of("t2") == own


@pytest.mark.usefixtures("home")
def test_what_a_set_apart_title_joined_parts_when_it_is_withdrawn() -> None:
    take_in([tale("t1", "The hobbit"), tale("t2", "The hobbit", ONE, OTHER)])
    set_apart(work_of("t2"), "t2")
    take_in([tale("t3", "The hobbit deluxe", ONE), tale("t4", "The hobbit gold", OTHER)])
    assert are_one("t2", "t3", "t4")
    take_in([gone("t2")])
    assert not are_one("t3", "t4")


def test_a_decision_about_thousands_of_keys_is_obeyed_at_once() -> None:
    keys = {number: f"2|a|{number}||text" for number in range(1, 6_001)}
    ones, others = tuple(range(1, 3_001)), tuple(range(3_001, 6_001))
    works = group(keys, [], [Split(7, ones, others), Join(tuple(keys))])
    assert len(set(works.values())) == 2
    assert len({works[key] for key in ones}) == 1


def test_a_newer_join_of_two_outlives_the_split_of_all_others() -> None:
    keys = {number: f"2|a|{number}||text" for number in (1, 2, 3, 4)}
    edges = [Edge(Kind.CALLED, 2, 4), Edge(Kind.CALLED, 1, 4)]
    works = group(keys, edges, [Join((1, 3)), Split(9, (1, 2), (3, 4))])
    assert same(works, 1, 3)
    assert not any(same(works, one, 4) for one in (1, 2, 3))


def same(works: dict[int, int], *keys: int) -> bool:
    """Whether these keys are in one work."""
    return len({works[key] for key in keys}) == 1


@pytest.mark.usefixtures("home")
def test_a_long_chain_of_shared_numbers_is_one_work_in_reasonable_time() -> None:
    take_in(chain(300))
    assert are_one("t0", "t299")
    take_in([tale("t150", "Hobbit 150 tales")])
    assert not are_one("t0", "t299")


def chain(length: int) -> Iterable[bytes]:
    """Books each of which shares a number with the next."""
    for n in range(length):
        yield tale(f"t{n}", f"Hobbit {n} tales", isbn(n), isbn(n + 1))


def isbn(number: int) -> str:
    """The ISBN of this number."""
    stem = f"978000{number:06}"
    total = sum(int(figure) * (3 if place % 2 else 1) for place, figure in enumerate(stem))
    return f"{stem}{-total % 10}"
