"""What finds something where a search found nothing: its words less one, or in another field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_noop as noop

from commonplace.discovery.searching import counts_of
from commonplace.search.query.tree import ANYWHERE
from commonplace.web.addresses import Choices
from commonplace.web.wording import counted_here
from commonplace.web.words.moments import number

MOST_WORDS = 8
_SIGNS = re.compile(r"""["“”():^*~\[\]{}/]|(?:^|\s)(?:AND|OR|NOT|[-+])""")


@dataclass(frozen=True, slots=True)
class Instead:
    """Another search, what is different about it, and how many titles it finds."""

    choices: Choices
    label: str
    count: int
    address: str

    @property
    def text(self) -> str:
        """Its words."""
        return self.choices.text

    @property
    def titles(self) -> str:
        """The count in words."""
        said = number(self.count)
        return counted_here("%(titles)s title", "%(titles)s titles", self.count, titles=said)

    def facts(self) -> dict[str, Any]:
        """The search for a JSON twin."""
        return {"q": self.text, "address": self.address, "titles": self.count}


def instead_of(choices: Choices, path: str, count: int, label: str = "") -> Instead:
    """These choices as a search to go to instead, with what it finds."""
    return Instead(choices, label, count, choices.at(path))


def found_instead(choices: Choices, path: str) -> Iterator[Instead]:
    """The searches near this one that find something, those with the most first."""
    near = list(_near(choices))
    counts = counts_of([each.asked() for each, _label in near])
    found = [pair for pair in zip(near, counts, strict=True) if pair[1]]
    for (each, label), count in sorted(found, key=lambda pair: -pair[1]):
        yield instead_of(each, path, count, label)


def _near(choices: Choices) -> Iterator[tuple[Choices, str]]:
    words = choices.text.split()
    plain = replace(choices, page=1)
    if choices.field == ANYWHERE and words:
        yield replace(plain, field="author"), noop("Everything by %(words)s")
        yield replace(plain, field="subject"), noop("Everything about %(words)s")
    elif words:
        yield replace(plain, field=ANYWHERE), noop("Anywhere: %(words)s")
    if 1 < len(words) <= MOST_WORDS and not _SIGNS.search(choices.text):
        for place in range(len(words)):
            rest = " ".join((*words[:place], *words[place + 1 :]))
            yield replace(plain, text=rest), noop("Only %(words)s")
