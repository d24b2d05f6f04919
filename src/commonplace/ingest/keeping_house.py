"""The follower's work beside the index: finishing what was cut off, forgetting what is over."""

import time

from django.conf import settings

from commonplace.catalogue.corrections.answering import erase_answered_words
from commonplace.catalogue.wishes.answering import erase_answered_wishes
from commonplace.ingest.mending import finish
from commonplace.patrons.forgetting import forget_what_is_over

EVERY = 60.0


class KeepingHouse:
    """A call of it is one round; what is over is looked for once a minute."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self) -> None:
        """Mend what waits to be mended; forget, when it is time."""
        finish()
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + EVERY
            forget_what_is_over()
            erase_answered_words(settings.LIBRARY.keep_words_days)
            erase_answered_wishes(settings.LIBRARY.keep_words_days)
