"""Why titles are one work: reasons found again from titles, keys and rulings alone."""

from collections.abc import Collection

from commonplace.bibliography import Contributor, Description, Identifiers
from commonplace.bibliography.names_that_last import numbered
from commonplace.works.evidence import Kind
from commonplace.works.explaining import (
    Called,
    Member,
    Obstacle,
    Said,
    Tie,
    called_how,
    differences,
    key_groups,
    obstacle,
    parts_of,
    ties,
)
from commonplace.works.grouping import Join, Ruling, Split
from commonplace.works.keys import work_key

TOLKIEN = Contributor("Tolkien, J. R. R.", is_creator=True)
ISBN = "9780261102217"


def member(title_id: str, title: str, *isbns: str, under: int = 0) -> Member:
    """A title of Tolkien's as its work's page sees it."""
    said = Description(
        title_proper=title,
        contributors=(TOLKIEN,),
        format="book",
        identifiers=Identifiers(isbn=isbns),
    )
    key = work_key(said)
    return Member(title_id, said, key, under or numbered("work", key))


def tied(
    members: list[Member], *rulings: tuple[str, Ruling], common: Collection[int] = ()
) -> list[Tie]:
    """What joined the groups of these."""
    return ties(key_groups(members), Said(members), rulings, common)


TALE, SAME = member("a", "Hobbit", ISBN), member("b", "The hobbit")
DELUXE = member("c", "Hobbit deluxe", ISBN)
OTHER = member("d", "Silmarillion")


def test_titles_of_one_key_are_a_group_and_nothing_ties_it() -> None:
    [group] = key_groups([TALE, SAME])
    assert group.title_ids == ("a", "b")
    assert group.parts.title == "hobbit"
    assert tied([TALE, SAME]) == []


def test_a_number_that_groups_share_ties_them_unless_too_many_share_it() -> None:
    members = [TALE, SAME, DELUXE]
    [number] = Said(members).shared
    [tie] = tied(members)
    assert tie.evidence is not None
    assert (tie.one, tie.other, tie.evidence.kind) in {
        ("a", "c", Kind.ISBN),
        ("c", "a", Kind.ISBN),
    }
    assert tied(members, common={number}) == []


def test_what_staff_joined_needs_no_other_reason() -> None:
    join = Join((TALE.under, DELUXE.under))
    [tie] = tied([TALE, SAME, DELUXE], ("j", join))
    assert (tie.decision, tie.evidence) == ("j", None)


def test_a_side_of_a_split_is_tied_by_it() -> None:
    own = 7
    apart = member("e", "The hobbit", under=own)
    split = Split(own, (OTHER.under,), (TALE.under,))
    [tie] = tied([apart, OTHER], ("s", split))
    assert tie.decision == "s"


def test_titles_apart_say_what_is_in_their_way() -> None:
    tale, film = TALE.key, TALE.key.replace("|text", "|film")
    second = work_key(Description(title_proper="Hobbit. Volume 2", contributors=(TOLKIEN,)))
    assert obstacle(Kind.ISBN, tale, film) is Obstacle.MEDIUM
    assert Obstacle.PART in differences([tale], [second])
    assert obstacle(Kind.ISBN, tale, OTHER.key) is Obstacle.NAMES
    assert obstacle(Kind.ISBN, tale, DELUXE.key) is Obstacle.WHOLE
    assert differences([tale, film], [film]) == []


def test_another_name_says_in_what_it_differs() -> None:
    key = "1|tolkien j|hobbit deluxe||text"
    assert called_how(key, "1|tolkien j|hobbit||text") is Called.TITLE
    assert called_how(key, "1|tolkien j|hobbitdeluxe||text") is Called.SPACES
    assert called_how(key, "1|baynes p|hobbit deluxe||text") is Called.CREATOR
    assert called_how(key, "1||hobbit deluxe||text") is Called.NOBODY
    assert called_how(key, "1|tolkien j|hobbit deluxe|harper 1999|text") is Called.KEY
    assert parts_of("1|a|b|#2|text").part == "2"
