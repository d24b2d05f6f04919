"""A description: everything one record says about one publication, in our words, free of format."""

from msgspec import Struct

from commonplace.bibliography.headings import Contributor, Heading
from commonplace.bibliography.identifiers import Identifiers, Link


class Publication(Struct, frozen=True, omit_defaults=True):
    """Who made it public, where and when. ``year`` is the one patrons know it by, or ``None``."""

    place: str = ""
    publisher: str = ""
    date: str = ""
    year: int | None = None
    copyright_year: int | None = None
    original_year: int | None = None


class Series(Struct, frozen=True, omit_defaults=True):
    """A series the title is in. ``number`` as printed (``bk. 3``); ``heading`` where traced."""

    title: str
    number: str = ""
    heading: str = ""
    vernacular: str = ""


class Contents(Struct, frozen=True, omit_defaults=True):
    """One line of a table of contents: a chapter, a track, a story; who made it, where stated."""

    title: str
    by: str = ""


class CriticsWord(Struct, frozen=True, omit_defaults=True):
    """What a professional review said, as the record quotes it (MARC 21 520, first indicator 1)."""

    text: str
    source: str = ""
    url: str = ""


class Audience(Struct, frozen=True, omit_defaults=True):
    """For whom the record says it is.

    ``code`` is one of ``children``, ``teens``, ``adults``, ``general`` or empty; ``notes`` are the
    record's own words (MARC 21 521), ``rating`` a film's or game's certificate where it is stated.
    ``youngest`` and ``oldest`` are ages in years where the record gives them.
    """

    code: str = ""
    notes: tuple[str, ...] = ()
    rating: str = ""
    lexile: str = ""
    youngest: int | None = None
    oldest: int | None = None


class CallNumber(Struct, frozen=True, omit_defaults=True):
    """A number from the record that says where it stands or belongs.

    ``scheme`` is ``lc``, ``dewey``, ``sudoc``, ``nlm``, ``udc``, ``local`` or ``other``.
    """

    scheme: str
    number: str


class Description(Struct, frozen=True, omit_defaults=True):
    """What a record says of one publication. Equal records give equal descriptions.

    ``vernacular`` holds the original script's twin of the single-valued parts, by their names here:
    ``{"title_proper": "归途列车"}``. Languages are MARC codes (``chi``); ``format`` is a code of
    ``bibliography.FORMATS``; ``fiction`` is ``None`` where the record does not say.
    ``filing_skip`` is how many characters of the title proper filing leaves out (MARC 21 245,
    second indicator). ``is_suppressed``: in the system, not shown to the public.
    """

    title_proper: str = ""
    remainder: str = ""
    responsibility: str = ""
    parallel_titles: tuple[str, ...] = ()
    uniform_title: str = ""
    variant_titles: tuple[str, ...] = ()
    part_number: str = ""
    part_name: str = ""
    filing_skip: int = 0
    vernacular: dict[str, str] = {}
    vernacular_titles: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    publication: Publication = Publication()
    edition: str = ""
    extent: str = ""
    size: str = ""
    physical: str = ""
    format: str = "other"
    carriers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    original_languages: tuple[str, ...] = ()
    language_note: str = ""
    audience: Audience = Audience()
    fiction: bool | None = None
    subjects: tuple[Heading, ...] = ()
    genres: tuple[Heading, ...] = ()
    regions: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    summary: str = ""
    contents: tuple[Contents, ...] = ()
    notes: tuple[str, ...] = ()
    cast: str = ""
    credits: str = ""
    playing: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    critics: tuple[CriticsWord, ...] = ()
    identifiers: Identifiers = Identifiers()
    call_numbers: tuple[CallNumber, ...] = ()
    links: tuple[Link, ...] = ()
    is_suppressed: bool = False

    @property
    def full_title(self) -> str:
        """Title proper, part and remainder in one line, as a results page shows it."""
        parts = [self.title_proper, self.part_number, self.part_name]
        head = ". ".join(part for part in parts if part)
        return f"{head}: {self.remainder}" if self.remainder else head

    @property
    def creator(self) -> Contributor | None:
        """The main entry, or ``None`` where the title itself is the main entry."""
        return next((each for each in self.contributors if each.is_creator), None)
