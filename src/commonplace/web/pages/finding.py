"""What several pages do first: find the title an address names, or say that it is not there."""

from django.conf import settings
from django.http import Http404

from commonplace.catalogue.queries import TitleRow, title, was_issued
from commonplace.policy import Library


class Gone(Http404):
    """There was such a title here, and it was withdrawn: answered with 410."""


class TakenBack(Http404):
    """A reader's contribution was here and is not shown any more: answered with 410."""


class NoShelf(Http404):
    """The title is here, and stands on no shelf."""


def title_or_nothing(title_id: str) -> TitleRow:
    """The title at this address.

    Raises ``Gone`` for one that was withdrawn and ``Http404`` for one that never was.
    """
    row = title(title_id)
    if row is not None:
        return row
    if was_issued(title_id):
        raise Gone
    raise Http404


def our_library() -> Library:
    """The library whose catalogue this is."""
    library: Library = settings.LIBRARY
    return library
