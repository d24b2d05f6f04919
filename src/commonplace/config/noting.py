"""What goes into the log: one line an event, on standard error, with the request it belongs to.

Never a query, a card, a name or an address with its parameters: who looked for what is nobody's to
know. A page that fails shows the request's id, so that a report can be matched with its line.
"""

import logging
import sys
from typing import Any

import structlog

FORMAT = "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "commonplace.web.requests.WithRequest"}},
    "formatters": {"line": {"format": FORMAT}},
    "handlers": {
        "errors": {
            "class": "logging.StreamHandler",
            "filters": ["request"],
            "formatter": "line",
            "level": "WARNING",
        }
    },
    "loggers": {
        "django": {"handlers": ["errors"], "level": "WARNING", "propagate": False},
        "django.request": {"handlers": ["errors"], "level": "ERROR", "propagate": False},
        "django.security.DisallowedHost": {"handlers": ["errors"], "level": "CRITICAL"},
    },
}


def note_on_standard_error() -> None:
    """Let our own events be lines of JSON on standard error, apart from what commands print."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
