"""What the library corrected in a description, as pages for everybody say it: never who did it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from commonplace.bibliography import Description
from commonplace.catalogue.corrections.applying import said_of
from commonplace.catalogue.corrections.in_force import Correction, in_force_of
from commonplace.web.blocks.titles import Text
from commonplace.web.words.corrections import field_of_title, lines_of
from commonplace.web.words.tongues import language_tag


@dataclass(frozen=True, slots=True)
class Own:
    """One field with the library's own words in it. ``record`` is what the record said then."""

    name: str
    label: str
    ours: tuple[Text, ...]
    record: tuple[Text, ...]
    reason: str
    made: datetime
    correction: Correction

    def facts(self) -> dict[str, Any]:
        """The correction for a JSON twin."""
        return {
            "field": self.name,
            "value": msgspec.to_builtins(self.correction.value),
            "record_said": msgspec.to_builtins(self.correction.record_said),
            "reason": self.reason,
            "made": self.made,
        }


@dataclass(frozen=True, slots=True)
class Corrections:
    """Everything the library corrected about one title."""

    all: tuple[Own, ...] = ()

    def of(self, *names: str) -> tuple[Own, ...]:
        """Those of these fields."""
        return tuple(each for each in self.all if each.name in names)

    def facts(self) -> list[dict[str, Any]]:
        """The corrections for a JSON twin."""
        return [each.facts() for each in self.all]


NO_CORRECTIONS = Corrections()


def corrections_shown(
    title_id: str, description: Description, says: Callable[[], Description | None] | None = None
) -> Corrections:
    """The corrections in force for this title.

    ``says`` gives what the record says now, where a page has that to show.
    """
    found = in_force_of(title_id)
    now = says() if found and says else None
    return Corrections(tuple(_own(each, description.languages, now) for each in found))


def _own(each: Correction, languages: Sequence[str], now: Description | None) -> Own:
    record = each.record_said if now is None else said_of(now, each.field)
    return Own(
        each.field,
        field_of_title(each.field),
        texts_of(each.field, each.value, languages),
        texts_of(each.field, record, languages),
        each.reason,
        each.made,
        each,
    )


def texts_of(name: str, value: Any, languages: Sequence[str]) -> tuple[Text, ...]:
    """A field's value as lines with the language they are in, as far as it is known."""
    return tuple(Text(line, language_tag(line, languages)) for line in lines_of(name, value))
