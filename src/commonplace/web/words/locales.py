"""The page's language as Babel knows it."""

from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language


def page_locale() -> Locale:
    """The locale of the language this page is in."""
    return _locale(get_language() or "en")


@lru_cache(maxsize=64)
def _locale(code: str) -> Locale:
    # A library in Britain or Canada writes "en-gb" and gets its dates; plain "en" is British too.
    parts = {"en": "en_GB", "zh-hans": "zh_Hans", "zh-hant": "zh_Hant"}.get(code)
    return Locale.parse(parts or code.replace("-", "_"))


def is_right_to_left() -> bool:
    """Whether the page runs from right to left."""
    return page_locale().text_direction == "rtl"
