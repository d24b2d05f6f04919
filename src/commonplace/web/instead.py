"""What finds something where a search found nothing: without a filter or a word, elsewhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import Any

from django.utils.translation import gettext_noop as noop

from commonplace.discovery.searching import counts_of, heading_filter
from commonplace.search.engines.contract import Filter
from commonplace.search.query.tree import ANYWHERE
from commonplace.web.addresses import NO_YEARS, Choices, Pick
from commonplace.web.wording import counted_here
from commonplace.web.words.choices import filter_label
from commonplace.web.words.moments import number

MOST_WORDS, MOST_PARTS = 8, 3
_LONG_ENOUGH = 4
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
    """The searches near this one that find something.

    All of the words without the filters come first, then those with the most.
    """
    always = (heading_filter(path.rpartition("/")[2]),) if path.startswith("/heading/") else ()
    found = _finding(list(chain(_wider(choices), _near(choices))), always)
    if not any(label == _ONLY for (_each, label, _filter), _count in found):
        found += _parts(choices, always)
    for (each, label, without), count in sorted(found, key=_without_filters_first):
        yield Instead(each, label, count, each.at(path), without)


_Near = tuple[Choices, str, str]
_ONLY, _WITHOUT_ANY = noop("Only %(words)s"), noop("Without the filters")


def _without_filters_first(found: tuple[_Near, int]) -> tuple[bool, int]:
    (_choices, label, _filter), count = found
    return label != _WITHOUT_ANY, -count


def _finding(near: Sequence[_Near], always: tuple[Filter, ...]) -> list[tuple[_Near, int]]:
    counts = counts_of([each.asked(*always) for each, _label, _filter in near])
    return [pair for pair in zip(near, counts, strict=True) if pair[1]]


def _wider(choices: Choices) -> Iterator[_Near]:
    """The same without one of its filters, and without any."""
    names = [*choices.picks, *(["year"] if choices.has_years else [])]
    for name in names if len(names) > 1 else ():
        year = name == "year"
        wider = choices.with_years(*NO_YEARS) if year else choices.with_pick(name, Pick())
        yield wider, noop("Without the filter “%(filter)s”"), filter_label(name)
    if names:
        yield choices.cleared(), _WITHOUT_ANY, ""


def _near(choices: Choices) -> Iterator[_Near]:
    words = choices.text.split()
    plain = replace(choices, page=1)
    if choices.field == ANYWHERE and words:
        yield replace(plain, field="author"), noop("Everything by %(words)s"), ""
        yield replace(plain, field="subject"), noop("Everything about %(words)s"), ""
    elif words:
        yield replace(plain, field=ANYWHERE), noop("Anywhere: %(words)s"), ""
    if len(words) > 1 and _are_plain(choices):
        for place in range(len(words)):
            rest = " ".join((*words[:place], *words[place + 1 :]))
            yield replace(plain, text=rest), _ONLY, ""


def _are_plain(choices: Choices) -> bool:
    """Whether these are a few words without signs, so that some can be left out."""
    return len(choices.text.split()) <= MOST_WORDS and not _SIGNS.search(choices.text)


def _parts(choices: Choices, always: tuple[Filter, ...]) -> list[tuple[_Near, int]]:
    """The longest runs of words that find something, where two words or more are in the way.

    The words are counted one by one first: no run with a word that nothing has is tried.
    """
    words = choices.text.split()
    if not words[2:] or not _are_plain(choices):
        return []
    plain = replace(choices, page=1)

    def those(runs: Iterable[range]) -> dict[range, tuple[_Near, int]]:
        texts = {" ".join(words[at] for at in run): run for run in runs}
        near = [(replace(plain, text=text), _ONLY, "") for text in texts]
        return {texts[pair[0][0].text]: pair for pair in _finding(near, always)}

    alone = those(range(at, at + 1) for at in range(len(words)))
    known = {words[run.start] for run in alone}
    more = those(run for run in _runs(words) if known.issuperset(words[at] for at in run))
    telling = {run: pair for run, pair in alone.items() if len(words[run.start]) >= _LONG_ENOUGH}
    found = more | telling
    whole = [run for run in found if not any(set(run) < set(other) for other in found)]
    longest = sorted(whole, key=lambda run: (-len(run), run.start))[:MOST_PARTS]
    return [found[run] for run in longest]


def _runs(words: Sequence[str]) -> Iterator[range]:
    """Two words and more that stand side by side, the first and the last of them telling ones."""
    for start, end in combinations(range(len(words)), 2):
        if min(len(words[start]), len(words[end])) >= _LONG_ENOUGH and end - start < len(words) - 2:
            yield range(start, end + 1)
