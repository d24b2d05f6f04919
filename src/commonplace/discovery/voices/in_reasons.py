"""Why a title was found by what readers say of its work."""

from collections.abc import Iterator, Mapping, Sequence

from commonplace.community.contributions.searched import comments_of_works
from commonplace.discovery.voices.in_documents import COMMENT


class TextsWithVoices(Mapping[str, Sequence[str]]):
    """The texts of a title, and the comments on its work: those are read if they are asked for,
    which is when nothing of the description explains why it was found."""

    def __init__(self, texts: Mapping[str, Sequence[str]], work_id: str) -> None:
        self._texts = texts
        self._work_id = work_id

    def __getitem__(self, name: str) -> Sequence[str]:
        if name != COMMENT:
            return self._texts[name]
        return comments_of_works([self._work_id]).get(self._work_id, ())

    def __iter__(self) -> Iterator[str]:
        return iter((*self._texts, COMMENT))

    def __len__(self) -> int:
        return len(self._texts) + 1
