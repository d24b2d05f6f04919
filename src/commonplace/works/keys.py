"""The work key, version 2: ``2|creator|title|what distinguishes|kind of work``.

The order of things: whose it is, what it is called, which part of it, and what kind of creation,
so that a film is not its book. ``docs/reference/work-key.md`` says the same in words, with test
vectors; change one, change the version.
"""

import re

from commonplace.bibliography import Description, format_of, identity
from commonplace.works.creators import creator_of
from commonplace.works.documents import DOCUMENT
from commonplace.works.telling import Evidenced, told_apart
from commonplace.works.titles import own_title, uniform_title

VERSION = "2"
LONGEST = 255
_KEPT = 240
_LONGEST_CREDIT = 500

_COMIC = re.compile(r"\b(?:graphic novel|roman graphique|manga|bande dessin[ée]e)\b", re.IGNORECASE)
_DRAWN = re.compile(r"\bsc.{1,2}nario\b.*\b(?:dessin|couleur)", re.IGNORECASE)


def work_key(description: Description) -> str:
    """The key of the work this title is an edition of.

    >>> from commonplace.bibliography import Contributor, Description
    >>> obama = Contributor("Obama, Michelle", is_creator=True)
    >>> work_key(Description(title_proper="Becoming", contributors=(obama,), format="ebook"))
    '2|obama m|becoming||text'
    """
    known = known_of(description)
    told = told_apart(description, known)
    creator = "" if DOCUMENT in told else known.creator
    return as_key(creator, known.named.title, told, known.medium)


def known_of(description: Description) -> Evidenced:
    """Creator, title and kind of work, before anything is told apart."""
    medium = medium_of(description)
    uniform = uniform_title(description, medium)
    own = own_title(description, medium)
    named = uniform or own
    creator = creator_of(description, medium, named.title)
    if creator and " by " in description.title_proper.lower():
        own = own_title(description, medium, creator)
        named = uniform or own
    return Evidenced(creator, named, own, medium)


def as_key(creator: str, title: str, told: str, medium: str) -> str:
    """The parts as one line; what is too long ends with a hash of the whole."""
    return f"{VERSION}|{_bounded(creator)}|{_bounded(title)}|{_bounded(told)}|{medium}"


def _bounded(part: str) -> str:
    if len(part) <= LONGEST:
        return part
    return f"{part[:_KEPT]} {identity('rest', part[_KEPT:])}"


def medium_of(description: Description) -> str:
    """The kind of creation: its format's, mended where titles and numbers say better."""
    medium = format_of(description.format).medium
    if medium == "website":
        medium = "text"
    if medium != "text":
        return medium
    if _COMIC.search(description.remainder) or _COMIC.search(description.title_proper):
        return "comic"
    said = description.responsibility[:_LONGEST_CREDIT]
    if "nario" in said and _DRAWN.search(said):
        return "comic"
    if _is_serial(description):
        return "periodical"
    return medium


def _is_serial(description: Description) -> bool:
    numbers = description.identifiers
    if numbers.issn and not numbers.isbn:
        return True
    return bool(description.call_numbers) and any(
        each.scheme == "sudoc" and each.number.rstrip().endswith(":")
        for each in description.call_numbers
    )
