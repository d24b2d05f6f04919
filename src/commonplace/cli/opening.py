"""Opening the library a command works on."""

import django
from django.conf import settings

from commonplace.cli.saying import CommandError
from commonplace.policy import Library, PolicyError


def open_library(*, prepare: bool = True) -> Library:
    """Set Django up for the home that was chosen and, unless told not to, make its stores ready.

    Raises ``CommandError`` when ``library.toml`` cannot be used or the stores cannot be opened.
    """
    try:
        library: Library = settings.LIBRARY
    except PolicyError as error:
        raise CommandError(f"library.toml has mistakes:\n{error}") from error
    django.setup()
    if prepare:
        _prepare()
    return library


def _prepare() -> None:
    from django.db import Error

    from commonplace.ingest.preparing import prepare_stores

    try:
        prepare_stores()
    except (OSError, Error) as error:
        where = settings.HOME.path
        raise CommandError(f"The library at {where} cannot be opened: {error}") from error
