"""What a record tells of a title: summary, contents, cast, credits, as much as a page can bear."""

from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.bibliography import Contents, CriticsWord, Description
from commonplace.web.blocks.titles import Text, shortened
from commonplace.web.words.tongues import language_tag

SHOWN_CONTENTS, MOST_CONTENTS = 12, 300
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
        """What it is, in each script the record has it in."""
        said = self.description
        forms = (said.summary, said.vernacular.get("summary", ""))
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
        return self.description.contents[:SHOWN_CONTENTS]

    @property
    def folded_contents(self) -> Sequence[Contents]:
        """The rest of them."""
        return self.description.contents[SHOWN_CONTENTS:MOST_CONTENTS]

    @property
    def critics(self) -> Sequence[CriticsWord]:
        """What published reviews said, as the record quotes them."""
        return self.description.critics

    @property
    def awards(self) -> Sequence[str]:
        """The prizes it was given."""
        return self.description.awards

    @property
    def praises(self) -> int:
        """How many reviews and prizes there are."""
        return len(self.critics) + len(self.awards)

    def _text(self, words: str) -> Text:
        return Text(shortened(words, MOST_TEXT), language_tag(words, self.description.languages))
