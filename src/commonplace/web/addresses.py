"""Every address of the pages, made and read in one place.

A search has one canonical address: known parameters only, in a fixed order, each value once; any
other spelling of it is redirected there. What an address asks is read into ``Choices``: hostile,
endless or senseless values are cut down here and never reach a page.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as kept
from datetime import timedelta
from types import MappingProxyType
from urllib.parse import parse_qsl, quote, urlencode

from django.conf import settings

from commonplace.bibliography import FORMATS
from commonplace.discovery.answers import LAST_PAGE, PAGE_SIZE, Asked
from commonplace.discovery.asking import rated, suiting
from commonplace.policy import Library
from commonplace.search.engines.contract import Filter, Sort
from commonplace.search.query.tree import ANYWHERE
from commonplace.web.words.choices import FIELDS, FILTERS, SORTS, values_of
from commonplace.web.words.moments import EPOCH, today
from commonplace.web.words.tongues import page_languages

MOST_TEXT = 1_000
MOST_VALUES = 24
MOST_FILTERS = 4
FIRST_YEAR, LAST_YEAR = 1, 9999
OLDEST = 18
WITHOUT_KEPT = ("kept", "no")
ONE_WAY = frozenset({"available", "added", "age", "rating", "year"})
"""The filters whose values can be chosen and not left out."""
NO_YEARS: tuple[int | None, int | None] = (None, None)
_MOST_PARAMETERS = 200
_MOST_CHARACTERS = 16_000
_MOST_VALUE = 300
_YEARS = re.compile(r"(\d{0,4})-(\d{0,4})|(\d{1,4})", re.ASCII)
_AGE = re.compile(r"0|[1-9]\d?", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{3}", re.ASCII)
# Controls, halves of characters, and what turns text round or hides in it.
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+"
)


def title_address(title_id: str) -> str:
    """A title's page."""
    return f"/title/{title_id}"


def work_address(work_id: str) -> str:
    """The page of a work with all its editions."""
    return f"/work/{work_id}"


def staff_work_address(work_id: str) -> str:
    """Where staff say which titles a work has."""
    return f"/staff/work/{work_id}"


def decision_address(decision_id: str) -> str:
    """The page of one decision of the staff about works."""
    return f"/staff/grouping/{decision_id}"


def comments_address(work_id: str) -> str:
    """The page of all comments on a work."""
    return f"/work/{work_id}/comments"


def contribution_address(contribution_id: str) -> str:
    """The permanent address of something a reader contributed."""
    return f"/contribution/{contribution_id}"


def heading_address(kind: str, heading_id: str) -> str:
    """The page of everything under a heading."""
    return f"/heading/{kind}/{heading_id}"


def branch_address(code: str) -> str:
    """A branch's page."""
    return f"/branch/{quote(code, safe='')}"


def cover_address(title_id: str) -> str:
    """The drawn cover of a title."""
    return f"/cover/{title_id}.svg"


def shelf_address(title_id: str, scheme: str) -> str:
    """The shelf of this scheme around this title."""
    return f"/shelf?at={title_id}&scheme={scheme}"


def web_address(url: str) -> str:
    """An address from a record, if it is one a page may link to; else nothing."""
    url = url.strip()
    is_web = url[:8].lower().startswith(("http://", "https://"))
    return url if is_web and not _UNSEEN.search(url) and " " not in url else ""


@dataclass(frozen=True, slots=True)
class Pick:
    """What is chosen of one filter: any of ``values``, none of ``without``."""

    values: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What an address asks: the words, the filters by name, the order, the page.

    ``years`` are the two ends of the year filter, each open when ``None``. ``near`` is the branch
    that the nearest are near to. ``filters_cut`` names
    the filters the address has beyond the most there may be. ``keeps_filters``: whoever asks keeps
    some for every search, so an address without any says that none are wanted.
    """

    text: str = ""
    field: str = ANYWHERE
    picks: Mapping[str, Pick] = kept(default_factory=lambda: MappingProxyType({}))
    years: tuple[int | None, int | None] = (None, None)
    sort: Sort = Sort.RELEVANCE
    near: str = ""
    page: int = 1
    filters_cut: tuple[str, ...] = kept(default=(), compare=False)
    keeps_filters: bool = kept(default=False, compare=False)

    @property
    def is_plain(self) -> bool:
        """Whether nothing but words was asked: the one kind of results page robots may index."""
        return not self.picks and not self.has_years and self.page == 1 and self.is_usual_sort

    @property
    def is_usual_sort(self) -> bool:
        """Whether the order is the one nobody asked for."""
        return self.sort is Sort.RELEVANCE

    @property
    def has_years(self) -> bool:
        """Whether the years are narrowed."""
        return self.years != (None, None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked at all."""
        return not self.text and not self.picks and not self.has_years

    def pick(self, name: str) -> Pick:
        """What is chosen of this filter; nothing where it is not in use."""
        return self.picks.get(name, Pick())

    def parameters(self) -> list[tuple[str, str]]:
        """The canonical parameters, in their order."""
        return [*self._asked(), *self._narrowed(), *self._arranged()]

    def _asked(self) -> Iterator[tuple[str, str]]:
        if self.text:
            yield "q", self.text
        if self.field != ANYWHERE:
            yield "field", self.field

    def _narrowed(self) -> Iterator[tuple[str, str]]:
        for name in FILTERS:
            if name == "year" and self.has_years:
                least, most = self.years
                yield "year", f"{'' if least is None else least}-{'' if most is None else most}"
            yield from ((name, value) for value in self.pick(name).values)
            yield from ((f"not.{name}", value) for value in self.pick(name).without)

    def _arranged(self) -> Iterator[tuple[str, str]]:
        if not self.is_usual_sort:
            yield "sort", self.sort.value
        if self.near and self.sort is Sort.NEAREST:
            yield "near", self.near
        if self.page > 1:
            yield "page", str(self.page)
        if self.keeps_filters and self.is_plain:
            yield WITHOUT_KEPT

    def query(self) -> str:
        """The canonical query string, without its question mark."""
        return urlencode(self.parameters())

    def at(self, path: str) -> str:
        """The canonical address of these choices at this path."""
        query = self.query()
        return f"{path}?{query}" if query else path

    def with_pick(self, name: str, pick: Pick) -> "Choices":
        """These choices with this filter so, from the first page."""
        picks = {**self.picks, name: pick}
        if not pick.values and not pick.without:
            del picks[name]
        return replace(self, picks=MappingProxyType(picks), page=1)

    def with_years(self, least: int | None, most: int | None) -> "Choices":
        """These choices between these years, from the first page."""
        return replace(self, years=(least, most), page=1)

    def on_page(self, page: int) -> "Choices":
        """Another page of the same."""
        return replace(self, page=page)

    def cleared(self) -> "Choices":
        """The same words without filters."""
        return replace(self, picks=MappingProxyType({}), years=NO_YEARS, page=1, filters_cut=())

    @property
    def narrowing(self) -> str:
        """The filters alone, as an address has them."""
        return urlencode([*self._narrowed()])

    def asked(self, *always: Filter) -> Asked:
        """What discovery is asked; ``always`` are filters of the page itself."""
        return Asked(
            text=self.text,
            field=self.field,
            filters=(*always, *self._filters()),
            sort=self.sort,
            page=self.page,
            page_size=PAGE_SIZE,
            languages=page_languages(),
            branch=self.near if self.sort is Sort.NEAREST else "",
        )

    def _filters(self) -> Iterator[Filter]:
        for name, pick in self.picks.items():
            if name == "age":
                yield from suiting(int(pick.values[0]))
            elif name == "rating":
                yield from rated(pick.values[0])
            elif name == "added":
                earliest = today() - timedelta(days=int(pick.values[0]))
                yield Filter("added", least=(earliest - EPOCH).days)
            else:
                yield Filter(name, values=pick.values, without=pick.without)
        if self.has_years:
            yield Filter("year", least=self.years[0], most=self.years[1])


def search_address(choices: Choices) -> str:
    """The results page of these choices."""
    return choices.at("/search")


def wish_address(choices: Choices) -> str:
    """The form that asks the library to get what these choices look for."""
    formats = choices.pick("format").values
    known = {
        "creator" if choices.field == "author" else "title": choices.text,
        "format": formats[0] if len(formats) == 1 else "",
    }
    query = urlencode({name: value for name, value in known.items() if value})
    return f"/wish?{query}" if query else "/wish"


def filter_address(name: str, choices: Choices, under: str = "") -> str:
    """The page of all values of a filter; ``under`` is the heading these choices are made under."""
    within = [("under", under)] if under else []
    query = urlencode([*replace(choices, page=1).parameters(), *within])
    return f"/filter/{name}?{query}" if query else f"/filter/{name}"


def narrowed_search(**picks: str) -> str:
    """The address of a search for everything with these filters."""
    return search_address(
        Choices(picks=MappingProxyType({name: Pick((value,)) for name, value in picks.items()}))
    )


def read_choices(query_string: str) -> Choices:
    """What this query string asks, as far as it can be understood."""
    given = parameters_of(query_string)
    picks = {name: pick for name in FILTERS if (pick := _pick(name, given)) != Pick()}
    years = _years(given)
    used = [name for name in FILTERS if name in picks or (name == "year" and years != NO_YEARS)]
    for name in (cut := used[MOST_FILTERS:]):
        picks.pop(name, None)
    return Choices(
        text=cleaned(_last(given, "q"), MOST_TEXT),
        field=_one_of(_last(given, "field"), FIELDS, ANYWHERE),
        picks=MappingProxyType(picks),
        years=NO_YEARS if "year" in cut else years,
        sort=Sort(_one_of(_last(given, "sort"), SORTS, Sort.RELEVANCE)),
        near=_near(_last(given, "near")),
        page=_page(_last(given, "page")),
        filters_cut=tuple(cut),
    )


def cleaned(text: str, most: int) -> str:
    """Text from an address made fit to be searched for and shown: composed, no controls."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub(" ", text[: most * 2]))
    return " ".join(text.split())[:most].strip()


def parameters_of(query_string: str) -> dict[str, list[str]]:
    """The parameters of an address by name, as many as anybody reads."""
    parts = query_string[:_MOST_CHARACTERS].split("&")[:_MOST_PARAMETERS]
    given: dict[str, list[str]] = {}
    for name, value in parse_qsl("&".join(parts), errors="replace"):
        given.setdefault(name, []).append(value)
    return given


def _last(given: Mapping[str, list[str]], name: str) -> str:
    return given[name][-1] if name in given else ""


def _one_of(value: str, known: Mapping[str, str] | Mapping[Sort, str], otherwise: str) -> str:
    return value if value in known else otherwise


def _near(code: str) -> str:
    library: Library = settings.LIBRARY
    return code if library.has_branch(code) else ""


def _page(value: str) -> int:
    if not value.isdecimal() or not value.isascii():
        return 1
    return min(max(int(value[:9]), 1), LAST_PAGE)


def _pick(name: str, given: Mapping[str, list[str]]) -> Pick:
    if name == "year":
        return Pick()
    values = _values(name, given.get(name, ()))
    if name in ONE_WAY:
        return Pick(values if name == "available" else values[-1:])
    without = tuple(v for v in _values(name, given.get(f"not.{name}", ())) if v not in values)
    return Pick(values, without)


def _values(name: str, given: list[str] | tuple[()]) -> tuple[str, ...]:
    clean = (cleaned(value, _MOST_VALUE) for value in given)
    return tuple(sorted({value for value in clean if _is_value(name, value)}))[:MOST_VALUES]


def _is_value(name: str, value: str) -> bool:
    if name == "format":
        return value in FORMATS
    if name == "language":
        return bool(_LANGUAGE.fullmatch(value))
    if name == "age":
        return bool(_AGE.fullmatch(value)) and int(value) <= OLDEST
    few = values_of(name)
    return value in few if few else bool(value)


def _years(given: Mapping[str, list[str]]) -> tuple[int | None, int | None]:
    """``year=1990-2005``, open ends allowed; the form's two fields are ``from`` and ``to``."""
    found = _YEARS.fullmatch(_last(given, "year").strip())
    least, most = (found[1] or found[3], found[2] or found[3]) if found else ("", "")
    if "from" in given or "to" in given:
        least, most = _last(given, "from").strip(), _last(given, "to").strip()
    ends = (_a_year(least), _a_year(most))
    if None not in ends and ends[0] > ends[1]:  # type: ignore[operator]  # neither is None here
        ends = (ends[1], ends[0])
    return ends


def is_years(value: str) -> bool:
    """Whether this is a year or a span of years, as an address writes it."""
    return bool(_YEARS.fullmatch(value)) and value != "-"


def is_a_year(value: str) -> bool:
    """Whether this can be one end of a span of years."""
    return _a_year(value) is not None


def _a_year(value: str | None) -> int | None:
    if not value or not value.isdecimal() or not value.isascii():
        return None
    return min(max(int(value[:9]), FIRST_YEAR), LAST_YEAR)
