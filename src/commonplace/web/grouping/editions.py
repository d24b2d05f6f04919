"""The editions of a work, best first: the reader's language, the format they looked at, what can be
had now, the newest. By format in the reader's language, other languages after them by language.

The order is a function of the editions and the wishes; ties go by id.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from commonplace.bibliography import Description, Item
from commonplace.catalogue.queries import TitleRow
from commonplace.policy import Library
from commonplace.search.analysis import sort_key
from commonplace.web.blocks.copies import Copies
from commonplace.web.blocks.online import standing
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.grouping.telling_apart import read_by, told_apart
from commonplace.web.grouping.wishes import Wishes
from commonplace.web.words.formats import format_label
from commonplace.web.words.tongues import NOT_A_LANGUAGE, language_name

EDITIONS_A_PAGE = 200
IN_IT, SUBTITLED, IN_ANOTHER = 0, 1, 2
FORMAT, LANGUAGE = "format", "language"


class Edition:
    """One edition with its copies."""

    def __init__(self, row: TitleRow, items: Sequence[Item], library: Library) -> None:
        self.row = row
        self.title = ShownTitle(row)
        self.copies = Copies(items, library)

    @cached_property
    def _standing(self) -> tuple[str, str]:
        return standing(self.row.description, self.copies)

    @property
    def mark(self) -> str:
        """The shape that says whether it can be had."""
        return self._standing[0]

    @property
    def status(self) -> str:
        """The same in words."""
        return self._standing[1]

    @property
    def read_by(self) -> Markup:
        """Who reads it, where it is listened to."""
        return read_by(self.row.description)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages it is in; none where it has no words or nobody knows."""
        return spoken(self.row.description)


@dataclass(frozen=True)
class Section:
    """Editions that stand together on a page: of a format, or in another language.

    ``kind`` is ``format`` or ``language``; ``told`` says of editions that look alike what else
    tells them apart, by title id.
    """

    kind: str
    code: str
    editions: Sequence[Edition]
    told: Mapping[str, tuple[Markup, ...]]

    @property
    def label(self) -> str:
        """What stands over them."""
        return format_label(self.code) if self.kind == FORMAT else language_name(self.code)


@dataclass(frozen=True, slots=True)
class Choice:
    """A format or language one may narrow to, with how many editions have it."""

    value: str
    label: str
    count: int
    address: str
    is_chosen: bool

    def facts(self) -> dict[str, Any]:
        """The choice for a JSON twin."""
        return {
            "value": self.value,
            "label": self.label,
            "editions": self.count,
            "address": self.address,
            "is_chosen": self.is_chosen,
        }


class Editions:
    """All editions of a work, those wished for in order, a page of them."""

    def __init__(self, editions: Sequence[Edition], wishes: Wishes, path: str) -> None:
        self.all = editions
        self.wishes = wishes
        self.path = path

    @cached_property
    def _wanted(self) -> frozenset[str]:
        """The reader's languages; where no edition is in one, that of most editions."""
        wanted = self.wishes.languages
        if any(_touches(each.row.description, wanted) for each in self.all):
            return wanted
        counts = Counter(code for each in self.all for code in each.languages)
        most = min(counts, key=lambda code: (-counts[code], code), default="")
        return frozenset((most,))

    @cached_property
    def _ordered(self) -> tuple[tuple[str, str, Edition], ...]:
        """What is not left out, each with what it stands under."""
        return tuple(self._in_order(each for each in self.all if self._fits(each)))

    def _in_order(self, editions: Iterable[Edition]) -> Iterator[tuple[str, str, Edition]]:
        ranked = sorted(editions, key=self.rank)
        own: dict[str, list[Edition]] = {}
        others: dict[str, list[Edition]] = {}
        for each in ranked:
            if self.rank(each)[0] == IN_ANOTHER:
                others.setdefault(each.languages[0], []).append(each)
            else:
                own.setdefault(each.row.description.format, []).append(each)
        for code, some in own.items():
            yield from ((FORMAT, code, each) for each in some)
        for code in sorted(others, key=lambda code: (sort_key(language_name(code)), code)):
            yield from ((LANGUAGE, code, each) for each in others[code])

    def rank(self, edition: Edition) -> tuple[int, bool, bool, int, str]:
        """How good an edition is: the smaller, the better."""
        said = edition.row.description
        return (
            language_rank(said, self._wanted),
            said.format != (self.wishes.only_format or self.wishes.format),
            edition.mark != "in",
            -(said.publication.year or 0),
            edition.row.title_id,
        )

    def _fits(self, edition: Edition, but: str = "") -> bool:
        """Whether it is not left out; ``but`` names the wish that does not count."""
        of_format, in_language = self.wishes.only_format, self.wishes.only_language
        fits_format = but == FORMAT or of_format in {"", edition.row.description.format}
        fits_language = but == LANGUAGE or not in_language or in_language in edition.languages
        return fits_format and fits_language

    @property
    def best(self) -> Edition:
        """The edition a work is shown by: of those most easily read, the one with most copies."""
        best = min(self.rank(each)[0] for each in self.all)
        readable = sorted((each for each in self.all if self.rank(each)[0] == best), key=self.rank)
        return max(readable, key=lambda each: each.copies.total)

    @property
    def total(self) -> int:
        """How many are not left out."""
        return len(self._ordered)

    @property
    def pages(self) -> int:
        """How many pages of editions there are."""
        return max(-(-self.total // EDITIONS_A_PAGE), 1)

    @property
    def page(self) -> int:
        """The page shown."""
        return min(self.wishes.page, self.pages)

    @property
    def addresses(self) -> tuple[tuple[int, str], ...]:
        """The pages with their addresses."""
        numbers = range(1, self.pages + 1)
        return tuple((each, self.wishes.on_page(each).at(self.path)) for each in numbers)

    @property
    def shown_from(self) -> int:
        """The place of the first one shown."""
        return (self.page - 1) * EDITIONS_A_PAGE + 1

    @property
    def shown_to(self) -> int:
        """The place of the last one shown."""
        return min(self.page * EDITIONS_A_PAGE, self.total)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The editions of this page by what they stand under."""
        shown = self._ordered[self.shown_from - 1 : self.shown_to]
        told = told_apart((each.row for _, _, each in shown), shows_readers=True)
        together: dict[tuple[str, str], list[Edition]] = {}
        for kind, code, each in shown:
            together.setdefault((kind, code), []).append(each)
        return tuple(Section(*under, some, told) for under, some in together.items())

    @cached_property
    def formats(self) -> tuple[Choice, ...]:
        """The formats one may narrow to, most editions first."""
        counts = Counter(e.row.description.format for e in self.all if self._fits(e, but=FORMAT))
        return self._choices(FORMAT, counts, format_label)

    @cached_property
    def languages(self) -> tuple[Choice, ...]:
        """The languages one may narrow to, most editions first."""
        fitting = (each for each in self.all if self._fits(each, but=LANGUAGE))
        counts = Counter(code for each in fitting for code in each.languages)
        return self._choices(LANGUAGE, counts, language_name)

    def _choices(self, name: str, counts: Counter[str], label: Any) -> tuple[Choice, ...]:
        chosen = self.wishes.only_format if name == FORMAT else self.wishes.only_language
        found = [
            Choice(
                value,
                label(value),
                counts[value],
                self.wishes.only(name, value).at(self.path),
                value == chosen,
            )
            for value in counts
        ]
        return tuple(sorted(found, key=lambda each: (-each.count, each.value)))

    def whole(self, name: str) -> str:
        """The address with every format, or every language, again."""
        return self.wishes.only(name, "").at(self.path)


def spoken(description: Description) -> tuple[str, ...]:
    """The languages of a description that are languages."""
    return tuple(code for code in description.languages if code not in NOT_A_LANGUAGE)


def language_rank(description: Description, wanted: frozenset[str]) -> int:
    """How far an edition is from a reader of these languages. What has no words is for everyone."""
    languages = spoken(description)
    if not languages or wanted & set(languages):
        return IN_IT
    return SUBTITLED if wanted & set(description.subtitles) else IN_ANOTHER


def _touches(description: Description, wanted: frozenset[str]) -> bool:
    return bool(wanted & {*description.languages, *description.subtitles})
