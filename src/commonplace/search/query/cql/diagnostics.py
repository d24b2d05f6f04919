"""The numbered diagnostics of SRU that a query can call for, each with its sentence in English."""

from collections.abc import Mapping
from dataclasses import dataclass

SET = "info:srw/diagnostic/1/"

SENTENCES: Mapping[int, str] = {
    10: "The query is not written as CQL wants it",
    12: "The query is too long; the most there may be, in characters",
    13: "There are too many brackets inside brackets; the most there may be",
    15: "There is no context set of this name",
    16: "There is no index of this name",
    19: "This relation is not known here",
    20: "This relation modifier is not known here",
    22: "This index cannot be looked at with this relation",
    27: "An empty term finds nothing",
    28: "A star can only stand at the end of a term, and ? and # stand for nothing",
    29: "Too little stands before the star",
    31: "The sign ^ can only stand at both ends of a title",
    36: "The term has no form this index understands",
    38: "There are too many terms in the query; the most there may be",
    40: "This relation of proximity is not known here",
    41: "Only words next to each other can be asked for",
    42: "Only proximity of words can be asked for",
    43: "This order of proximity is not known here",
    44: "Proximity can only be asked of plain terms in one index of words",
    46: "This boolean modifier is not known here",
    80: "Results cannot be sorted by this",
    90: "Results cannot be sorted in this direction",
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What a program is told: the number SRU gives it, a sentence, and what it is about."""

    number: int
    details: str = ""

    @property
    def uri(self) -> str:
        """The diagnostic's name in the world."""
        return f"{SET}{self.number}"

    @property
    def message(self) -> str:
        """The sentence without the details."""
        return SENTENCES[self.number]

    @property
    def sentence(self) -> str:
        """The sentence, and what it is about."""
        return f"{self.message}: {self.details}." if self.details else f"{self.message}."


class CqlRefused(Exception):
    """The query cannot be read or not be answered; ``diagnostic`` says why."""

    def __init__(self, number: int, details: object = ""):
        self.diagnostic = Diagnostic(number, str(details)[:200])
        super().__init__(self.diagnostic.sentence)
