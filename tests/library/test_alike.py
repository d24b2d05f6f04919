"""Similar titles: of other works, once each, every one with the reason."""

from pathlib import Path

import pytest

from commonplace.bibliography import title_id_of
from commonplace.config.home import Home
from commonplace.discovery import indexes
from commonplace.discovery.suggesting.alike import Tie, similar_titles
from commonplace.ingest.loading import LoadOptions, load
from tests.making import field, marc, record


def subject(label: str) -> object:
    return field("650", f"a {label}", indicators=" 0")


def genre(label: str) -> object:
    return field("655", f"a {label}", "2 lcgft", indicators=" 7")


def series(label: str, number: str) -> object:
    return field("830", f"a {label} ;", f"v {number}", indicators=" 0")


def shelved(number: str) -> object:
    return field("952", "a CEN", "b CEN", f"o {number}", "p b")


TITLES = (
    record("one", "A wizard of Earthsea", subject("Wizards"), genre("Fantasy fiction"),
           series("Earthsea", "1"), shelved("813.54 LEG 1"), creator="Le Guin, Ursula K."),
    record("one-again", "A wizard of Earthsea", series("Earthsea", "1"),
           creator="Le Guin, Ursula K."),
    record("two", "The tombs of Atuan", subject("Wizards"), series("Earthsea", "2"),
           creator="Le Guin, Ursula K."),
    record("hand", "The dispossessed", creator="Le Guin, Ursula K."),
    record("about", "The sword in the stone", subject("Wizards"), creator="White, T. H."),
    record("kind", "The hobbit", genre("Fantasy fiction"), creator="Tolkien, J. R. R."),
    record("near", "Stoner", shelved("813.54 WIL"), creator="Williams, John"),
    record("nearer", "Rabbit, run", shelved("813.54 UPD"), creator="Updike, John"),
    record("before", "Giovanni's room", shelved("813.54 BAL"), creator="Baldwin, James"),
    record("alone", "Nothing like it"),
)  # fmt: skip


@pytest.fixture
def library(home: Home, tmp_path: Path) -> Home:
    (tmp_path / "all.mrc").write_bytes(marc(*TITLES))
    load([str(tmp_path / "all.mrc")], LoadOptions(workers=0), lambda _name, _read: None)
    return home


def alike(number: str, limit: int = 20) -> list[tuple[str, Tie, str]]:
    found = similar_titles(title_id_of("library", number), limit)
    return [(each.row.control_number, each.shared.tie, each.shared.label) for each in found]


def test_each_similar_title_says_what_it_shares(library: Home) -> None:
    assert library
    found = {number: (tie, label) for number, tie, label in alike("one")}
    assert found == {
        "two": (Tie.SERIES, "Earthsea"),
        "hand": (Tie.NAME, "Le Guin, Ursula K."),
        "about": (Tie.SUBJECT, "Wizards"),
        "kind": (Tie.GENRE, "Fantasy fiction"),
        "nearer": (Tie.SHELF, "813.54 UPD"),
        "before": (Tie.SHELF, "813.54 BAL"),
        "near": (Tie.SHELF, "813.54 WIL"),
    }


def test_the_series_comes_first_and_the_shelf_last_by_turns_from_either_side(
    library: Home,
) -> None:
    assert library
    found = [number for number, _, _ in alike("one")]
    assert found[0] == "two"
    assert found[-3:] == ["nearer", "before", "near"]
    assert next(number for number, _, _ in alike("one", 2)) == "two"


def test_editions_of_the_same_work_are_not_like_it(library: Home) -> None:
    assert library
    assert "one-again" not in {number for number, _, _ in alike("one")}
    assert sum(number.startswith("one") for number, _, _ in alike("two")) == 1


def test_a_title_that_shares_nothing_has_its_neighbours_and_one_without_a_shelf_none(
    library: Home,
) -> None:
    assert library
    assert [number for number, _, _ in alike("nearer")] == ["near", "one", "before"]
    assert alike("alone") == []
    assert similar_titles("a" * 13) == ()


def test_without_an_index_the_shelf_still_answers(library: Home) -> None:
    assert library
    indexes.note_failure()
    assert {tie for _, tie, _ in alike("one")} == {Tie.SHELF}
