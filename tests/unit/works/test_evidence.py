"""What a title says of its work besides its key, and what that may not join."""

from hypothesis import given
from hypothesis import strategies as st

from commonplace.bibliography import (
    Contributor,
    Description,
    Identifiers,
    Publication,
    number_of,
    work_id_of,
)
from commonplace.works import Evidence, Kind, evidence_of, may_meet, part_of, work_key
from tests.unit.works.test_work_key import DIFFERENT, SAME, book, film

HOBBIT = "2|tolkien j|hobbit||text"


def called(description: Description) -> set[str]:
    """The other keys it could have had."""
    said = evidence_of(description, work_key(description))
    return {each.text for each in said if each.kind is Kind.CALLED}


def test_the_key_comes_first_and_its_number_is_that_of_the_work_it_gives() -> None:
    first = evidence_of(book("The hobbit", "Tolkien, J. R. R."), HOBBIT)[0]
    assert first == Evidence(Kind.KEY, HOBBIT)
    assert first.number == number_of(work_id_of(HOBBIT))
    assert Evidence(Kind.CALLED, HOBBIT).number == first.number
    assert Evidence(Kind.ISBN, "1").number != Evidence(Kind.OCLC, "1").number


def test_numbers_count_by_their_kind_and_few_of_each() -> None:
    numbers = Identifiers(isbn=tuple("abcdef"), oclc=("1",), lccn=("2",), work=("x.org/w",))
    said = evidence_of(
        book("Dune", "Herbert, Frank", identifiers=numbers), "2|herbert f|dune||text"
    )
    kinds = [each.kind for each in said]
    assert kinds == sorted(kinds)
    assert kinds.count(Kind.ISBN) == 3
    assert {Kind.WORK_NUMBER, Kind.OCLC, Kind.LCCN} <= set(kinds)


def test_a_translation_says_its_own_title_too() -> None:
    english = book("The brothers Karamazov", "Dostoyevsky, F.", uniform_title="Bratia Karamazovy")
    assert work_key(book("The brothers Karamazov", "Dostoyevsky, F.")) in called(english)


def test_a_record_in_two_scripts_says_how_the_original_script_alone_would_name_it() -> None:
    yu = Contributor("Yu, Hua", vernacular="余华", is_creator=True)
    both = book("Huo zhe", contributors=(yu,), vernacular={"title_proper": "活着"})
    assert work_key(book("活着", "余华", languages=("chi",))) in called(both)


def test_who_made_it_together_may_each_be_the_main_entry() -> None:
    wall = (Contributor("Wall, Larry", is_creator=True), Contributor("Christiansen, Tom"))
    earlier = book("Programming Perl", contributors=wall)
    assert work_key(book("Programming Perl", "Christiansen, Tom")) in called(earlier)


def test_a_direct_name_may_have_its_surname_first() -> None:
    assert work_key(book("San ti wen ti", "Liu, Cixin")) in called(
        book("San ti wen ti", "Liu Cixin")
    )


def test_one_word_or_two_may_be_the_same_title() -> None:
    one, two = book("Seabirds of Britain", "Cramp, S."), book("Sea birds of Britain", "Cramp, S.")
    assert called(one) & called(two)


def test_a_variant_that_names_something_inside_is_no_name_of_the_whole() -> None:
    poems = book("Trois idées politiques", "Maurras, C.", variant_titles=("Romantisme et idylle",))
    assert not any("romantisme" in name for name in called(poems))


def test_a_film_is_known_by_publisher_and_year_where_records_name_different_directors() -> None:
    released = Publication(publisher="Sony Columbia", year=2010)
    one = film("Cloudy with meatballs", "Lord, Phil", publication=released)
    other = film("Cloudy with meatballs", "Miller, Chris", publication=released)
    assert called(one) & called(other)
    assert may_meet(Kind.CALLED, work_key(one), work_key(other))


def test_parts_are_told_from_other_numbers() -> None:
    assert part_of("2||naruto|#12|comic") == "#12"
    assert part_of("2||dexter|season #2 #1|film") == "#2 #1"
    assert part_of("2||leeds|2001 edition|text") == ""


def test_no_evidence_joins_two_volumes_or_a_volume_and_the_whole() -> None:
    for kind in Kind:
        assert not may_meet(kind, "2|goethe j|faust|#1|text", "2|goethe j|faust|#2|text")
        assert not may_meet(kind, "2|goethe j|faust||text", "2|goethe j|faust|#2|text")


def test_a_comic_may_leave_out_its_number_but_not_have_another() -> None:
    assert may_meet(Kind.CALLED, "2|midam|watergate||comic", "2|midam|watergate|#10|comic")
    assert not may_meet(Kind.ISBN, "2|midam|watergate||comic", "2|midam|watergate|#10|comic")
    assert not may_meet(Kind.CALLED, "2|midam|watergate|#9|comic", "2|midam|watergate|#10|comic")


def test_no_evidence_joins_a_film_and_its_book() -> None:
    for kind in Kind:
        assert not may_meet(kind, "2|welles o|trial||film", "2|kafka f|trial||text")


def test_a_number_shared_by_mistake_joins_nothing() -> None:
    assert not may_meet(Kind.ISBN, HOBBIT, "2|austen j|emma||text")
    assert not may_meet(Kind.LCCN, HOBBIT, "2|tolkien j|silmarillion||text")
    assert may_meet(Kind.ISBN, HOBBIT, "2|tolkien c|hobbit||text")
    assert may_meet(Kind.OCLC, HOBBIT, "2|tolkien j|hobit||text")


def test_documents_of_two_numbers_are_two() -> None:
    one, other = "2||report|document: ep 1 2 a|text", "2||report|document: ep 1 2 b|text"
    assert not any(may_meet(kind, one, other) for kind in Kind)
    assert may_meet(Kind.OCLC, one, "2||report||text")


def test_music_known_by_its_title_is_not_two_performers() -> None:
    assert may_meet(Kind.CALLED, "2||ghost stories||music", "2|coldplay|ghost stories||music")
    assert not may_meet(Kind.CALLED, "2|sinatra f|night day||music", "2|parker c|night day||music")


def test_the_hand_made_pairs_keep_apart_what_they_part() -> None:
    for one, other in DIFFERENT:
        first, second = work_key(one), work_key(other)
        shared = {each.number for each in evidence_of(one, first)}
        common = [each for each in evidence_of(other, second) if each.number in shared]
        assert not any(may_meet(each.kind, first, second) for each in common), (first, second)


@given(st.sampled_from([title for pair in SAME + DIFFERENT for title in pair]))
def test_evidence_is_little_and_begins_with_the_key(title: Description) -> None:
    key = work_key(title)
    said = evidence_of(title, key)
    assert said[0] == (Kind.KEY, key)
    assert len(said) <= 1 + 3 * 4 + 4
    assert len(set(said)) == len(said)
    assert all(text.count("|") == 4 for kind, text in said if kind is Kind.CALLED)


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30))
def test_any_title_gives_evidence(title: str, name: str, vernacular: str) -> None:
    made = book(title, name, variant_titles=(vernacular,), vernacular={"title_proper": vernacular})
    key = work_key(made)
    for each in evidence_of(made, key):
        assert -(2**63) <= each.number < 2**63
        assert may_meet(each.kind, key, key)
