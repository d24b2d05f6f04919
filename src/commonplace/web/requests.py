"""An id for each request: in the log, in the answer's ``X-Request-ID``, on a page that failed.

It is drawn anew each time and tells nothing about the reader.
"""

import logging
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

_current: ContextVar[str] = ContextVar("request_id", default="-")


class RequestId:
    """Django middleware that gives each request its id."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer under a new id."""
        token = _current.set(secrets.token_hex(6))
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = _current.get()
        finally:
            _current.reset(token)
        return response


class WithRequest(logging.Filter):
    """Adds the id of the request under way to a log line, and leaves out the code of a receipt."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line through, with its ``request_id``."""
        record.request_id = _current.get()
        if isinstance(record.args, tuple):
            record.args = tuple(map(_without_code, record.args))
        return True


def _without_code(said: object) -> object:
    """Whoever has the code of a receipt may read it, so its address is not for the log."""
    return _CODE.sub("…", said) if isinstance(said, str) else said


_CODE = re.compile(r"(?<=/receipt/)[^\s?]+")


def request_id() -> str:
    """The id of the request under way; a dash outside of one."""
    return _current.get()
