"""What other catalogues expect of a search, and how far ours meets it on what a home holds.

Two kinds of expectations (``vectors/relevance.json``): pairs of searches that must find as many as
each other, or fewer, or more; and what the first page of a public library's search must look like.
A pair is judged when both sides find something. A check is judged when its answer is here: when
enough works satisfy it that have the words typed, or words near to those that nothing here has.
What a check looks for begins a word: *broadband of the* is no *and of the*.
"""

import difflib
import math
import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from commonplace.bibliography import Description
from commonplace.catalogue.queries import TitleRow
from commonplace.discovery.answers import Asked
from commonplace.discovery.documents import texts_of_description
from commonplace.discovery.searching import counts_of, find
from commonplace.search.analysis import analyse, words_of

Json = Mapping[str, Any]

FIELDS = {"everything": "anywhere", "author_title": "anywhere"}
HOLDS: Mapping[str, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "~": lambda one, other: abs(one - other) <= max(1, 0.01 * max(one, other)),
    "<": operator.lt,
    ">": operator.gt,
    ">=": operator.ge,
    "!=": operator.ne,
}
# What a public library's genres are called in headings.
GENRES = {
    "Comics & Graphic Novels": "graphic novel|comic",
    "Mystery": "mystery|detective",
    "Poetry": "poe[mt]",
    "Business": "business|management",
}
# What a word of a check is called in headings: the genre of politics by its topics, and what were
# Aliens until 2021.
CALLED = {
    "politic": r"politic|government|constitution(?:s|al)\b|united states\. constitution",
    "alien": "alien|noncitizen",
}
ENOUGH_ALIKE = 0.72
_LINE = "\n"


@dataclass(slots=True)
class Score:
    """How many expectations were judged, how many of them hold, and a line about each."""

    held: int = 0
    judged: int = 0
    missed: list[str] = field(default_factory=list)
    met: list[str] = field(default_factory=list)

    def judge(self, line: str, *, holds: bool) -> None:
        """Count one expectation."""
        self.judged += 1
        self.held += holds
        (self.met if holds else self.missed).append(line)

    @property
    def share(self) -> float:
        """The share that holds."""
        return self.held / self.judged if self.judged else 0.0

    def __str__(self) -> str:
        return f"{self.held} of {self.judged} ({self.share:.1%})"


def judge_pairs(pairs: Iterable[Json]) -> Score:
    """Pairs of searches of which both find something."""
    score = Score()
    for pair in pairs:
        one, other = counts_of([_asked(pair[side]) for side in "ab"])
        if one and other:
            line = f"{_said(pair['a'])} {one} {pair['relation']} {other} {_said(pair['b'])}"
            score.judge(line, holds=HOLDS[pair["relation"]](one, other))
    return score


def _asked(side: Mapping[str, str]) -> Asked:
    return Asked(side["q"], field=FIELDS.get(side["scope"], side["scope"]))


def _said(side: Mapping[str, str]) -> str:
    return f"{side['scope']}:{side['q']!r}"


def judge_checks(cases: Iterable[Json], titles: Sequence[TitleRow]) -> Score:
    """The first pages of those searches whose answer is among these titles."""
    here = [_Work(each) for each in titles]
    score = Score()
    for case in cases:
        words = _words(case["query"])
        if all(_is_answered_here(check, case["limit"], words, here) for check in case["checks"]):
            page, how = _first_page(case)
            holds = all(_holds(check, page) for check in case["checks"])
            score.judge(f"{case['query']!r}{how}", holds=holds)
    return score


def _first_page(case: Json) -> tuple[list["_Work"], str]:
    """The works of the first page; of what may have been meant, where nothing is found."""
    answer = find(Asked(case["query"], page_size=case["limit"]))
    how = ""
    if not answer.cards and answer.did_you_mean:
        meant = answer.did_you_mean[0].text
        answer, how = find(Asked(meant, page_size=case["limit"])), f" (did you mean {meant!r})"
    return [_Work(card.best) for card in answer.cards], how


class _Work:
    """A title in the words of the checks: by property, a line for each of its values."""

    def __init__(self, row: TitleRow):
        self.work_id = row.work_id
        self._said = row.description
        self._lines: dict[str, str] = {}

    def lines(self, name: str) -> str:
        """The values of a property in small letters, each between line ends."""
        if name not in self._lines:
            values = filter(None, _VALUES[name](self._said))
            self._lines[name] = f"\n{_LINE.join(values)}\n".casefold()
        return self._lines[name]

    def satisfies(self, match: Json) -> bool:
        return all(self._has(name, wanted) for name, wanted in match.items())

    def _has(self, name: str, wanted: Any) -> bool:
        if name == "target_age":
            return self._said.audience.youngest in range(wanted[0] - 2, wanted[1] + 1)
        if isinstance(wanted, Mapping):
            pattern = wanted["regex"].casefold().removeprefix("^")
            if name in {"genre", "subject"}:
                pattern = _as_headings_say(pattern)
            begins = r"\n(?:the )?" if wanted["regex"].startswith("^") else r"\b"
            name = "full_title" if name == "title" else name
            return re.search(f"{begins}(?:{pattern})", self.lines(name)) is not None
        if wanted in GENRES:
            return re.search(GENRES[wanted], self.lines(name)) is not None
        if name in {"series", "publisher", "imprint", "genre"}:
            return wanted.casefold().removeprefix("the ") in self.lines(name)
        return f"\n{_plain(wanted)}\n" in self.lines(name)

    def has_words(self, words: Mapping[str, bool]) -> bool:
        texts = texts_of_description(self._said).values()
        found = map(analyse, texts)
        own = {word for each in found for word in " ".join((*each.main, *each.extra)).split()}
        return all(
            word in own or (is_misspelt and difflib.get_close_matches(word, own, 1, ENOUGH_ALIKE))
            for word, is_misspelt in words.items()
        )


def _as_headings_say(pattern: str) -> str:
    for word, called in CALLED.items():
        pattern = pattern.replace(word, f"(?:{called})")
    return pattern


def _words(typed: str) -> dict[str, bool]:
    """The words that were typed, and whether nothing here has them."""
    words = [word for word in words_of(typed) if word not in {"a", "an", "and", "the"}]
    counts = counts_of([Asked(word) for word in words])
    return {word: not count for word, count in zip(words, counts, strict=True)}


@lru_cache(maxsize=200_000)
def _plain(text: str) -> str:
    words = words_of(text)
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _names(said: Description) -> Iterable[str]:
    for each in said.contributors:
        name = re.sub(r"\s*\(.*", "", each.name)
        yield name
        yield " ".join(reversed([part.strip() for part in name.split(",")][:2]))


_VALUES: Mapping[str, Callable[[Description], Iterable[str]]] = {
    "title": lambda d: map(_plain, (d.title_proper, d.title_proper[d.filing_skip :])),
    "full_title": lambda d: (d.full_title,),
    "title_or_subtitle": lambda d: (d.full_title,),
    "author": lambda d: map(_plain, _names(d)),
    "genre": lambda d: (*(g.label for g in d.genres), *(s.label for s in d.subjects), d.format),
    "subject": lambda d: (*(s.label for s in d.subjects), *(g.label for g in d.genres)),
    "series": lambda d: (d.full_title, *(t for s in d.series for t in (s.title, s.heading))),
    "summary": lambda d: (d.summary, *d.awards),
    "publisher": lambda d: (d.publication.publisher,),
    "imprint": lambda d: (d.publication.publisher,),
    "language": lambda d: d.languages,
    "fiction": lambda d: ("fiction" if d.fiction else "nonfiction",),
    "audience": lambda d: (
        d.audience.code if d.audience.code in {"children", "teens"} else "adult",
    ),
}


def _is_answered_here(
    check: Json, limit: int, words: Mapping[str, bool], here: Sequence[_Work]
) -> bool:
    if check["check"] in {"ReturnsNothing", "Uncommon"}:
        return True
    needed = math.ceil(check.get("threshold", 0) * limit) or 1
    fitting: set[str] = set()
    for work in here:
        if work.work_id not in fitting and work.satisfies(check["match"]) and work.has_words(words):
            fitting.add(work.work_id)
        if len(fitting) == needed:
            return True
    return False


def _holds(check: Json, page: Sequence[_Work]) -> bool:
    hits = [work.satisfies(check["match"]) for work in page]
    match check["check"]:
        case "ReturnsNothing":
            return not page
        case "FirstMatch":
            return hits[:1] == [True]
        case "AtLeastOne":
            return sum(hits) >= int(check["minimum"])
        case "Uncommon":
            return (
                not any(hits)
                if check["threshold"] == 1
                else _share(hits) <= float(check["threshold"])
            )
        case _:
            return _is_common(check, page, hits)


def _is_common(check: Json, page: Sequence[_Work], hits: Sequence[bool]) -> bool:
    accepted = str(check.get("accept_title", ""))
    is_named = bool(page and accepted) and accepted in page[0].lines("title")
    is_first = hits[:1] == [True] or is_named or not check["first_must_match"]
    return bool(hits) and is_first and _share(hits) >= float(check["threshold"])


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0
