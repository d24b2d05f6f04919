"""Works by name: the halves of a decision, before and after it, as staff look at them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from commonplace.catalogue.grouping.foreseeing import Foreseen, Works
from commonplace.catalogue.queries import TitleRow, titles_by_id
from commonplace.web.addresses import staff_work_address
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.grouping.editions import language_rank
from commonplace.web.grouping.telling_apart import told_apart
from commonplace.web.grouping.wishes import Wishes

MOST_WORKS, MOST_NAMED = 40, 12


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A work, or what would be one: some of its editions by name, and how many there are.

    ``told`` says of those that look alike what tells them apart.
    """

    named: Sequence[ShownTitle]
    title_ids: Sequence[str]
    told: Mapping[str, Sequence[Markup]]

    @property
    def title(self) -> ShownTitle:
        """The edition it is called after."""
        return self.named[0]

    @property
    def count(self) -> int:
        """How many editions it has."""
        return len(self.title_ids)

    @property
    def further(self) -> int:
        """How many are not named."""
        return self.count - len(self.named)

    @property
    def for_staff(self) -> str:
        """The page where staff see the work this edition is in now."""
        return staff_work_address(self.title.row.work_id)

    def facts(self) -> dict[str, Any]:
        """The work for a JSON twin."""
        return {"title": self.title.description.full_title, "title_ids": list(self.title_ids)}


@dataclass(frozen=True, slots=True)
class Halves:
    """Works as they are and as they would be."""

    before: Sequence[NamedWork]
    after: Sequence[NamedWork]

    @property
    def changes_nothing(self) -> bool:
        """Whether the same editions would be together."""
        return not self.before and not self.after

    def facts(self) -> dict[str, Any]:
        """Both for a JSON twin."""
        return {
            "before": [each.facts() for each in self.before],
            "after": [each.facts() for each in self.after],
        }


def halves_of(foreseen: Foreseen) -> Halves:
    """What is foreseen, with names."""
    shown = _rows((*foreseen.before.values(), *foreseen.after.values()))
    return Halves(_named(foreseen.before, shown), _named(foreseen.after, shown))


def called_after(rows: Sequence[TitleRow]) -> ShownTitle:
    """The edition that staff pages call a work by: one they can read, in most of its formats."""
    counts = Counter(row.description.format for row in rows)
    wanted = Wishes().languages
    best = min(
        rows,
        key=lambda row: (
            language_rank(row.description, wanted),
            -counts[row.description.format],
            -(row.description.publication.year or 0),
            row.title_id,
        ),
    )
    return ShownTitle(best)


def named_works(works: Works) -> list[NamedWork]:
    """These works, those with most editions first."""
    return _named(works, _rows(works.values()))


def _rows(works: Iterable[Sequence[str]]) -> Mapping[str, ShownTitle]:
    wanted = {title_id for titles in works for title_id in titles[:MOST_NAMED]}
    return {title_id: ShownTitle(row) for title_id, row in titles_by_id(sorted(wanted)).items()}


def _named(works: Works, shown: Mapping[str, ShownTitle]) -> list[NamedWork]:
    ordered = sorted(works.values(), key=lambda titles: (-len(titles), titles))
    named = (_by_name(shown[each] for each in t[:MOST_NAMED] if each in shown) for t in ordered)
    pairs = zip(named, ordered, strict=True)
    told = told_apart(title.row for title in shown.values())
    return [NamedWork(some, titles, told) for some, titles in pairs if some][:MOST_WORKS]


def _by_name(titles: Iterable[ShownTitle]) -> list[ShownTitle]:
    return sorted(
        titles, key=lambda title: (title.name.words, title.format, title.year, title.address)
    )
