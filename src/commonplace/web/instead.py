"""What finds something where a search found nothing: without a filter or a word, elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from django.utils.translation import gettext_noop as noop

from commonplace.discovery.searching import counts_of, heading_filter
from commonplace.search.query.tree import ANYWHERE
from commonplace.web.addresses import NO_YEARS, Choices, Pick
from commonplace.web.wording import counted_here
from commonplace.web.words.choices import filter_label
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
    filter: str = ""

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


def instead_of(choices: Choices, path: str, count: int) -> Instead:
    """These choices as a search to go to instead, with what it finds."""
    return Instead(choices, "", count, choices.at(path))


def found_instead(choices: Choices, path: str) -> Iterator[Instead]:
    """The searches near this one that find something, those with the most first."""
    always = (heading_filter(path.rpartition("/")[2]),) if path.startswith("/heading/") else ()
    near = list(chain(_wider(choices), _near(choices)))
    counts = counts_of([each.asked(*always) for each, _label, _filter in near])
    found = [pair for pair in zip(near, counts, strict=True) if pair[1]]
    for (each, label, without), count in sorted(found, key=lambda pair: -pair[1]):
        yield Instead(each, label, count, each.at(path), without)


_Near = tuple[Choices, str, str]


def _wider(choices: Choices) -> Iterator[_Near]:
    """The same without one of its filters, and without any."""
    names = [*choices.picks, *(["year"] if choices.has_years else [])]
    for name in names if len(names) > 1 else ():
        year = name == "year"
        wider = choices.with_years(*NO_YEARS) if year else choices.with_pick(name, Pick())
        yield wider, noop("Without the filter “%(filter)s”"), filter_label(name)
    if names:
        yield choices.cleared(), noop("Without the filters"), ""


def _near(choices: Choices) -> Iterator[_Near]:
    words = choices.text.split()
    plain = replace(choices, page=1)
    if choices.field == ANYWHERE and words:
        yield replace(plain, field="author"), noop("Everything by %(words)s"), ""
        yield replace(plain, field="subject"), noop("Everything about %(words)s"), ""
    elif words:
        yield replace(plain, field=ANYWHERE), noop("Anywhere: %(words)s"), ""
    if 1 < len(words) <= MOST_WORDS and not _SIGNS.search(choices.text):
        for place in range(len(words)):
            rest = " ".join((*words[:place], *words[place + 1 :]))
            yield replace(plain, text=rest), noop("Only %(words)s"), ""
