"""One row of the demonstration's table: an edition with everything its work says already merged in.

The fields are the keys of ``demo/titles/*.toml``; ``demo/README.md`` explains each to its writers.
"""

from msgspec import Struct


class Vernacular(Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in the original script."""

    title: str = ""
    remainder: str = ""
    creator: str = ""
    publisher: str = ""


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One edition, ready to be catalogued."""

    title: str
    format: str
    remainder: str = ""
    part_number: str = ""
    part_name: str = ""
    vernacular: Vernacular = Vernacular()
    romanised: str = ""
    uniform: str = ""
    also: list[str] = []
    creator: str = ""
    creator_role: str = ""
    creator_kind: str = ""
    dates: str = ""
    contributors: list[str] = []
    responsibility: str = ""
    language: str | list[str] = "eng"
    original_language: str = ""
    subtitles: list[str] = []
    language_note: str = ""
    audience: str = ""
    ages: str = ""
    certificate: str = ""
    fiction: bool | None = None
    animated: bool = False
    subjects: list[str] = []
    genres: list[str] = []
    classed: str = ""
    shelf: str = ""
    series: list[str] = []
    summary: str = ""
    contents: list[str] = []
    cast: str = ""
    credits: str = ""
    awards: list[str] = []
    notes: list[str] = []
    playing: list[str] = []
    platform: str = ""
    frequency: str = ""
    holdings: str = ""
    edition: str = ""
    year: int | None = None
    original_year: int | None = None
    publisher: str = ""
    place: str = ""
    extent: str = ""
    physical: str = ""
    size: str = ""
    isbn: str | list[str] = []
    issn: str | list[str] = []
    lccn: str | list[str] = []
    oclc: str | list[str] = []
    found_in: str | list[str] = []
    copies: int | list[str] = 1
    is_of_the_original: bool = True
    file: str = ""

    @property
    def languages(self) -> list[str]:
        """What it speaks or is written in, the first one first."""
        return several(self.language)

    @property
    def main_language(self) -> str:
        """The language a patron would name."""
        return self.languages[0] if self.languages else "und"

    @property
    def published(self) -> int | None:
        """The year of the edition, or where the table has none, of the work."""
        return self.year or self.original_year

    @property
    def is_translation(self) -> bool:
        """Whether it is in another language than the work was made in."""
        return bool(self.original_language) and self.original_language not in self.languages

    @property
    def where(self) -> str:
        """How a message names this row."""
        return f"{self.file}, “{self.title}” ({self.format})"


def several(value: str | list[str]) -> list[str]:
    """A list, where one value may stand alone."""
    if isinstance(value, str):
        return [value] if value else []
    return value
