"""Real titles of a home, each typed whole in the many ways that readers type a title they know.

``FORMS`` is the table to read: a way of typing, and what a description gives for it (nothing where
that way changes nothing). A way holds for a title when it, or another edition of its work, or
another title of that very name, is the first hit.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from commonplace.bibliography import Description
from commonplace.catalogue.queries import TitleRow, id_ranges, titles_by_id, titles_in_range
from commonplace.discovery.documents import known_titles
from commonplace.discovery.serving import best_hits
from commonplace.search.analysis import fold, title_form
from commonplace.search.analysis.han import SIMPLER
from commonplace.search.engines.contract import Request
from commonplace.search.query.parsing import parse

FEWEST_LETTERS = 3
_DIACRITIC = re.compile("[\u0300-\u036f]")
_APOSTROPHE = re.compile("['’ʼʻʹ]")
_ENGLISH = re.compile(r"\b(?:the|and|of|a|for|in|with)\b|[A-Z]{2}|\d")
_SYLLABLE = re.compile(
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    "(?:a(?:i|o|ng?)?|e(?:i|r|ng?)?|i(?:a|e|u|ao|a?ng?|ong)?|o(?:u|ng)?|u(?:[aeino]|ai|ang?)?)"
)
_QUALIFIER = re.compile(r"\s*\(.*?\)")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_ARTICLE = re.compile(r"(?:the|an?) (?=\w)", re.IGNORECASE)
_FIGURES = re.compile(r"(?<![^\s(\[])\d{1,2}(?=[.,;:)\]]?(?:\s|\Z))(?!,? (?:18|19|20)\d\d)")
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_SPELLED = {word: str(at) for at, word in enumerate(_SMALL, 1)}
_ANY_SPELLED = "|".join(sorted(_SPELLED, key=len, reverse=True))
_NUMBER_WORD = re.compile(rf"(?<![\w-])(?:{_ANY_SPELLED})(?![\w'’-]| hundred| thousand| and)")
_ACROSS_THE_SEA = (
    "color colour", "colors colours", "theater theatre", "center centre", "centers centres",
    "labor labour", "honor honour", "harbor harbour", "neighbor neighbour", "defense defence",
    "program programme", "programs programmes", "catalog catalogue", "organization organisation",
    "organizations organisations", "modernization modernisation", "civilization civilisation",
    "favorite favourite", "humor humour", "gray grey", "traveler traveller", "jewelry jewellery",
    "judgment judgement", "airplane aeroplane", "license licence", "medieval mediaeval",
    "archaeology archeology", "encyclopedia encyclopaedia", "recognized recognised",
    "behavior behaviour", "fiber fibre", "aluminum aluminium", "dialog dialogue", "story storey",
)  # fmt: skip
_OTHER_SIDE = {
    one: other for pair in _ACROSS_THE_SEA for one, other in (pair.split(), reversed(pair.split()))
}
_WORD = re.compile(r"[^\W\d_]+")
_FULLER: Mapping[str, str] = {simple: full for full, simple in reversed(SIMPLER.items())}


def _proper(said: Description) -> str:
    return said.title_proper


def _full(said: Description) -> str:
    return said.full_title


def _without_diacritics(text: str) -> str:
    """Without accents; marks that are letters of their own, as in Hindi, stay."""
    bare = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _DIACRITIC.sub("", bare))


def _without_punctuation(text: str) -> str:
    joined = _APOSTROPHE.sub("", text)
    parted = (" " if unicodedata.category(each)[0] in "PSZ" else each for each in joined)
    return " ".join("".join(parted).split())


def _straight(name: str) -> str:
    return " ".join(reversed([part.strip() for part in name.split(",")[:2]]))


def _creator(said: Description) -> str:
    """The name of a person who made it, without what tells namesakes apart."""
    creator = said.creator
    if creator is None or creator.kind != "person":
        return ""
    return _QUALIFIER.sub("", creator.name).strip(" ,.")


def _other(said: Description) -> str:
    """The name of the first person beside the creator, in the order it is spoken."""
    people = (each.name for each in said.contributors if each.kind == "person")
    others = (name for name in people if said.creator is None or name != said.creator.name)
    return _straight(_QUALIFIER.sub("", next(others, ""))).strip(" ,.")


def _with_creator(order: str) -> Callable[[Description], str]:
    def typed(said: Description) -> str:
        name = _creator(said)
        family = name.partition(",")[0]
        parts = {"title": said.title_proper, "name": _straight(name), "family": family}
        return order.format(**parts) if name else ""

    return typed


def _with_series(said: Description) -> str:
    return f"{said.title_proper} {said.series[0].title}" if said.series else ""


def _changed(change: Callable[[str], str]) -> Callable[[Description], str]:
    """The title proper with a change; nothing where it stays as it was."""

    def typed(said: Description) -> str:
        proper = said.title_proper
        changed = change(proper)
        return changed if changed != proper else ""

    return typed


def _said(figures: re.Match[str]) -> str:
    number = int(figures[0])
    if figures[0].startswith("0"):
        return figures[0]
    if number <= len(_SMALL):
        return _SMALL[number - 1]
    tens, units = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[units - 1]}" if units else "")


def _other_side(word: re.Match[str]) -> str:
    return _OTHER_SIDE.get(word[0].casefold(), word[0])


def _written(said: Description) -> str:
    return said.vernacular.get("title_proper", "")


def _in_other_characters(said: Description) -> str:
    """A Chinese title in the other of the two scripts."""
    written = _written(said)
    if "chi" not in said.languages:
        return ""
    simple = "".join(SIMPLER.get(each, each) for each in written)
    full = "".join(_FULLER.get(each, each) for each in written)
    return simple if simple != written else full if full != written else ""


def _romanised(change: Callable[[str], str]) -> Callable[[Description], str]:
    def typed(said: Description) -> str:
        return change(said.title_proper) if _written(said) else ""

    return typed


def _with_tones(said: Description) -> str:
    if "chi" not in said.languages or not _written(said):
        return ""
    syllables = _without_punctuation(_without_diacritics(said.title_proper)).casefold().split()
    if not all(map(_SYLLABLE.fullmatch, syllables)):
        return ""
    return " ".join(f"{each}{1 + at % 4}" for at, each in enumerate(syllables))


def _in_one(said: Description) -> str:
    """A romanised title without spaces, where that is how readers type: not one in English."""
    plain = _without_punctuation(_without_diacritics(said.title_proper))
    is_otherwise = "eng" in said.languages or _ENGLISH.search(plain)
    return "" if is_otherwise or not _written(said) else plain.replace(" ", "")


FORMS: Mapping[str, Callable[[Description], str]] = {
    "as it is": _proper,
    "with its subtitle": lambda said: _full(said) if said.remainder else "",
    "in capitals": lambda said: said.title_proper.upper(),
    "in small letters": lambda said: said.title_proper.casefold(),
    "without diacritics": _changed(_without_diacritics),
    "without punctuation": _changed(_without_punctuation),
    "without its article": _changed(lambda text: _ARTICLE.sub("", text, count=1)
                                    if _ARTICLE.match(text) else text),
    "with the author's family name": _with_creator("{title} {family}"),
    "with the author after it": _with_creator("{title} {name}"),
    "by the author": _with_creator("{title} by {name}"),
    "with somebody else's name": lambda said: (
        f"{said.title_proper} {_other(said)}" if _other(said) else ""),
    "by somebody else": lambda said: (
        f"{said.title_proper} by {_other(said)}" if _other(said) else ""),
    "with its subtitle and the author": lambda said: (
        f"{_full(said)} {_straight(_creator(said))}" if said.remainder and _creator(said) else ""),
    "with its subtitle, without its article": lambda said: (
        _ARTICLE.sub("", _full(said), count=1)
        if said.remainder and _ARTICLE.match(_full(said)) else ""),
    "with the author before it": _with_creator("{name} {title}"),
    "with its series": _with_series,
    "with and for &": _changed(lambda text: text.replace(" & ", " and ")),
    "with & for and": _changed(lambda text: text.replace(" and ", " & ")),
    "figures in words": _changed(lambda text: _FIGURES.sub(_said, text)),
    "words in figures": _changed(
        lambda text: _NUMBER_WORD.sub(lambda m: _SPELLED[m[0]], text.casefold())
        if _NUMBER_WORD.search(text.casefold()) else text),
    "hyphens as spaces": _changed(lambda text: _HYPHEN.sub(" ", text)),
    "hyphens left out": _changed(lambda text: _HYPHEN.sub("", text)),
    "across the sea": _changed(
        lambda text: _WORD.sub(_other_side, text)),
    "in its script": _written,
    "in the other Chinese script": _in_other_characters,
    "romanised": _romanised(str),
    "romanised, plain": _romanised(lambda text: _without_punctuation(_without_diacritics(text))),
    "romanised, in one": _in_one,
    "pinyin with tones": _with_tones,
    "by a parallel title": lambda said: next(iter(said.parallel_titles), ""),
    "by a variant title": lambda said: next(iter(said.variant_titles), ""),
}  # fmt: skip


@dataclass(slots=True)
class Rate:
    """How often one way of typing found the title first, and what it missed."""

    found: int = 0
    typed: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share that was found first."""
        return self.found / self.typed if self.typed else 1.0


def sampled(seed: int, many: int, of_other_scripts: int) -> list[TitleRow]:
    """That many titles taken by chance, and as many as asked that have a title in another script.

    What is called by a letter or two cannot be known by it.
    """
    rows = [
        row
        for span in id_ranges(5_000)
        for row in titles_in_range(*span)
        if len(title_form(row.description.title_proper)) >= FEWEST_LETTERS
    ]
    chance = random.Random(seed)  # noqa: S311 -- a sample, and the same every time
    written = [row for row in rows if _written(row.description)]
    first = chance.sample(rows, min(many, len(rows)))
    return first + chance.sample(written, min(of_other_scripts, len(written)))


def judged(rows: Sequence[TitleRow]) -> dict[str, Rate]:
    """How each way of typing does for these titles."""
    return {name: _judged(rows, typed_as) for name, typed_as in FORMS.items()}


def _judged(rows: Sequence[TitleRow], typed_as: Callable[[Description], str]) -> Rate:
    rate = Rate()
    for row in rows:
        typed = typed_as(row.description)
        if len(title_form(typed)) < FEWEST_LETTERS:
            continue
        rate.typed += 1
        first = _first(typed)
        if first is not None and _is_it(first, row, typed):
            rate.found += 1
        else:
            found = first.description.full_title if first else "nothing"
            rate.missed.append(f"{typed!r} finds {found!r}")
    return rate


def _first(typed: str) -> TitleRow | None:
    hits = best_hits(Request(query=parse(typed).tree, limit=1))
    return next(iter(titles_by_id([hit.title_id for hit in hits]).values()), None)


def _is_it(first: TitleRow, row: TitleRow, typed: str) -> bool:
    if row.title_id == first.title_id or row.work_id == first.work_id:
        return True
    if title_form(typed) in _forms(known_titles(first.description)):
        return True
    has_its_name = bool(_names(row.description) & _names(first.description))
    return has_its_name and not _families(first.description).isdisjoint(_families(row.description))


def _families(said: Description) -> frozenset[str]:
    """The family names of who made it, or nobody's."""
    names = {fold(each.name).partition(",")[0].strip() for each in said.contributors}
    return frozenset(names or {""})


def _names(said: Description) -> frozenset[str]:
    """The forms of what it is called, without who made it."""
    proper = said.title_proper
    return _forms((proper, proper[said.filing_skip :], said.full_title, _written(said)))


def _forms(titles: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(title_form, titles)))


def lines_of(rates: Mapping[str, Rate]) -> Iterator[str]:
    """The rates, a line for each way of typing that any title was typed in."""
    for name, rate in rates.items():
        if rate.typed:
            yield f"{name}: {rate.found} of {rate.typed} ({rate.share:.1%})"
