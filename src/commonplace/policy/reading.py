"""Reading ``library.toml``: every mistake named with file, line, key and what to do about it."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from commonplace.policy.library import SHELVING, WEEKDAYS, Branch, Hours, Library

KEYS: Mapping[str, frozenset[str] | None] = {
    "library": frozenset(
        {
            "name", "address", "email", "timezone", "languages", "about", "base_address",
            "consortium", "filing", "shelving",
        }
    ),
    "branch": frozenset(
        {
            "code", "name", "address", "latitude", "longitude", "phone", "step_free", "hours",
            "closed", "shelving",
        }
    ),
    "locations": None,
    "shelving": None,
    "reports": frozenset({"keep_words_days"}),
}  # fmt: skip
MOST_DAYS = 3_650
LANGUAGES = ("en", "ar", "es", "fr", "zh-hans")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{2,8})?\Z", re.ASCII)
_SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})\Z", re.ASCII)

Table = Mapping[str, Any]


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
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Library()
    except (OSError, UnicodeDecodeError) as error:
        sentence = f"The file cannot be read as UTF-8 text ({error})."
        raise PolicyError((Fault(path.name, 1, "(the file)", sentence),)) from error
    reading = _Reading(path.name, text)
    library = reading.library()
    if reading.faults:
        raise PolicyError(tuple(reading.faults))
    return library


class _Values:
    """Values of one file by their type, each mistake put down as a fault."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self.faults: list[Fault] = []

    def _names(self, table: Table, key: str) -> tuple[str, ...]:
        wish = 'Write a list of names, as in ["Alder County Library"].'
        given = self._list(table, key, wish)
        if not all(isinstance(each, str) and each.strip() for each in given):
            self._fault(key, wish)
            return ()
        return tuple(str(each).strip() for each in given)

    def _text(self, table: Table, key: str, otherwise: str = "") -> str:
        value = table.get(key, otherwise)
        if not isinstance(value, str):
            self._fault(key, "This must be text, in quotation marks.")
            return otherwise
        return value

    def _scheme(self, table: Table, key: str) -> str:
        said = self._text(table, key)
        if said and said not in SHELVING:
            self._fault(key, f"No scheme is called “{said}”; there are {', '.join(SHELVING)}.")
            return ""
        return said

    def _degrees(self, table: Table, key: str, most: int) -> float | None:
        value = table.get(key)
        if value is None:
            return None
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not math.isfinite(value) or abs(value) > most:
            self._fault(key, f"This must be a number of degrees between -{most} and {most}.")
            return None
        return float(value)

    def _days(self, table: Table, key: str, otherwise: int) -> int:
        value = table.get(key, otherwise)
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_DAYS:
            return value
        self._fault(key, f"This must be a whole number of days between 1 and {MOST_DAYS}.")
        return otherwise

    def _yes_or_no(self, table: Table, key: str) -> bool | None:
        value = table.get(key)
        if value is None or isinstance(value, bool):
            return value
        self._fault(key, "This must be true or false, without quotation marks.")
        return None

    def _table(self, table: Table, key: str, wish: str) -> Table:
        value = table.get(key, {})
        if not isinstance(value, dict):
            self._fault(key, wish)
            return {}
        return value

    def _list(self, table: Table, key: str, wish: str) -> list[Any]:
        value = table.get(key, [])
        if not isinstance(value, list):
            self._fault(key, wish)
            return []
        return value

    def _fault(self, key: str, sentence: str) -> None:
        where = re.compile(rf"(^\s*\[*\s*|[{{,]\s*){re.escape(key)}\s*(=|\]|\.)")
        line = next((n for n, text in enumerate(self.lines, 1) if where.search(text)), 1)
        fault = Fault(self.name, line, key, sentence)
        if fault not in self.faults:
            self.faults.append(fault)


class _Reading(_Values):
    """One reading of one file, collecting faults as it goes."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(name, text)
        self.content: Table = {}
        try:
            self.content = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found.group(1)) if found else 1
            self.faults.append(Fault(name, line, "(the file)", f"This is not TOML: {error}."))

    def library(self) -> Library:
        """The library as far as it can be read."""
        self._refuse_unknown()
        general = self._table(self.content, "library", "Write it as a section, [library].")
        locations = self._table(self.content, "locations", "Write it as a section, [locations].")
        collections = self._table(self.content, "shelving", "Write it as a section, [shelving].")
        reports = self._table(self.content, "reports", "Write it as a section, [reports].")
        return Library(
            name=self._text(general, "name", "The library"),
            address=self._text(general, "address"),
            email=self._text(general, "email"),
            time_zone=self._time_zone(general),
            languages=self._languages(general),
            filing=self._filing(general),
            about=self._text(general, "about"),
            base_address=self._text(general, "base_address").rstrip("/"),
            branches=self._branches(),
            locations={code: self._text(locations, code) for code in locations},
            shelving=self._scheme(general, "shelving"),
            collections={code: self._scheme(collections, code) for code in collections},
            keep_words_days=self._days(reports, "keep_words_days", Library().keep_words_days),
            consortium=self._names(general, "consortium"),
        )

    def _branches(self) -> tuple[Branch, ...]:
        tables = self._list(self.content, "branch", "Write each branch as a section, [[branch]].")
        if not all(isinstance(each, dict) for each in tables):
            self._fault("branch", "Write each branch as a section, [[branch]].")
            return ()
        branches = tuple(self._branch(each) for each in tables)
        for code, times in Counter(branch.code for branch in branches).items():
            if code and times > 1:
                self._fault("code", f"{times} branches have the code “{code}”; each needs its own.")
        return branches

    def _branch(self, given: Table) -> Branch:
        code = self._text(given, "code")
        if not code:
            self._fault("code", "A branch needs the code that item records use for it.")
        hours = self._table(given, "hours", 'Write hours = { mon = "9:30-20:00" }.')
        closed = self._list(given, "closed", 'Write closed = ["2026-12-25"].')
        return Branch(
            code=code,
            name=self._text(given, "name", code),
            address=self._text(given, "address"),
            latitude=self._degrees(given, "latitude", 90),
            longitude=self._degrees(given, "longitude", 180),
            phone=self._text(given, "phone"),
            is_step_free=self._yes_or_no(given, "step_free"),
            hours={day: self._hours(day, self._text(hours, day)) for day in hours},
            closed=tuple(filter(None, map(self._day, closed))),
            shelving=self._scheme(given, "shelving"),
        )

    def _hours(self, day: str, said: str) -> tuple[Hours, ...]:
        if day not in WEEKDAYS:
            self._fault(day, f"No such weekday; use one of {', '.join(WEEKDAYS)}.")
        if said in {"closed", ""}:
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
            hours = Hours(time(from_hour, from_minute), time(to_hour, to_minute))
        except ValueError:
            self._fault(day, "There is no such hour; hours run from 0:00 to 23:59.")
            return None
        if hours.opens >= hours.closes:
            self._fault(day, "It closes before it opens; write two days, or turn the hours round.")
        return hours

    def _day(self, said: object) -> date | None:
        if isinstance(said, datetime):
            return said.date()
        if isinstance(said, date):
            return said
        try:
            return date.fromisoformat(str(said))
        except ValueError:
            self._fault("closed", f"“{said}” is not a day; write 2026-12-25.")
            return None

    def _time_zone(self, general: Table) -> str:
        zone = self._text(general, "timezone", "UTC")
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._fault("timezone", f"No time zone is called “{zone}”; write, say, Europe/Paris.")
        return zone

    def _languages(self, general: Table) -> tuple[str, ...]:
        if "languages" not in general:
            return Library().languages
        wish = f"Write a list of some of {', '.join(LANGUAGES)}."
        given = self._list(general, "languages", wish)
        if not given or any(each not in LANGUAGES for each in given):
            self._fault("languages", wish)
        return tuple(str(each) for each in given)

    def _filing(self, general: Table) -> str:
        code = self._text(general, "filing")
        if code and not _LANGUAGE.match(code):
            self._fault("filing", "Write the code of one language, as in sv or zh-hans.")
            return ""
        return code

    def _refuse_unknown(self) -> None:
        for section, content in self.content.items():
            if section not in KEYS:
                self._fault(section, f"No such section; there are {', '.join(KEYS)}.")
                continue
            allowed = KEYS[section]
            tables = content if isinstance(content, list) else [content]
            given = {key for table in tables if isinstance(table, dict) for key in table}
            for key in sorted(given - allowed) if allowed else ():
                known = ", ".join(sorted(allowed or ()))
                self._fault(key, f"No such key in [{section}]; there are {known}.")
