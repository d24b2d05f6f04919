"""Who made it: contributors by what they did, each linked to everything under their name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from commonplace.bibliography import Contributor, Description
from commonplace.discovery.headings import heading_of_name
from commonplace.web.addresses import heading_address
from commonplace.web.blocks.folding import fold
from commonplace.web.words.names import as_said
from commonplace.web.words.roles import ORDER, role_label
from commonplace.web.words.tongues import language_tag

SHOWN_GROUPS = 4
SHOWN_PEOPLE = 6
MOST_PEOPLE = 100


@dataclass(frozen=True, slots=True)
class Person:
    """One contributor as a page names them."""

    name: str
    tag: str
    twin: str
    twin_tag: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """Those who did the same, under what they are called."""

    label: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Everyone: the groups a page shows at once, and those it folds away."""

    shown: tuple[Group, ...] = ()
    folded: tuple[Group, ...] = ()
    left_out: int = 0

    @property
    def folded_count(self) -> int:
        """How many names are folded away."""
        return sum(len(group.people) for group in self.folded)


def people_of(description: Description) -> People:
    """The people behind a title, those who made it first."""
    groups, left_out = _groups(description)
    shown = tuple(Group(each.label, each.people[:SHOWN_PEOPLE]) for each in groups[:SHOWN_GROUPS])
    rest = [Group(group.label, group.people[SHOWN_PEOPLE:]) for group in groups[:SHOWN_GROUPS]]
    folded = (*(group for group in rest if group.people), *groups[SHOWN_GROUPS:])
    return People(shown, folded, left_out)


def person_of(contributor: Contributor, languages: Sequence[str]) -> Person:
    """One contributor, linked to everything they had a part in."""
    heading = heading_of_name(contributor)
    name, twin = as_said(contributor), contributor.vernacular
    return Person(
        name,
        language_tag(name, languages),
        twin,
        language_tag(twin, languages),
        heading_address(heading.kind, heading.heading_id),
    )


def people_facts(description: Description) -> list[dict[str, Any]]:
    """The people for a JSON twin."""
    return [
        {
            "name": each.name,
            "vernacular": each.vernacular,
            "roles": list(each.roles),
            "address": person_of(each, description.languages).address,
        }
        for each in description.contributors
        if not each.work
    ]


def _groups(description: Description) -> tuple[list[Group], int]:
    """The groups, those who made it first, and how many names are too many for a page."""
    together: dict[str, list[Contributor]] = {}
    everyone = fold(_once(description.contributors), MOST_PEOPLE, weigh=lambda who: who.name)
    for each in everyone.shown:
        together.setdefault(_label_of(each), []).append(each)
    ranks = {label: min(map(_rank, people)) for label, people in together.items()}
    groups = [
        Group(
            role_label(_role(people[0]), people=len(people)) if _role(people[0]) else label,
            tuple(person_of(each, description.languages) for each in people),
        )
        for label, people in sorted(together.items(), key=lambda item: ranks[item[0]])
    ]
    return groups, everyone.left_out


def _once(contributors: Sequence[Contributor]) -> list[Contributor]:
    return list({(c.name, c.dates, _role(c)): c for c in contributors if not c.work}.values())


def _role(contributor: Contributor) -> str:
    return contributor.roles[0] if contributor.roles else ""


def _label_of(contributor: Contributor) -> str:
    role = _role(contributor)
    if role:
        return role_label(role)
    return _("By") if contributor.is_creator else _("Also by")


def _rank(contributor: Contributor) -> tuple[bool, int]:
    return not contributor.is_creator, ORDER.get(_role(contributor), len(ORDER))
