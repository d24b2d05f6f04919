"""Subjects, genres and forms: MARC 21 6XX.

The main heading is everything before the first subdivision; $v, $x, $y and $z are subdivisions, in
the order the record gives them. The second indicator names the thesaurus, or $2 does.
"""

from msgspec import Struct

from commonplace.bibliography import Heading
from commonplace.records.mapping.punctuation import trimmed
from commonplace.records.mapping.remembering import remembered
from commonplace.records.record import Field

THESAURI = {"0": "lcsh", "1": "lcshac", "2": "mesh", "3": "nal", "5": "cash", "6": "rvm"}
_SUBDIVISIONS = "vxyz"
_NOT_OF_THE_NAME = "0123456789iuw"
_SAYS_FICTION = ("iction", "Drama")
_ROLES = {"611": "j", "647": "", "648": "", "655": ""}


class Subject(Struct, frozen=True, gc=False):
    """A heading with the regions and periods it names, which filters want apart."""

    heading: Heading
    regions: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    is_fiction: bool = False
    is_juvenile: bool = False
    vernacular: str = ""

    @property
    def label(self) -> str:
        """The heading in one line."""
        return self.heading.label


@remembered
def subject(field: Field) -> Subject | None:
    """The heading of a subject field; ``None`` when it is empty.

    >>> subject(Field("650", " 0", (("a", "Migrant labor"), ("z", "China.")))).label
    'Migrant labor -- China'
    """
    made = Parts(field)
    if not made.parts:
        return None
    first = made.parts[0]
    last = made.parts[-1] if len(made.parts) > 1 else ""
    return Subject(
        made.heading,
        (first, *made.regions) if field.tag == "651" else tuple(made.regions),
        (first, *made.periods) if field.tag == "648" else tuple(made.periods),
        is_fiction=last.endswith(_SAYS_FICTION),
        is_juvenile=made.thesaurus == "lcshac" or last.startswith("Juvenile "),
    )


@remembered
def heading(field: Field) -> Heading | None:
    """The heading of a subject or genre field; ``None`` when it is empty.

    >>> made = heading(Field("655", " 7", (("a", "Documentary films."), ("2", "lcgft"))))
    >>> made.parts, made.thesaurus
    (('Documentary films',), 'lcgft')
    """
    made = Parts(field)
    return made.heading if made.parts else None


class Parts:
    """A heading field taken apart in one pass."""

    __slots__ = ("parts", "periods", "regions", "thesaurus")

    def __init__(self, field: Field) -> None:
        roles = _ROLES.get(field.tag, "e")
        main: list[str] = []
        self.parts: list[str] = []
        self.regions: list[str] = []
        self.periods: list[str] = []
        source = ""
        for code, value in field.subfields:
            if code in _SUBDIVISIONS:
                self._subdivide(code, trimmed(value))
            elif code == "2":
                source = value
            elif code not in _NOT_OF_THE_NAME and code != roles:
                main.append(value)
        name = trimmed(main[0] if len(main) == 1 else " ".join(main)) if main else ""
        if name:
            self.parts.insert(0, name)
        self.thesaurus = _thesaurus(field, source)

    def _subdivide(self, code: str, text: str) -> None:
        if text:
            self.parts.append(text)
            if code == "z":
                self.regions.append(text)
            elif code == "y":
                self.periods.append(text)

    @property
    def heading(self) -> Heading:
        """The heading these parts make."""
        return Heading(tuple(self.parts), self.thesaurus)


def _thesaurus(field: Field, source: str) -> str:
    if field.tag in ("653", "720"):
        return ""
    which = field.indicators[1:2]
    if which == "7":
        return source.strip(" .,").split("/")[0].lower()
    return THESAURI.get(which, "") or ("local" if field.tag[:2] == "69" else "")


def keywords(field: Field) -> tuple[Heading, ...] | None:
    """The uncontrolled terms of one field 653, each $a by itself.

    >>> [each.label for each in keywords(Field("653", "  ", (("a", "Trains"), ("a", "China"))))]
    ['Trains', 'China']
    """
    terms = [trimmed(value) for code, value in field.subfields if code == "a"]
    return tuple(Heading((term,)) for term in terms if term) or None
