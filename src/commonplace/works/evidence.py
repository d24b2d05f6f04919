"""Why two titles are one work: the key of a title, and whatever else it says that a key may share.

Each piece of evidence is a number; titles that share one may be one work, where ``guards`` agree.
The kinds stand in the order of their strength, the strongest first.
"""

from enum import IntEnum
from typing import NamedTuple

from commonplace.bibliography import Description
from commonplace.bibliography.names_that_last import numbered


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


MOST_OF_A_KIND = 3


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
        found += [Evidence(kind, text) for text in texts[:MOST_OF_A_KIND]]
    return tuple(found)
