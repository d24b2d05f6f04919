"""What a library decides about itself. Each docstring is the reference for its keys."""

from dataclasses import dataclass, field
from datetime import date, time

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHELVING = ("lc", "dewey", "sudoc", "nlm", "un", "local")


@dataclass(frozen=True, slots=True)
class Hours:
    """One span a branch is open on a weekday, in the library's own time zone."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Branch:
    """A building one can walk into. ``code`` is what item records say.

    ``hours`` by weekday (``mon`` … ``sun``), empty where closed; ``closed`` are days it stays
    shut whatever the weekday. ``shelving`` is the scheme its shelves follow, one of ``SHELVING``.
    """

    code: str
    name: str
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    phone: str = ""
    is_step_free: bool | None = None
    hours: dict[str, tuple[Hours, ...]] = field(default_factory=dict)
    closed: tuple[date, ...] = ()
    shelving: str = ""

    def hours_on(self, day: date) -> tuple[Hours, ...]:
        """When it is open on this day; empty when it is not."""
        if day in self.closed:
            return ()
        return self.hours.get(WEEKDAYS[day.weekday()], ())


@dataclass(frozen=True, slots=True)
class Library:
    """Everything in ``library.toml``. A library with none gets these defaults.

    ``shelving`` is the scheme its shelves follow; ``collections`` says so of single shelving
    locations. Where neither, nor the branch, says anything, each label is told by its look.
    """

    name: str = "The library"
    address: str = ""
    email: str = ""
    time_zone: str = "UTC"
    languages: tuple[str, ...] = ("en", "ar", "es", "fr", "zh-hans")
    filing: str = ""
    about: str = ""
    base_address: str = ""
    branches: tuple[Branch, ...] = ()
    locations: dict[str, str] = field(default_factory=dict)
    shelving: str = ""
    collections: dict[str, str] = field(default_factory=dict)
    keep_words_days: int = 180
    consortium: tuple[str, ...] = ()

    def branch(self, code: str) -> Branch:
        """The branch with this code; one that is not in the file is named by its code."""
        return next((each for each in self.branches if each.code == code), Branch(code, code))

    def has_branch(self, code: str) -> bool:
        """Whether the file lists a branch with this code."""
        return any(each.code == code for each in self.branches)

    def location(self, code: str) -> str:
        """What readers call this shelving location; its code where the file does not say."""
        return self.locations.get(code, code)

    def shelved_by(self, branch: str, location: str) -> str:
        """The scheme of a shelf: what its location, its branch or the library says; else nothing.

        A collection shelved by its own scheme is so at every branch that has it.
        """
        own = next((each.shelving for each in self.branches if each.code == branch), "")
        return self.collections.get(location, "") or own or self.shelving
