"""The words and completions of this catalogue kept with its index, for *did you mean* and typing.

They are counted as titles go by on their way into a new index. Words grow with each batch of
changes; completions, of which only the commonest are kept, are counted anew with the next index.
"""

from collections.abc import Iterable, Sequence

from commonplace.browse.beginnings import put_beginnings
from commonplace.browse.spellings import add_spellings, put_spellings
from commonplace.discovery.places import Build, Cursor
from commonplace.search.engines.contract import Document
from commonplace.search.engines.layout import Prepared
from commonplace.search.suggestions.beginnings import Completions
from commonplace.search.suggestions.vocabulary import Vocabulary


class SpelledBuild:
    """An index being built, with the words and completions of what goes into it."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._words = Vocabulary()
        self._completions = Completions()
        self.is_new = build.is_new

    def add(self, prepared: Iterable[Prepared]) -> None:
        """Take in these titles and their words."""
        titles = list(prepared)
        self._words.add(titles)
        self._completions.add(titles)
        self._build.add(titles)

    def finish(self, cursor: Cursor) -> None:
        """Keep the words and completions, and serve this index from now on."""
        put_spellings(self._words.words())
        put_beginnings(self._completions.beginnings())
        self._build.finish(cursor)

    def abandon(self, error: BaseException) -> None:
        """Leave nothing behind but the error that ended it."""
        self._build.abandon(error)


def learn_words(documents: Sequence[Document]) -> None:
    """Know the words of these titles too."""
    vocabulary = Vocabulary()
    vocabulary.add_documents(documents)
    add_spellings(vocabulary.words())
