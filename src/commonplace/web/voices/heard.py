"""What readers say of a work, as the page of a title or a work begins with it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from commonplace.community.contributions.queries import NO_VOICES
from commonplace.community.contributions.values import Voices
from commonplace.policy import Library
from commonplace.web.addresses import comments_address
from commonplace.web.voices.comments import ShownComment
from commonplace.web.voices.stars import ShownRatings

SHOWN = 5


@dataclass(frozen=True)
class Heard:
    """The ratings and the newest comments. ``format`` is that of the title whose page it is."""

    work_id: str
    library: Library
    voices: Voices = NO_VOICES
    format: str = ""

    @cached_property
    def ratings(self) -> ShownRatings:
        """The ratings."""
        return ShownRatings(self.voices.ratings)

    @cached_property
    def comments(self) -> tuple[ShownComment, ...]:
        """The newest comments."""
        return tuple(ShownComment(e, self.library, self.format) for e in self.voices.comments)

    @property
    def total(self) -> int:
        """How many comments there are."""
        return self.voices.comments_total

    @property
    def is_silent(self) -> bool:
        """Whether nobody has said anything."""
        return not (self.total or self.ratings.count)

    @property
    def all_comments(self) -> str:
        """Where all comments are."""
        return comments_address(self.work_id)

    def facts(self) -> dict[str, Any]:
        """The same as JSON, beside the facts of the page."""
        counts = {f"{kind.value}s": count for kind, count in self.voices.counts.items() if count}
        return {
            "rating": self.ratings.facts(),
            "community": counts,
            "comments": [each.facts() for each in self.comments],
        }
