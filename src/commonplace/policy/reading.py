"""Reading ``library.toml``: every mistake named with file, line, key and what to do about it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from commonplace.policy.library import WEEKDAYS, Branch, Hours, Library

KEYS = {
    "library": {"name", "address", "email", "timezone", "languages", "about", "base_address"},
    "branch": {
        "code", "name", "address", "latitude", "longitude", "phone", "step_free", "hours", "closed",
    },
    "locations": None,
}  # fmt: skip
_SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in the file: where it stands and what to do."""

    file: str
    line: int
    key: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, {self.key}: {self.sentence}"


class PolicyError(Exception):
    """``library.toml`` cannot be used as it is; ``faults`` says why."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


def read_library(path: Path) -> Library:
    """The library that this file describes; the defaults where there is no file.

    Raises ``PolicyError`` with every mistake found, not only the first.
    """
    if not path.exists():
        return Library()
    text = path.read_text(encoding="utf-8")
    reading = _Reading(path.name, text)
    library = reading.library()
    if reading.faults:
        raise PolicyError(tuple(reading.faults))
    return library


class _Reading:
    """One reading of one file, collecting faults as it goes."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self.faults: list[Fault] = []
        self.content: Mapping[str, Any] = {}
        try:
            self.content = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found.group(1)) if found else 1
            self.faults.append(Fault(name, line, "(the file)", f"This is not TOML: {error}."))

    def library(self) -> Library:
        self._refuse_unknown()
        general = self.content.get("library", {})
        zone = self._text(general, "timezone", "UTC")
        self._check_zone(zone)
        return Library(
            name=self._text(general, "name", "The library"),
            address=self._text(general, "address"),
            email=self._text(general, "email"),
            time_zone=zone,
            languages=tuple(map(str, general.get("languages", Library().languages))),
            about=self._text(general, "about"),
            base_address=self._text(general, "base_address").rstrip("/"),
            branches=tuple(self._branch(each) for each in self.content.get("branch", [])),
            locations={str(k): str(v) for k, v in self.content.get("locations", {}).items()},
        )

    def _branch(self, given: Mapping[str, Any]) -> Branch:
        code = self._text(given, "code")
        if not code:
            self._fault("code", "A branch needs the code that item records use for it.")
        return Branch(
            code=code,
            name=self._text(given, "name", code),
            address=self._text(given, "address"),
            latitude=self._number(given, "latitude", 90),
            longitude=self._number(given, "longitude", 180),
            phone=self._text(given, "phone"),
            is_step_free=given.get("step_free"),
            hours={day: self._hours(day, said) for day, said in given.get("hours", {}).items()},
            closed=tuple(filter(None, map(self._day, given.get("closed", [])))),
        )

    def _hours(self, day: str, said: str) -> tuple[Hours, ...]:
        if day not in WEEKDAYS:
            self._fault(day, f"No such weekday; use one of {', '.join(WEEKDAYS)}.")
        if said == "closed":
            return ()
        spans = []
        for part in said.split(","):
            found = _SPAN.match(part.strip())
            if not found:
                self._fault(day, f"“{part}” is not a span of hours; write 9:30-20:00 or closed.")
                continue
            spans.append(self._span(day, found.groups()))
        return tuple(filter(None, spans))

    def _span(self, day: str, figures: Sequence[str]) -> Hours | None:
        from_hour, from_minute, to_hour, to_minute = map(int, figures)
        try:
            return Hours(time(from_hour, from_minute), time(to_hour, to_minute))
        except ValueError:
            self._fault(day, "There is no such hour; hours run from 0:00 to 23:59.")
            return None

    def _day(self, said: object) -> date | None:
        if isinstance(said, date):
            return said
        try:
            return date.fromisoformat(str(said))
        except ValueError:
            self._fault("closed", f"“{said}” is not a day; write 2026-12-25.")
            return None

    def _text(self, table: Mapping[str, Any], key: str, otherwise: str = "") -> str:
        value = table.get(key, otherwise)
        if not isinstance(value, str):
            self._fault(key, "This must be text, in quotation marks.")
            return otherwise
        return value

    def _number(self, table: Mapping[str, Any], key: str, most: int) -> float | None:
        value = table.get(key)
        if value is None:
            return None
        if not isinstance(value, int | float) or abs(value) > most:
            self._fault(key, f"This must be a number of degrees between -{most} and {most}.")
            return None
        return float(value)

    def _check_zone(self, zone: str) -> None:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            self._fault("timezone", f"No time zone is called “{zone}”; write, say, Europe/Paris.")

    def _refuse_unknown(self) -> None:
        for section, content in self.content.items():
            if section not in KEYS:
                self._fault(section, f"No such section; there are {', '.join(KEYS)}.")
                continue
            allowed = KEYS[section]
            tables = content if isinstance(content, list) else [content]
            for key in {key for table in tables for key in table if allowed and key not in allowed}:
                self._fault(key, f"No such key in [{section}]; there are {_listed(allowed)}.")

    def _fault(self, key: str, sentence: str) -> None:
        beginning = re.compile(rf"\s*(\[+)?\s*{re.escape(key)}\b")
        line = next((n for n, text in enumerate(self.lines, 1) if beginning.match(text)), 1)
        self.faults.append(Fault(self.name, line, key, sentence))


def _listed(keys: set[str] | None) -> str:
    return ", ".join(sorted(keys or ()))
