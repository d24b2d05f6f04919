"""What is sent here is bounded before anything of it is read: no page takes files in.

Otherwise a stranger could fill the disk through any form, since looking for a form's mark reads all
of it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from commonplace.web.pages.troubles import too_much


class BoundedBody:
    """Django middleware that refuses more than the largest form holds (413)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, unless too much was sent."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if _is_bounded(length):
            return self.get_response(request)
        return too_much(request)


def _is_bounded(length: str) -> bool:
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return length.isascii() and length.isdecimal() and int(length[:20]) <= most
