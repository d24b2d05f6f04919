"""Headings: the established forms under which things are gathered, and the people among them."""

from enum import StrEnum

from msgspec import Struct


class HeadingKind(StrEnum):
    """What a heading names; also the word in its address, ``/heading/KIND/ID``."""

    NAME = "name"
    SUBJECT = "subject"
    GENRE = "genre"
    SERIES = "series"
    TITLE = "title"


class Heading(Struct, frozen=True, omit_defaults=True):
    """One heading as a record carries it: a subject, a genre or form.

    ``parts`` are the main heading and its subdivisions, in order, without end punctuation:
    ``("Migrant labor", "China")``. ``label`` joins them as readers see it. ``thesaurus`` is the
    vocabulary (``lcsh``, ``lcgft``, ``fast``, ``rvm`` …; empty when the record does not say).
    ``vernacular`` is the twin in the original script, from a linked field.
    """

    parts: tuple[str, ...]
    thesaurus: str = ""
    vernacular: str = ""

    @property
    def label(self) -> str:
        """The heading in one line, its subdivisions behind dashes."""
        return " -- ".join(self.parts)


class Contributor(Struct, frozen=True, omit_defaults=True):
    """A person, family, corporate body or meeting with the part they had in the publication.

    ``name`` is the heading as filed (``Fan, Lixin``) without dates and roles; ``roles`` are relator
    terms in lower case (``director``, ``author``), empty when the record names none; ``dates`` as
    the record has them (``1977-``). ``is_creator`` marks the main entry (MARC 21 1XX). ``kind`` is
    ``person``, ``family``, ``body`` or ``meeting``. ``work`` is the title of a work of theirs that
    this publication contains or is based on (MARC 21 700 $t).
    """

    name: str
    roles: tuple[str, ...] = ()
    dates: str = ""
    vernacular: str = ""
    kind: str = "person"
    is_creator: bool = False
    work: str = ""
