"""What a class of the shelves is about, in the page's language.

The English is in ``bibliography.call_numbers.captions``, marked there for translation.
"""

from django.utils.translation import gettext as _

from commonplace.bibliography.call_numbers import scheme_named


def class_caption(scheme: str, class_: str) -> str:
    """What a class is about; empty where we have no words for it."""
    caption = scheme_named(scheme).caption(class_)
    return _(caption) if caption else ""


def class_label(value: str) -> str:
    """A value of the filter by class with its name: ``dewey 300`` is "300 Society, law, education".

    Dewey's hundreds are written with their noughts, which its classes do without.
    """
    scheme, _space, class_ = value.partition(" ")
    caption = class_caption(scheme, class_[:1] if scheme == "dewey" else class_)
    return f"{class_} {caption}" if caption else class_ or value
