"""The builder of the demonstration library: what a row of its table becomes as MARC 21."""

from datetime import date
from pathlib import Path

import pytest
from pymarc import Field, Record

from commonplace.ingest.demonstration import TableFault, build, read_table
from commonplace.ingest.demonstration.names import name_of
from commonplace.ingest.demonstration.subjects import subject_of

TODAY = date(2026, 11, 22)
WORK = """
[[work]]
title = "The left hand of darkness"
creator = "Le Guin, Ursula K., 1929-2018"
audience = "adults"
fiction = true
class = "813.54"
subjects = ["Science fiction, American", "Climatology--Fiction"]
series = ["Hainish cycle"]
"""
BOOK = """
  [[work.edition]]
  format = "book"
  year = 1969
  publisher = "Walker"
  place = "New York"
  copies = 3
"""
KITCHEN = """
[[work]]
title = "Kitchen"
uniform = "Kitchin"
vernacular = { title = "キッチン", creator = "吉本ばなな" }
creator = "Yoshimoto, Banana, 1964-"
original_language = "jpn"
contributors = ["Backus, Megan (translator)"]
fiction = true
  [[work.edition]]
  format = "book"
  year = 1993
  [[work.edition]]
  format = "book"
  title = "Kitchin"
  language = "jpn"
"""


def records_of(text: str, folder: Path) -> list[Record]:
    (folder / "titles.toml").write_text(text, encoding="utf-8")
    return [Record(data=each, force_utf8=True) for each in build(folder, TODAY)]


def only(record: Record, tag: str) -> Field:
    (field,) = record.get_fields(tag)
    return field


def test_the_article_is_left_out_in_filing(tmp_path: Path) -> None:
    (record,) = records_of(WORK + BOOK, tmp_path)
    assert only(record, "245").indicator2 == "4"
    assert only(record, "245").format_field() == ("The left hand of darkness / Ursula K. Le Guin.")


def test_the_creator_has_dates_and_a_role(tmp_path: Path) -> None:
    (record,) = records_of(WORK + BOOK, tmp_path)
    assert str(only(record, "100")) == ("=100  1\\$aLe Guin, Ursula K.,$d1929-2018,$eauthor.")


def test_fiction_is_shelved_by_its_author(tmp_path: Path) -> None:
    (record,) = records_of(WORK + BOOK, tmp_path)
    assert {field["o"] for field in record.get_fields("952")} == {"F LEG"}
    assert len(record.get_fields("952")) == 3


def test_008_has_forty_characters_and_says_fiction(tmp_path: Path) -> None:
    (record,) = records_of(WORK + BOOK, tmp_path)
    content = only(record, "008").data or ""
    assert len(content) == 40
    assert content[7:18] == "1969    nyu"
    assert content[33] == "1"
    assert content[35:38] == "eng"


def test_a_translation_keeps_the_original_script_beside_its_uniform_title(tmp_path: Path) -> None:
    english, _ = records_of(KITCHEN, tmp_path)
    assert str(only(english, "240")) == "=240  10$6880-02$aKitchin.$lEnglish"
    links = {field["6"]: field["a"] for field in english.get_fields("880")}
    assert links == {"100-01/$1": "吉本ばなな", "240-02/$1": "キッチン"}


def test_an_edition_in_the_original_language_has_the_script_beside_its_title(
    tmp_path: Path,
) -> None:
    _, japanese = records_of(KITCHEN, tmp_path)
    assert not japanese.get_fields("240")
    assert {field["6"] for field in japanese.get_fields("880")} == {"100-01/$1", "245-02/$1"}


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "titles.toml").write_text(WORK + BOOK)
    assert list(build(tmp_path, TODAY)) == list(build(tmp_path, TODAY))


def test_a_copy_in_words_is_due_so_many_days_from_today(tmp_path: Path) -> None:
    text = (WORK + BOOK).replace(
        "copies = 3", 'copies = ["EAS AF out 11", "NOR AF on_its_way CEN"]'
    )
    (record,) = records_of(text, tmp_path)
    out, on_its_way = record.get_fields("952")
    assert (out["a"], out["q"]) == ("EAS", "2026-12-03")
    assert (on_its_way["a"], on_its_way["z"]) == ("NOR", "In transit from Central")


def test_what_is_online_has_a_link_and_no_copies(tmp_path: Path) -> None:
    (record,) = records_of(WORK + BOOK.replace('"book"', '"ebook"'), tmp_path)
    assert not record.get_fields("952")
    assert only(record, "856")["u"].startswith("https://online.wrenfield.example/ebook/wl")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[work]]\n", "work 1: the work has no title"),
        (WORK, "no [[work.edition]]"),
        (WORK + 'colour = "blue"\n' + BOOK, "no key is called “colour”"),
        (WORK + BOOK.replace('"book"', '"papyrus"'), "“papyrus” is not a format"),
        (WORK + 'language = "english"\n' + BOOK, "“english” is not a MARC language code"),
        (WORK + 'audience = "cats"\n' + BOOK, "not TOML"),
        (WORK.replace("adults", "cats") + BOOK, "“cats” is not an audience"),
        (WORK + BOOK + 'isbn = "9780802713025"\n', "needs found_in"),
        (WORK + BOOK.replace("1969", '"1969"'), "Expected `int | null`"),
        (WORK + BOOK.replace("3", '["EAS AF lost"]'), "should read branch, location, status"),
        (WORK + BOOK + WORK + BOOK, "stands in the table twice"),
        ("title = 'loose'\n", "no such section “title”"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_file_and_work(
    text: str, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(TableFault) as raised:
        records_of(text, tmp_path)
    assert "titles.toml" in str(raised.value)
    assert sentence in str(raised.value)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableFault, match="no table of titles"):
        list(read_table(tmp_path))


@pytest.mark.parametrize(
    ("heading", "tag", "codes"),
    [
        ("Migrant labor--China", "650", "az"),
        ("China--Social conditions--2000-", "651", "axy"),
        ("Baldwin, James, 1924-1987", "600", "ad"),
        ("World War, 1939-1945--Fiction", "650", "av"),
        ("Moomins (Fictitious characters)--Comic books, strips, etc.", "600", "acv"),
        ("Chicago (Ill.)--History--20th century", "651", "axy"),
        ("Women--Japan--Tokyo--Biography", "650", "azzv"),
        ("Black Panther Party", "610", "a"),
        ("Plato", "650", "a"),
    ],
)
def test_a_heading_is_split_at_its_subdivisions(heading: str, tag: str, codes: str) -> None:
    subject = subject_of(heading)
    assert subject.tag == tag
    assert "".join(code for code, _ in subject.subfields) == codes


@pytest.mark.parametrize(
    ("written", "direct", "dates", "roles", "kind"),
    [
        ("Cross, Daniel, 1963- (producer)", "Daniel Cross", "1963-", ("producer",), "person"),
        ("EyeSteelFilm (Firm) (production company)", "EyeSteelFilm", "",
         ("production company",), "body"),
        ("Tolkien, J. R. R. (John Ronald Reuel), 1892-1973", "J. R. R. Tolkien", "1892-1973",
         (), "person"),
        ("King, Martin Luther, Jr., 1929-1968", "Martin Luther King, Jr.", "1929-1968", (),
         "person"),
        ("Hergé, 1907-1983 (author, illustrator)", "Hergé", "1907-1983",
         ("author", "illustrator"), "person"),
        ("Vienna Philharmonic (performer)", "Vienna Philharmonic", "", ("performer",), "body"),
    ],
)  # fmt: skip
def test_a_name_is_taken_apart(
    written: str, direct: str, dates: str, roles: tuple[str, ...], kind: str
) -> None:
    name = name_of(written)
    assert (name.direct(), name.dates, name.roles, name.kind) == (direct, dates, roles, kind)
