"""The published test vectors: the page's table is made of these, ``python -m`` this module."""

import json
from pathlib import Path
from typing import Any

import msgspec

from commonplace.bibliography import CallNumber, Contributor, Description, Heading, Series
from commonplace.works import work_key

PAGE = Path(__file__).parents[3] / "docs/reference/work-key.md"


def main_entry(name: str, kind: str = "person") -> dict[str, Any]:
    """A main entry, as short as the page shows it."""
    return {"name": name, "is_creator": True} | ({} if kind == "person" else {"kind": kind})


TOLKIEN = "Tolkien, J. R. R. (John Ronald Reuel)"
DIARY = "Diary of a wimpy kid"
SAID: tuple[dict[str, Any], ...] = (
    {"title_proper": "The hobbit", "contributors": [main_entry(TOLKIEN)], "filing_skip": 4,
     "format": "book"},
    {"title_proper": "Hobbit, or, There and back again",
     "contributors": [main_entry("J.R.R. Tolkien")], "format": "eaudiobook"},
    {"title_proper": "The hobbit", "contributors": [
        {"name": "HighBridge Audio (Firm)", "kind": "body"}, {"name": TOLKIEN, "work": "Hobbit"}],
     "format": "audiobook_cd"},
    {"title_proper": "Gone girl", "remainder": "a novel",
     "contributors": [main_entry("Flynn, Gillian")], "fiction": True, "format": "large_print"},
    {"title_proper": "One hundred years of solitude", "uniform_title": "Cien años de soledad",
     "languages": ["eng"], "contributors": [main_entry("García Márquez, Gabriel")],
     "format": "book"},
    {"title_proper": "The Sea of Monsters: Percy Jackson and the Olympians Series, Book 2",
     "contributors": [main_entry("Rick Riordan")], "format": "ebook"},
    {"title_proper": DIARY, "remainder": "Rodrick rules",
     "contributors": [main_entry("Kinney, Jeff")], "fiction": True, "format": "book"},
    {"title_proper": DIARY, "remainder": "Book 1", "contributors": [main_entry("Kinney, Jeff")],
     "fiction": True, "format": "book"},
    {"title_proper": "Faust", "part_number": "2. Teil", "languages": ["ger"],
     "contributors": [main_entry("Goethe, Johann Wolfgang von")], "format": "book"},
    {"title_proper": "Sapiens", "remainder": "a brief history of humankind",
     "contributors": [main_entry("Harari, Yuval N.")], "fiction": False, "format": "ebook"},
    {"title_proper": "Factory girls", "remainder": "from village to city in a changing China",
     "contributors": [main_entry("Chang, Leslie T.")], "fiction": False, "format": "book"},
    {"title_proper": "Perl", "remainder": "the complete reference", "fiction": False,
     "contributors": [main_entry("Brown, Martin C.")],
     "subjects": ["Perl (Computer program language)"], "format": "book"},
    {"title_proper": "Grand Canyon country. By M. R. Tillotson & Frank J. Taylor. 2d rev. ed.",
     "contributors": [main_entry("TILLOTSON, M. R")], "format": "book"},
    {"title_proper": "The C++ programming language",
     "contributors": [main_entry("Stroustrup, Bjarne")], "format": "book"},
    {"title_proper": "1Q84. Book 3, 10-gatsu--12-gatsu", "uniform_title": "1Q84",
     "languages": ["jpn"], "contributors": [main_entry("Murakami, Haruki")], "format": "book"},
    {"title_proper": "The Arab of the future", "uniform_title": "Arabe du futur",
     "remainder": "a childhood in the Middle East", "series": ["Arab of the future 1"],
     "contributors": [main_entry("Sattouf, Riad")], "format": "graphic_novel"},
    {"title_proper": "Poems", "remainder": "1850-1860",
     "contributors": [main_entry("Dickinson, Emily")], "format": "book"},
    {"title_proper": "Watchmen", "remainder": "the graphic novel",
     "contributors": [main_entry("Moore, Alan")], "format": "book"},
    {"title_proper": "Last train home", "uniform_title": "Gui tu lie che (Motion picture)",
     "contributors": [{"name": "Fan, Lixin", "roles": ["film director"]}], "languages": ["chi"],
     "format": "dvd"},
    {"title_proper": "Arrival", "format": "bluray",
     "credits": "Director, Denis Villeneuve ; music, Jóhann Jóhannsson."},
    {"title_proper": "Game of thrones. The complete second season", "format": "dvd"},
    {"title_proper": "La belle et la bãete", "languages": ["fre"], "format": "dvd",
     "contributors": [main_entry("Condon, Bill")]},
    {"title_proper": "Annual report", "remainder": "2001",
     "contributors": [main_entry("Leeds (England). City Council", "body")], "format": "book"},
    {"title_proper": "Standard reference materials", "remainder": "copper-base standards",
     "contributors": [main_entry("Michaelis, R. E.")], "call_numbers": ["C 13.10:260-2/990"],
     "format": "ebook"},
    {"title_proper": "Das Jüdische Literaturblatt", "languages": ["ger"], "format": "newspaper",
     "uniform_title": "Jüdische Literaturblatt (Magdeburg, Germany : 1872)"},
    {"title_proper": "Abbey Road", "remainder": "2 cd anniversary edition",
     "contributors": [main_entry("Beatles", "body")], "format": "music_cd"},
    {"title_proper": "归途列车", "languages": ["chi"], "format": "dvd"},
    {"title_proper": "The journal of ice", "filing_skip": 4, "format": "journal"},
)  # fmt: skip


def described(said: dict[str, Any]) -> Description:
    """The description a vector stands for; series, subjects and numbers are written as one text."""
    rest = dict(said)
    people = msgspec.convert(rest.pop("contributors", []), tuple[Contributor, ...])
    series = tuple(Series(*each.rsplit(" ", 1)) for each in rest.pop("series", []))
    subjects = tuple(Heading((each,)) for each in rest.pop("subjects", []))
    numbers = tuple(CallNumber("sudoc", each) for each in rest.pop("call_numbers", []))
    languages = tuple(rest.pop("languages", ()))
    return Description(
        contributors=people,
        series=series,
        subjects=subjects,
        call_numbers=numbers,
        languages=languages,
        **rest,
    )


def table() -> str:
    """The vectors as the page has them."""
    lines = ["| description | key |", "|---|---|"]
    for said in SAID:
        shown = json.dumps(said, ensure_ascii=False).replace("|", "\\|")
        key = work_key(described(said)).replace("|", "\\|")
        lines.append(f"| `{shown}` | `{key}` |")
    return "\n".join(lines)


def on_the_page() -> list[str]:
    """The lines of the page's table."""
    return [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `{")]


def write() -> None:
    """Put the table on the page in place of the one that is there."""
    before, _, rest = PAGE.read_text("utf-8").partition("| description | key |\n")
    after = rest.partition("\n\n")[2]
    PAGE.write_text(f"{before}{table()}\n\n{after}", "utf-8")


if __name__ == "__main__":
    write()
