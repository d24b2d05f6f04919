"""Why a contribution is not taken, in reasons that pages and reports put in words."""

from enum import Enum


class Why(Enum):
    """Why something cannot be contributed, changed or taken back."""

    NO_WORDS = "there are no words in it"
    TOO_LONG = "it has more characters than it may have"
    NO_STARS = "a rating has half a star to five, in halves"
    NOBODY = "it is not known whose it is"
    NOT_THEIRS = "there is no such contribution of this author"
    CLOSED = "it was withdrawn or hidden"
    MEANWHILE = "it was changed since it was read"


class ContributionRefused(ValueError):
    """It cannot be taken so; pages say ``why`` in words. What was typed is not lost by it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
