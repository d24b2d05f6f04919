"""What the document of a title has of what readers say of its work."""

from dataclasses import replace

from commonplace.community.contributions.searched import Heard
from commonplace.search.engines.contract import Document

COMMENT = "comment"
_TENTHS = 10


def with_voices(document: Document, heard: Heard | None) -> Document:
    """The document of a title with what readers say of its work."""
    if heard is None:
        return document
    numbers = dict(document.numbers)
    ratings = heard.ratings
    if ratings.count:
        numbers["ratings"] = ratings.count
    if ratings.mean is not None:
        numbers["rating"] = int(ratings.mean * _TENTHS + 0.5)
    texts = {**document.texts, COMMENT: heard.comments} if heard.comments else document.texts
    return replace(document, texts=texts, numbers=numbers)
