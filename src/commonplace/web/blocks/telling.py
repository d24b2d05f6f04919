"""What a record tells of a title: summary, contents, cast, credits, as much as a page can bear."""

from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.bibliography import Contents, CriticsWord, Description
from commonplace.web.blocks.folding import Folded, fold
from commonplace.web.blocks.titles import Text, shortened
from commonplace.web.words.tongues import language_tag

SHOWN_CONTENTS, MOST_CONTENTS = 12, 200
MOST_TEXT = 6_000


@dataclass(frozen=True, slots=True)
class Telling:
    """A description's own words about the thing it describes."""

    description: Description

    @property
    def is_silent(self) -> bool:
        """Whether the record tells nothing at all."""
        said = self.description
        return not (said.summary or said.contents or said.cast or said.credits)

    @property
    def summaries(self) -> tuple[Text, ...]:
        """What it is, in each script the record has it in; of the library's own, each paragraph."""
        said = self.description
        forms = (*said.summary.split("\n"), said.vernacular.get("summary", ""))
        return tuple(self._text(form) for form in forms if form)

    @property
    def cast(self) -> str:
        """Who plays in it."""
        return shortened(self.description.cast, MOST_TEXT)

    @property
    def credits(self) -> str:
        """Who else worked on it."""
        return shortened(self.description.credits, MOST_TEXT)

    @property
    def contents(self) -> Sequence[Contents]:
        """The first lines of its table of contents."""
        return self._contents.shown

    @property
    def folded_contents(self) -> Sequence[Contents]:
        """The rest of them."""
        return self._contents.rest

    @property
    def contents_left_out(self) -> int:
        """How many lines are too many for a page."""
        return self._contents.left_out

    @property
    def _contents(self) -> Folded[Contents]:
        lines = self.description.contents
        return fold(lines, SHOWN_CONTENTS, MOST_CONTENTS, weigh=lambda one: f"{one.title}{one.by}")

    @property
    def critics(self) -> Sequence[CriticsWord]:
        """What published reviews said, as the record quotes them."""
        return self._critics.all

    @property
    def _critics(self) -> Folded[CriticsWord]:
        return fold(self.description.critics, weigh=lambda one: f"{one.text}{one.url}")

    @property
    def awards(self) -> Sequence[str]:
        """The prizes it was given."""
        return self._awards.all

    @property
    def _awards(self) -> Folded[str]:
        return fold(self.description.awards)

    @property
    def praises_left_out(self) -> int:
        """How many of both are too many for a page."""
        return self._critics.left_out + self._awards.left_out

    @property
    def praises(self) -> int:
        """How many reviews and prizes there are."""
        return len(self.critics) + len(self.awards)

    def _text(self, words: str) -> Text:
        return Text(shortened(words, MOST_TEXT), language_tag(words, self.description.languages))
