"""The published work key: editions of one work meet, different works never do."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.bibliography import (
    FORMATS,
    Audience,
    CallNumber,
    Contributor,
    Description,
    Heading,
    Publication,
    Series,
)
from commonplace.records.mapping import describe
from commonplace.records.record import Field, WholeRecord
from commonplace.works import normalised, work_key
from tests.unit.works import vectors


def by(name: str, *roles: str, kind: str = "person") -> tuple[Contributor, ...]:
    """A main entry."""
    return (Contributor(name, roles=roles, kind=kind, is_creator=True),)


def book(title: str, name: str = "", remainder: str = "", **more: object) -> Description:
    """A book as its record describes it."""
    given: dict[str, Any] = {
        "title_proper": title,
        "remainder": remainder,
        "contributors": by(name) if name else (),
        "format": "book",
        "languages": ("eng",),
    }
    return Description(**(given | more))


DIARY = "Diary of a wimpy kid"
PERL = (Heading(("Perl (Computer program language)",)),)
KIKI = "Majo no takkyūbin"
LEEDS = by("Leeds (England). City Council", kind="body")


def document(number: str, title: str = "Reference materials", **more: Any) -> Description:
    """A government's document with this number."""
    return book(title, call_numbers=(CallNumber("sudoc", number),), fiction=False, **more)


def film(title: str, *directors: str, **more: Any) -> Description:
    """A film and its directors as headings."""
    people = tuple(Contributor(name, roles=("film director",)) for name in directors)
    return book(title, format="dvd", contributors=people, **more)


SAME = [
    (book("The hobbit", "Tolkien, J. R. R."), book("The hobbit", "Tolkien, J.R.R.")),
    (book("The hobbit", "Tolkien, J. R. R."), book("Hobbit", "John Ronald Reuel Tolkien")),
    (book("The hobbit", "Tolkien, J. R. R. (John Ronald Reuel)", "or, There and back again"),
     book("The hobbit", "Tolkien, J. R. R.")),
    (book("Gone girl", "Flynn, Gillian", "a novel"), book("Gone girl", "Flynn, Gillian")),
    (book("Sard Harker, a novel", "Masefield, John"), book("Sard Harker", "MASEFIELD, JOHN")),
    (book("Educated", "Westover, Tara", "a memoir"),
     book("Educated", "Westover, Tara", format="eaudiobook")),
    (book("Pride & prejudice", "Austen, Jane"), book("Pride and prejudice", "Austen, Jane")),
    (book("Kondō", "Kondō, Marie"), book("Kondo", "Kondo, Marie")),
    (book("Candide", "Voltaire", uniform_title="Candide", languages=("fre",)),
     book("Candide, or, Optimism", "Voltaire", uniform_title="Candide")),
    (book("Alcestis", "Euripides"),
     book("Alcestis", "Euripides", "eerste opvoering", fiction=True,
          uniform_title="Alcestis. Dutch [from old catalog]")),
    (book(DIARY, "Kinney, Jeff", "Book 1"), book(DIARY, "Kinney, Jeff")),
    (book("Vi︠a︡tka", "Ivanov, I."), book("Viatka", "Ivanov, I.")),
    (book("A tale for the time being", "Ozeki, Ruth L."),
     book("A tale for the time being", "Ozeki, Ruth")),
    (book("Hunting", "Atkinson, E. J."), book("Hunting", "Atkinson, Elizabeth")),
    (book("Field guide to the insects of America", "Borror, Donald"),
     book("Field guide to insects America", "Donald Borror")),
    (book("Faust", "Goethe", part_number="2. Teil"),
     book("Faust", "Goethe", part_number="Part II")),
    (book("Arrival", format="dvd", contributors=by("Villeneuve, Denis", "film director")),
     book("Arrival", format="bluray", credits="Director, Denis Villeneuve.")),
    (film("Bandidas", "Rønning, Joachim", "Sandberg, Espen"),
     book("Bandidas", format="dvd", responsibility="directed by Joachim Ronning & E. Sandberg")),
    (film("Spider-Man 1", "Raimi, Sam"), film("Spider-Man", "Raimi, Sam")),
    (film("Ghostbusters: Afterlife", "Reitman, Jason"),
     film("Ghostbusters", "Reitman, Jason", remainder="afterlife")),
    (book("Factory girls", "Chang, Leslie T.", "from village to city", fiction=False),
     book("Da gong nü hai", "Chang, Leslie T.", uniform_title="Factory girls")),
    (book("The Sea of Monsters: Percy Jackson and the Olympians, Book 2", "Rick Riordan"),
     book("The sea of monsters (Unabridged)", "Riordan, Rick", format="eaudiobook")),
    (book("Text-book of histology, by A. A. Maximow. 3d ed.", "MAXIMOW, ALEXANDER A"),
     book("A textbook of histology", "Maximow, Alexander")),
    (book("Programming. 2nd rev. ed.", "Ng, Ann"), book("Programming", "Ng, Ann")),
    (book("The pragmatic programmer", responsibility="Andrew Hunt, David Thomas"),
     book("The pragmatic programmer", "Hunt, Andrew", "from journeyman to master")),
    (book("The tain", contributors=(Contributor("Carson, Ciaran"),), uniform_title="Táin"),
     book("Táin", contributors=(Contributor("Kinsella, Thomas"),), uniform_title="Táin")),
    (book("La fãete âecarlate", "Dáes, Câeline", languages=("fre",)),
     book("La fête écarlate", "Dès, Céline", languages=("fre",))),
    (document("C 13.10:260-52/ONLINE"), document("C 13.10:260-52", contributors=by("Hust, J."))),
    (document("HE 20.8302:H 19/SPAN.", "Resacas", uniform_title="Hangovers"),
     document("HE 20.8302:H 19", "Hangovers", format="website")),
    (book("Abbey Road", format="music_cd", contributors=by("The Beatles", kind="body")),
     book("Abbey Road", "", "anniversary edition", format="music_lp",
          contributors=by("Beatles", kind="body"))),
    (book("Elle", "", "l'hebdomadaire de la femme", format="magazine"),
     book("Elle", format="emagazine")),
    (book("Around the world in eighty days", "Verne, J."),
     book("Around the world in 80 days", "Verne, Jules")),
    (book("Nineteen eighty-four", "Orwell, George"), book("1984", "George Orwell")),
    (book("20,000 leagues", "Verne, J."), book("Twenty thousand leagues", "Verne, Jules")),
    (book("Colour and Dr. Grey", "Ng, Ann"), book("Color and Doctor Gray", "Ng, Ann")),
    (film("Marvel's Eternals [Blu-ray]", "Zhao, Chloé"), film("Eternals", "Zhao, Chloé")),
    (film("Dexter. Saison 06, intégrale", "Manos, James"),
     film("Dexter", "Manos, James", part_number="Season six")),
    (book("Rayuela", "Cortázar, Julio", "a study of nothing", fiction=True),
     book("Rayuela", "Julio Cortázar", fiction=True)),
]  # fmt: skip
DIFFERENT = [
    (book("Arrival", "Villeneuve, Denis"),
     book("Arrival", format="dvd", contributors=by("Villeneuve, Denis", "film director"))),
    (film("Cinderella", "Geronimi, Clyde"), film("Cinderella", "Branagh, Kenneth")),
    (film("Avengers", "Russo, Joe", remainder="infinity war"),
     film("Avengers", "Russo, Joe", remainder="endgame")),
    (book(KIKI, "Kadono, Eiko"), film("Kiki", "Kadono, Eiko", uniform_title=KIKI)),
    (book("Faust", "Goethe", part_number="1"), book("Faust", "Goethe", part_number="2")),
    (book("Watergate. 10", "Midam", format="graphic_novel"),
     book("Watergate. 11", "Midam", format="graphic_novel")),
    (book("1Q84. Book 1, 4-gatsu", "Murakami, Haruki"), book("1Q84. Book 3", "Murakami, Haruki")),
    (book(DIARY, "Kinney, Jeff", "Rodrick rules", series=(Series(DIARY, "2"),)),
     book(DIARY, "Kinney, Jeff", "Dog days", series=(Series(DIARY, "4"),))),
    (book("Percy Jackson", "Riordan, Rick", "the demigod files", audience=Audience("children")),
     book("Percy Jackson", "Riordan, Rick", "the last god", audience=Audience("children"))),
    (book(DIARY, "Kinney, Jeff", "Book 1"), book(DIARY, "Kinney, Jeff", "Book 2")),
    (book("Poems", "Dickinson, Emily", "1850-1860"),
     book("Poems", "Dickinson, Emily", "1861-1870")),
    (book("Perl", "Brown, Martin", "the complete reference", subjects=PERL),
     book("Perl", "Brown, Martin", "programmer's reference", subjects=PERL)),
    (book("Chemistry of life", "Silberberg, Martin"),
     book("Chemistry of life", "Silberberg, Martin", "student study guide")),
    (book("Bird survey results", "Pine, Ann"),
     book("Bird survey results", "Pine, Ann", "project summary")),
    (book("Wonder", "Lloyd, Jo", uniform_title="Short stories. Selections"),
     book("Other", "Lloyd, Jo", uniform_title="Short stories. Selections")),
    (book("Cinderella", format="dvd", publication=Publication(original_year=1950)),
     book("Cinderella", format="dvd", publication=Publication(original_year=2015))),
    (book("Game of thrones. The complete first season", format="dvd"),
     book("Game of thrones. The complete second season", format="dvd")),
    (book("Annual report", contributors=LEEDS, remainder="2001"),
     book("Annual report", contributors=LEEDS, remainder="2002")),
    (book("Annual report", contributors=LEEDS, publication=Publication(year=2001)),
     book("Annual report", contributors=LEEDS, publication=Publication(year=2002))),
    (document("C 13.10:260-52"), document("C 13.10:260-103")),
    (book("Topographic series", format="map", part_number="44111-F7-TF-024"),
     book("Topographic series", format="map", part_number="44111-E7-TF-024")),
    (book("HMDA", part_number="MSA 4800", part_name="Aggregate report"),
     book("HMDA", part_number="MSA 4800", part_name="Individual disclosure")),
    (book("Watchmen", "Moore, Alan"), book("Watchmen", "Moore, Alan", format="graphic_novel")),
    (book("Watchmen", "Moore, Alan"), book("Watchmen", "Moore, Alan", "the graphic novel")),
    (book("Vocable(English ed.)", format="magazine"),
     book("Vocable(ed. espanola)", format="magazine")),
    (book("Blatt", format="newspaper", uniform_title="Blatt (Berlin)"),
     book("Blatt", format="newspaper", uniform_title="Blatt (Magdeburg)")),
    (book("Space oddity", "Bowie, David", format="music_cd"),
     book("Space oddity", "Bowie, David", "F.M. broadcast 1983", format="music_cd")),
    (book("The C programming language", "Kernighan, Brian"),
     book("The C++ programming language", "Kernighan, Brian")),
    (book("A" * 300 + " one", "Ng, Ann"), book("A" * 300 + " two", "Ng, Ann")),
    (book("归途列车"), book("回家")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_editions_of_one_work_have_one_key(one: Description, other: Description) -> None:
    assert work_key(one) == work_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_works_have_different_keys(one: Description, other: Description) -> None:
    assert work_key(one) != work_key(other)


def test_the_page_and_the_code_give_the_same_keys() -> None:
    """The published vectors: every line of the page's table, made from what it says."""
    shown = vectors.on_the_page()
    assert shown == vectors.table().splitlines()[2:], "run: python -m tests.unit.works.vectors"
    assert len(shown) >= 20


def test_the_shared_grouping_vectors_come_out_as_wished(shared: Path) -> None:
    vectors = json.loads((shared / "vectors/grouping.json").read_text("utf-8"))["aspen"]["vectors"]
    keys = [(each["desired_work"], _key_of(each)) for each in vectors]
    wrong = [
        (one, other)
        for one, other in itertools.combinations(keys, 2)
        if (one[0] == other[0]) != (one[1] == other[1])
    ]
    assert wrong == []


def _key_of(vector: dict[str, str]) -> str:
    parts = (("a", vector["245a"]), ("p", vector["245np"]), ("b", vector["245b"]))
    fields = [
        Field("008", value="200101s2020    nyu           000 1 eng d"),
        Field("100", "1 ", (("a", vector["author_100a"]),)),
        Field("245", f"1{vector['nonfiling']}", tuple(part for part in parts if part[1])),
    ]
    return work_key(describe(WholeRecord("00000nam a2200000 i 4500", fields)).description)


def test_normalising_follows_the_shared_rules(shared: Path) -> None:
    vectors = json.loads((shared / "vectors/grouping.json").read_text("utf-8"))
    for given_text, wanted in vectors["naco_normalisation"]["simple"]:
        assert normalised(given_text) == wanted


@given(
    st.text(max_size=80),
    st.text(max_size=40),
    st.text(max_size=40),
    st.sampled_from(sorted(FORMATS)),
)
def test_any_evidence_gives_a_key_of_five_parts(
    title: str, name: str, remainder: str, code: str
) -> None:
    made = work_key(book(title, name, remainder, format=code))
    parts = made.split("|")
    assert len(parts) == 5
    assert parts[0] == "2"
    assert made == work_key(book(title, name, remainder, format=code))


@given(st.permutations(["summary", "notes", "genres", "links", "awards", "carriers"]))
def test_what_says_nothing_of_the_work_leaves_the_key_alone(order: list[str]) -> None:
    more: dict[str, Any] = {"summary": "A", "notes": ("B", "A"), "genres": (Heading(("Novels",)),)}
    more |= {"links": (), "awards": ("C",), "carriers": ("volume",)}
    with_more = book("Dune", "Herbert, Frank", **{name: more[name] for name in order})
    assert work_key(with_more) == work_key(book("Dune", "Herbert, Frank"))


NARRATOR = Contributor("Inglis, Rob", roles=("narrator",))


@given(st.permutations([*SAME[0][0].contributors, NARRATOR]))
def test_the_order_of_those_who_did_not_make_it_is_nothing(people: list[Contributor]) -> None:
    shuffled = book("The hobbit", contributors=tuple(people))
    assert work_key(shuffled) == work_key(SAME[0][0])


@given(st.text(max_size=80))
def test_what_is_normalised_stays_as_it_is(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


HOSTILE = ("()", "(", "la", "1st ed by ", " : ", ". 1", "scénario ", ", a novel of", " ", "!")


@pytest.mark.parametrize("text", [part * (50_000 // len(part)) for part in HOSTILE], ids=HOSTILE)
@pytest.mark.parametrize("code", ["book", "dvd", "magazine", "music_cd", "graphic_novel"])
def test_a_hostile_title_takes_no_longer_than_a_long_one(text: str, code: str) -> None:
    """A pattern that tries everything would not come back from these."""
    made = book(text, text, text, format=code, responsibility=text, uniform_title=text[:999])
    assert work_key(made).count("|") == 4
