"""What a reader comes to a work with: the languages they read, the format they looked at, and what
they leave out.

``format`` and ``language`` put what is wished for first and hide nothing; ``only.format`` and
``only.language`` leave the rest out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from django.utils.translation import get_language

from commonplace.bibliography import FORMATS
from commonplace.records.vocabularies.languages import LANGUAGES
from commonplace.web.addresses import parameters_of, read_choices
from commonplace.web.words.tongues import bcp47

_CODE = re.compile(r"[a-z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wished for. Codes of formats and MARC codes of languages, empty for no wish."""

    format: str = ""
    language: str = ""
    only_format: str = ""
    only_language: str = ""
    page: int = 1

    @property
    def languages(self) -> frozenset[str]:
        """The languages whose editions come first: the one asked for, else the page's own."""
        asked = self.only_language or self.language
        return frozenset((asked,)) if asked else codes_of(get_language() or "en")

    @property
    def is_narrowed(self) -> bool:
        """Whether something is left out."""
        return bool(self.only_format or self.only_language)

    def query(self) -> str:
        """The query string that says the same."""
        said = {
            "format": self.format,
            "language": self.language,
            "only.format": self.only_format,
            "only.language": self.only_language,
            "page": str(self.page) if self.page > 1 else "",
        }
        return urlencode({name: value for name, value in said.items() if value})

    def at(self, path: str) -> str:
        """The address of these wishes at this path."""
        query = self.query()
        return f"{path}?{query}" if query else path

    def on_page(self, page: int) -> "Wishes":
        """Another page of the same."""
        return replace(self, page=page)

    def only(self, name: str, value: str) -> "Wishes":
        """The same with only these formats or languages, from the first page."""
        if name == "format":
            return replace(self, only_format=value, page=1)
        return replace(self, only_language=value, page=1)


def read_wishes(query_string: str) -> Wishes:
    """What this query string wishes, as far as it can be understood."""
    given = parameters_of(query_string)
    return Wishes(
        format=_format(given, "format"),
        language=_language(given, "language"),
        only_format=_format(given, "only.format"),
        only_language=_language(given, "only.language"),
        page=read_choices(query_string).page,
    )


@lru_cache(maxsize=64)
def codes_of(tag: str) -> frozenset[str]:
    """The MARC codes of a page's language.

    >>> sorted(codes_of("zh-hans"))
    ['chi']
    """
    return frozenset(code for code in LANGUAGES if bcp47(code) == tag.partition("-")[0])


def _format(given: Mapping[str, list[str]], name: str) -> str:
    value = given.get(name, [""])[-1]
    return value if value in FORMATS else ""


def _language(given: Mapping[str, list[str]], name: str) -> str:
    value = given.get(name, [""])[-1]
    return value if _CODE.fullmatch(value) else ""
