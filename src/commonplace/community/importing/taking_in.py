"""Taking in a file of ratings or comments, batch by batch, each in one transaction.

A batch that was cut off never was, and taking the file in again finishes it. The place where
something was written is found once and then stays, whatever the catalogue becomes.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from commonplace.catalogue.grouping.anchors import anchors_for
from commonplace.catalogue.stores import PRECIOUS
from commonplace.catalogue.storing import log_precious_changes
from commonplace.community.contributions.models import State
from commonplace.community.contributions.values import Kind
from commonplace.community.contributions.words import reason_to_review
from commonplace.community.importing.entries import Aside, Entry, SetAside, read_entry
from commonplace.community.importing.finding import Found, find_titles
from commonplace.community.importing.kept import Kept, known_by_author, known_by_id, write
from commonplace.community.importing.report import AsideRow, Fate, Report
from commonplace.community.importing.rows import Row, read_rows

BATCH = 500
_CLOSED = (State.HIDDEN, State.WITHDRAWN)

OnAside = Callable[[AsideRow], None]


@dataclass(frozen=True, slots=True)
class Import:
    """One taking in: of what kind, written where if a row does not say, and who hears of what."""

    kind: Kind
    library: str
    set_aside: OnAside
    progress: Callable[[int], None]
    report: Report = field(default_factory=Report)

    def put_aside(self, row: Row, why: Aside) -> None:
        """Count this row as set aside, and tell."""
        self.report.fates[Fate.SET_ASIDE] += 1
        self.report.reasons[why] += 1
        self.set_aside(AsideRow(row.line, why, row.cells or {}))


def take_in(path: Path, run: Import) -> Report:
    """Take in this file. Raises ``NotRows`` where it is no such file; nothing was changed then."""
    began = time.monotonic()
    rows = read_rows(path)
    while batch := list(islice(rows, BATCH)):
        _take_in_batch(_read(batch, run), run)
        run.progress(len(batch))
    run.report.seconds = time.monotonic() - began
    return run.report


def _read(rows: Iterable[Row], run: Import) -> Iterator[tuple[Row, Entry]]:
    """The rows that say something of this kind and can be read."""
    for row in rows:
        try:
            entry = read_entry(run.kind, row, run.library)
        except SetAside as error:
            run.put_aside(row, error.why)
            continue
        if entry is None:
            run.report.fates[Fate.EMPTY] += 1
        else:
            yield row, entry


def _take_in_batch(batch: Iterable[tuple[Row, Entry]], run: Import) -> None:
    read = list(batch)
    with transaction.atomic(PRECIOUS):
        log_precious_changes([])  # first: from here on, one at a time
        shelf = _Shelf(run.kind, [entry for _row, entry in read])
        for row, entry in read:
            fate = shelf.put(entry)
            if isinstance(fate, Aside):
                run.put_aside(row, fate)
            else:
                run.report.fates[fate] += 1
        fresh = shelf.written()
        write(run.kind, fresh)
        log_precious_changes({each.title_id for each in fresh})
    waiting = sum(each.state == State.AWAITING_REVIEW for each in fresh)
    run.report.awaiting_review += waiting


class _Shelf:
    """What is kept already of a batch, what is new or changed of it, and where the new goes."""

    def __init__(self, kind: Kind, entries: Sequence[Entry]) -> None:
        self._kind = kind
        self._now = timezone.now()
        self._kept = {
            each.contribution_id: each
            for each in known_by_id(kind, {entry.contribution_id for entry in entries})
        }
        self._by_author: dict[tuple[int, str], str] = {}
        self._written: dict[str, Kept] = {}
        new = [each for each in entries if each.contribution_id not in self._kept]
        self._found = find_titles(each.sought for each in new if not each.is_withdrawn)
        titles = [each for each in self._found.values() if isinstance(each, Found)]
        self._anchors = anchors_for([each.title_id for each in titles])
        if kind is Kind.RATING:
            authors = {entry.author for entry in new} - {""}
            for each in known_by_author(authors, set(self._anchors.values())):
                self._kept.setdefault(each.contribution_id, each)
        for each in self._kept.values():
            self._by_author[each.anchor_id, each.author] = each.contribution_id

    def written(self) -> list[Kept]:
        """What is to be written."""
        return list(self._written.values())

    def put(self, entry: Entry) -> Fate | Aside:
        """Put this entry where it belongs; what became of it."""
        before = self._kept.get(entry.contribution_id)
        if before is None and not entry.is_withdrawn:
            found = self._found[entry.sought]
            if isinstance(found, Aside):
                return found
            before = self._of_the_author(entry, found)
            if before is None:
                return self._add(entry, found)
        if before is None:
            return Fate.UNCHANGED
        return self._withdraw(before) if entry.is_withdrawn else self._change(before, entry)

    def _of_the_author(self, entry: Entry, found: Found) -> Kept | None:
        """The author's rating on this very title under another id: there is one place for both."""
        if self._kind is not Kind.RATING or not entry.author:
            return None
        its_id = self._by_author.get((self._anchors[found.title_id], entry.author), "")
        return self._kept.get(its_id)

    def _add(self, entry: Entry, found: Found) -> Fate:
        state, reason = self._judged(entry)
        written = entry.written or self._now
        self._keep(
            Kept(
                contribution_id=entry.contribution_id,
                anchor_id=self._anchors[found.title_id],
                title_id=found.title_id,
                format=found.format,
                author=entry.author,
                author_name=entry.author_name,
                role=entry.role,
                library=entry.library,
                origin_id=entry.origin_id,
                language=entry.language,
                written=written,
                changed=written,
                imported=self._now,
                state=state,
                review_reason=reason,
                version=0,
                content=entry.content,
            )
        )
        return Fate.ADDED

    def _change(self, before: Kept, entry: Entry) -> Fate:
        if _is_the_same(before, entry):
            return Fate.UNCHANGED
        if entry.written is not None and entry.written < self._since(before):
            return Fate.SUPERSEDED
        state, reason = before.state, before.review_reason
        if state not in _CLOSED and before.content != entry.content:
            state, reason = self._judged(entry)
        self._keep(
            replace(
                before,
                author_name=entry.author_name,
                role=entry.role,
                language=entry.language,
                changed=_changed(before, entry.written or self._now),
                state=state,
                review_reason=reason,
                version=before.version + 1,
                content=entry.content,
            )
        )
        return Fate.CHANGED

    def _since(self, before: Kept) -> datetime:
        """From when on a row has news of this. A comment's date stays that of its first words."""
        return before.changed if self._kind is Kind.RATING else before.written

    def _withdraw(self, before: Kept) -> Fate:
        if before.state == State.WITHDRAWN:
            return Fate.UNCHANGED
        version = before.version + 1
        self._keep(replace(before, state=State.WITHDRAWN, changed=self._now, version=version))
        return Fate.WITHDRAWN

    def _judged(self, entry: Entry) -> tuple[str, str]:
        words = entry.content[0] if self._kind is Kind.COMMENT else ""
        reason = reason_to_review(f"{words}\n{entry.author_name}")
        return (State.AWAITING_REVIEW, reason) if reason else (State.PUBLISHED, "")

    def _keep(self, made: Kept) -> None:
        self._kept[made.contribution_id] = self._written[made.contribution_id] = made
        self._by_author[made.anchor_id, made.author] = made.contribution_id


def _is_the_same(before: Kept, entry: Entry) -> bool:
    told = (entry.content, entry.author_name, entry.role, entry.language)
    is_same = told == (before.content, before.author_name, before.role, before.language)
    return is_same and entry.written in (None, before.written, before.changed)


def _changed(before: Kept, moment: datetime) -> datetime:
    return max(before.changed, moment)
