"""The signs between parts of a line, as the page's language writes them: ``،`` in Arabic.

Only between words of our own: what a record says keeps the punctuation of the record.
"""

from django.utils.translation import pgettext


def comma() -> str:
    """Between things of one kind."""
    return pgettext("between parts of a line", ", ")


def semicolon() -> str:
    """Between things that have commas themselves."""
    return pgettext("between parts of a line", "; ")


def colon() -> str:
    """Before what explains."""
    return pgettext("between parts of a line", ": ")


def stop() -> str:
    """Between short statements."""
    return pgettext("between parts of a line", ". ")
