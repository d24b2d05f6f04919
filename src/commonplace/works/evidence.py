"""Why two titles are one work: the key of a title, and whatever else it says that a key may share.

Each piece of evidence is a number; titles that share one may be one work, where ``guards`` agree.
The kinds stand in the order of their strength, the strongest first.
"""

from collections.abc import Iterator
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from commonplace.bibliography import Contributor, Description
from commonplace.bibliography.names_that_last import numbered
from commonplace.works.creators import directors, makers, name_of, read_backwards
from commonplace.works.documents import DOCUMENT
from commonplace.works.keys import as_key
from commonplace.works.normalising import normalised
from commonplace.works.numbers import MARK
from commonplace.works.titles import own_title, variant_title
from commonplace.works.words import GENERIC_TITLES, OTHER_WORK


class Kind(IntEnum):
    """What sort of evidence it is. The values are stored."""

    KEY = 0
    WORK_NUMBER = 1
    OCLC = 2
    ISBN = 3
    LCCN = 4
    CALLED = 5


class Evidence(NamedTuple):
    """One piece: ``text`` is a key for ``KEY`` and ``CALLED``, else a number as its scheme has it.

    ``CALLED`` is another key this title could as well have had, from another of its names: it has
    the number of the key itself, so that it meets the title that is called so in the first place.
    """

    kind: Kind
    text: str

    @property
    def number(self) -> int:
        """The signed 64-bit number that stands for it."""
        if self.kind in (Kind.KEY, Kind.CALLED):
            return numbered("work", self.text)
        return numbered("evidence", self.kind.name, self.text)


MOST_NUMBERS = 3
MOST_NAMES = 4
MOST_VARIANTS = 2
SURE_WORDS = 2
"""How many words the title of a recording needs to be evidence without its creator."""
RELEASED = frozenset({"film", "comic"})
"""Kinds of work that publisher and year tell from others of their title."""
LEAST_WORDS = 2
"""A name of one word is no evidence under somebody else: too many works have it."""


def evidence_of(description: Description, key: str) -> tuple[Evidence, ...]:
    """What this title says of its work, its own ``key`` first."""
    found = [Evidence(Kind.KEY, key)]
    numbers = description.identifiers
    for kind, texts in (
        (Kind.WORK_NUMBER, numbers.work),
        (Kind.OCLC, numbers.oclc),
        (Kind.ISBN, numbers.isbn),
        (Kind.LCCN, numbers.lccn),
    ):
        if texts:
            found += [Evidence(kind, text) for text in texts[:MOST_NUMBERS]]
    names = dict.fromkeys(each for each in _names(description, _Parts(*key.split("|"))))
    names.pop(key, None)
    found += [Evidence(Kind.CALLED, name) for name in islice(names, MOST_NAMES)]
    return tuple(found)


class _Parts(NamedTuple):
    version: str
    creator: str
    title: str
    told: str
    medium: str

    def called(self, title: str = "", creator: str | None = None, told: str | None = None) -> str:
        return as_key(
            self.creator if creator is None else creator,
            title or self.title,
            self.told if told is None else told,
            self.medium,
        )


def _names(description: Description, key: _Parts) -> Iterator[str]:
    """The other keys it could have had, the surest first."""
    yield from _in_its_script(description, key)
    yield from _of_others(description, key)
    if key.creator and key.medium != "periodical":
        yield from _other_titles(description, key)
    if key.medium in RELEASED:
        yield from _released(description, key)
    if key.medium == "music" and key.creator and _is_telling_alone(key):
        yield key.called(creator="")


def _in_its_script(description: Description, key: _Parts) -> Iterator[str]:
    """As a record in the original script alone would name it."""
    written = description.vernacular.get("title_proper")
    main = description.creator
    if not written or description.uniform_title:
        return
    title = variant_title(written, description.languages)
    if title and main is not None and main.vernacular:
        yield key.called(title, normalised(main.vernacular))
    if title:
        yield key.called(title)


def _of_others(description: Description, key: _Parts) -> Iterator[str]:
    """Under those who made it together, and under a name read the other way round."""
    main = description.creator
    people: list[Contributor] = []
    if key.medium == "film":
        people = directors(description)
    elif key.medium in ("text", "comic") and _is_telling(key.title):
        people = [each for each in makers(description) if each.kind == "person"]
    for each in people[:MOST_NAMES]:
        yield key.called(creator=name_of(each, description))
    if people and people[0] is main and " " in key.creator:
        yield key.called(creator=key.creator.rpartition(" ")[0])
    if main is not None and main.kind == "person" and "," not in main.name:
        yield key.called(creator=read_backwards(main.name))


def _is_telling(title: str) -> bool:
    return len(title.split()) >= LEAST_WORDS and title not in GENERIC_TITLES


def _other_titles(description: Description, key: _Parts) -> Iterator[str]:
    """Its own title where the key has the uniform one, and its variants."""
    if description.uniform_title:
        own = own_title(description, key.medium, key.creator).title
        if own != key.title:
            yield key.called(own)
    if " " in key.title and not any(map(str.isdigit, key.title)):
        yield key.called(key.title.replace(" ", ""))
    main = description.creator
    if main is None or main.kind != "person" or description.fiction or MARK in key.told:
        return
    if not key.told:
        titles = (variant_title(each, description.languages) for each in _variants(description))
        yield from (key.called(title) for title in titles if _is_near(title, key.title))
    elif key.medium == "text" and _is_subtitle(key):
        yield key.called(told="")


def _is_near(title: str, own: str) -> bool:
    """Whether a variant names the whole: those that name something it contains share no words."""
    words, owned = set(title.split()), set(own.split())
    return _is_telling(title) and 2 * len(words & owned) >= max(len(words), len(owned))


def _is_subtitle(key: _Parts) -> bool:
    """Whether what tells it apart is a mere subtitle, which other records may leave out."""
    if DOCUMENT in key.told or key.title in GENERIC_TITLES or OTHER_WORK.search(key.told):
        return False
    return not any(map(str.isdigit, key.told))


def _variants(description: Description) -> tuple[str, ...]:
    return description.variant_titles[:MOST_VARIANTS]


def _is_telling_alone(key: _Parts) -> bool:
    """Whether a recording is known by its title alone: a long one, or its performers' name."""
    words = key.title.split()
    if key.title in GENERIC_TITLES:
        return False
    return len(words) >= SURE_WORDS or set(words) == set(key.creator.split())


def _released(description: Description, key: _Parts) -> Iterator[str]:
    """By title, publisher and year: of films records name now one director, now another, and of
    a comic now the number of the volume, now only its title."""
    line = description.publication
    publisher = normalised(line.publisher).split(" ", maxsplit=1)[0]
    if line.year and publisher:
        creator = "" if key.medium == "film" else key.creator
        yield key.called(creator=creator, told=f"{publisher} {line.year}")
