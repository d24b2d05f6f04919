"""Why these are together: keys, evidence and the library's decisions as sentences.

For everybody: a decision is told with its day and its reason, never with a name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from commonplace.catalogue.grouping.explaining import Together, parted_from, why_together
from commonplace.catalogue.grouping.queries import Decision
from commonplace.catalogue.queries import TitleRow, titles_by_id
from commonplace.web.blocks.titles import ShownTitle, Text
from commonplace.web.templating import said
from commonplace.web.wording import isolated, said_here
from commonplace.web.words.grouping import called_sentence, medium_label, tie_sentence
from commonplace.web.words.moments import day_of
from commonplace.works.evidence import Evidence, Kind
from commonplace.works.explaining import Called, KeyGroup, KeyParts, Tie, called_how, parts_of

MOST_GROUPS, MOST_TIES, MOST_NAMED, MOST_IN_FACTS = 40, 60, 3, 200
_MOST_TEXT = 300


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """Editions with the same key: some of them, and how many."""

    group: KeyGroup
    named: Sequence[ShownTitle]

    @property
    def parts(self) -> KeyParts:
        """The key taken apart."""
        return self.group.parts

    @property
    def medium(self) -> str:
        """The kind of work in words."""
        return medium_label(self.parts.medium)

    @property
    def count(self) -> int:
        """How many editions have it."""
        return len(self.group.title_ids)

    @property
    def further(self) -> int:
        """How many are not named."""
        return self.count - len(self.named)

    def facts(self) -> dict[str, Any]:
        """The key for a JSON twin."""
        return {
            "kind": "key",
            "key": self.group.key,
            "creator": self.parts.creator,
            "title": self.parts.title,
            "part": self.parts.part,
            "medium": self.parts.medium,
            "editions": self.count,
            "title_ids": list(self.group.title_ids[:MOST_IN_FACTS]),
        }


@dataclass(frozen=True, slots=True)
class ShownTie:
    """Two editions and what they share."""

    tie: Tie
    evidence: Evidence
    sentence: Markup

    def facts(self) -> dict[str, Any]:
        """The evidence for a JSON twin."""
        return {
            "kind": self.evidence.kind.name.lower(),
            "text": self.evidence.text,
            "title_ids": [self.tie.one, self.tie.other],
            "sentence": self.sentence.striptags(),
        }


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """What the library decided, with its reason."""

    decision: Decision
    sentence: Markup

    @property
    def reason(self) -> Text:
        """Why, in the words of whoever decided."""
        return Text(self.decision.reason)

    def facts(self) -> dict[str, Any]:
        """The decision for a JSON twin: no name in it."""
        return {
            "kind": self.decision.kind,
            "decision": self.decision.own_id,
            "made": self.decision.made.isoformat(),
            "reason": self.decision.reason,
            "sentence": self.sentence.striptags(),
        }


class WhyTogether:
    """The reasons for one work, as pages show them."""

    def __init__(self, work_id: str, rows: Sequence[TitleRow]) -> None:
        self.together: Together = why_together(work_id, rows)
        self._rows: Mapping[str, TitleRow] = {row.title_id: row for row in rows}

    @cached_property
    def groups(self) -> tuple[ShownGroup, ...]:
        """The keys, those most editions have first."""
        ordered = sorted(self.together.groups, key=lambda each: (-len(each.title_ids), each.key))
        return tuple(self._group(each) for each in ordered[:MOST_GROUPS])

    def _group(self, group: KeyGroup) -> ShownGroup:
        named = [ShownTitle(self._rows[each]) for each in group.title_ids[:MOST_NAMED]]
        return ShownGroup(group, named)

    @property
    def groups_left_out(self) -> int:
        """How many keys are not shown."""
        return len(self.together.groups) - len(self.groups)

    @cached_property
    def _evidence(self) -> list[tuple[Tie, Evidence]]:
        return [(each, each.evidence) for each in self.together.ties if each.evidence is not None]

    @cached_property
    def ties(self) -> tuple[ShownTie, ...]:
        """What evidence joined, the strongest first."""
        return tuple(self._tie(*each) for each in self._evidence[:MOST_TIES])

    @property
    def ties_left_out(self) -> int:
        """How many are not shown."""
        return len(self._evidence) - len(self.ties)

    def _tie(self, tie: Tie, evidence: Evidence) -> ShownTie:
        one, other = (edition_link(self._rows[each]) for each in (tie.one, tie.other))
        if evidence.kind is not Kind.CALLED:
            text = isolated(evidence.text[:_MOST_TEXT])
            return ShownTie(tie, evidence, tie_sentence(evidence.kind, one, other, text))
        how = called_how(self.together.keys[tie.one].text, evidence.text)
        text = isolated(_met_in(how, evidence.text)[:_MOST_TEXT])
        return ShownTie(tie, evidence, called_sentence(how, one, other, text))

    @cached_property
    def decisions(self) -> tuple[ShownDecision, ...]:
        """What the library decided, newest first."""
        return tuple(
            ShownDecision(each, self._decision_sentence(each)) for each in self.together.decisions
        )

    def _decision_sentence(self, decision: Decision) -> Markup:
        on = day_of(decision.made)
        if not decision.is_split:
            return said_here("The library joined these on %(day)s.", day=on)
        title_id = parted_from(self.together, decision)
        row = titles_by_id([title_id]).get(title_id) if title_id else None
        if row is None:
            return said_here("On %(day)s the library set other editions apart from these.", day=on)
        return said_here(
            "On %(day)s the library set these and %(other)s apart.", day=on, other=work_link(row)
        )

    def facts(self) -> list[dict[str, Any]]:
        """The reasons for a JSON twin: keys, then evidence, then decisions."""
        keys, evidence = (each.facts() for each in self.groups), (e.facts() for e in self.ties)
        return [*keys, *evidence, *(each.facts() for each in self.decisions)]


def _met_in(how: Called, called: str) -> str:
    """What of another key a title is known by."""
    if how is Called.CREATOR:
        return parts_of(called).creator
    return called if how is Called.KEY else parts_of(called).title


def shown_text(evidence: Evidence) -> Markup:
    """What is shared, as a page shows it: a number, or the name within a key."""
    is_key = evidence.kind in {Kind.KEY, Kind.CALLED}
    text = parts_of(evidence.text).title if is_key else evidence.text
    return isolated(text[:_MOST_TEXT])


def edition_link(row: TitleRow) -> Markup:
    """An edition by its name, format and year, leading to its page."""
    shown = ShownTitle(row)
    link = Markup('<a href="%s">%s</a>') % (shown.address, said(shown.name))
    return said_here("%(title)s (%(format)s)", title=link, format=isolated(shown.chip))


def work_link(row: TitleRow) -> Markup:
    """The work of this title by its name, leading to the work's page."""
    shown = ShownTitle(row)
    return Markup('<a href="%s">%s</a>') % (shown.work_address, said(shown.name))
