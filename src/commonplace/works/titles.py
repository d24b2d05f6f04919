"""What a work is called: a title taken apart into its name, its part and what comes after.

Records put editions, authors, series and media into titles; here they are told from the name.
"""

import re
from typing import NamedTuple

from commonplace.bibliography import Description
from commonplace.works.normalising import mended, normalised, without_qualifiers
from commonplace.works.numbers import FIGURES, cardinals
from commonplace.works.words import (
    ABBREVIATED,
    ARTICLES,
    ARTICLES_OF,
    COLLECTIVE_TITLES,
    EDITION_TAIL,
    LANGUAGE_TAIL,
    LITTLE_WORDS,
    SPELLINGS,
    STOCK_QUALIFIERS,
)

NUMBERED_INSIDE = frozenset({"text", "comic", "periodical", "other"})
"""Kinds of work whose titles end with a volume after a full stop: ``Naruto. 1``."""

ISSUED = frozenset({"periodical", "map"})
"""Kinds of work whose editions are works of their own: a newspaper's, a map's."""

_OR_ELSE = r"or|oder|ou|eller"  # codespell:ignore
_ALTERNATIVE = re.compile(rf"[,;:]\s*(?:{_OR_ELSE})\b[,:;]?\s.*", re.IGNORECASE)
_COUNT = r"\d{1,3}|[ivxl]+|one|two|three|four|five|six|seven|eight|nine|ten"
_RANK = (
    r"\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|"  # codespell:ignore
    r"eighth|ninth|tenth"
)
_SEASON = re.compile(
    r"[.,:;\-–\s](?P<part>(?:the )?(?:complete )?"
    rf"(?:(?:seasons?|series|saison|staffel|temporada) (?:{_COUNT})|"
    rf"(?:{_RANK}) (?:season|series|saison)).*)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"[.,:;] ?(?P<part>(?:the )?(?:volume|vol\.?|book|bk\.?|part|pt\.?|tome|tomo|band|bd\.|teil|"
    rf"livre|libro|number|no\.|chapitre|chapter) ?(?:{_COUNT})\b.*)$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"(?<=[^\W\d]{2})\s?[^\w\s]*\. ?(?P<part>\d{1,3}(?:,.*)?)$")
_IN_SERIES = re.compile(
    r"^(?P<title>[^:]{2,}): (?P<series>[^:]{3,}?)(?: series)?[,:]? "
    rf"(?:book|bk\.) (?:\d[\d.]*|{'|'.join(FIGURES)})\b.*$",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r": |; (?=[a-z])")
_CREDITS = re.compile(
    r"(?:\. (?:With|Edited|Illus|Illustrated|Translated|Foreword|Introd|Compiled|Arr|Rev)\b"
    r"|[,;] (?:edited|illus|illustrated|translated|compiled|ed|arr|with an? introd\w*|with illus)\b"
    r"\.? ).*"
)
_FIRST = re.compile(r"(?<=\D) 1$")
_KIND_TAIL = re.compile(
    r", (?:a|an|the) (?:novel|memoir|romance|story|play|comedy|tragedy|mystery|biography|tale)"
    r"(?: (?:in|of|about) .*)?\.?$",
    re.IGNORECASE,
)
_EDITION_LIKE = re.compile(
    r"\b(?:un)?abridged\b|\bedition\b|\bed\.|#|\bbook \d|\blarge print|\baudio|\bdvd|\bblu-?ray|"
    r"\bcd\b|\bseries\b|\bpaperback|\bhardcover|\bkindle|\bmotion picture|\bsound recording|"
    r"\boriginal|\bvost|\ben couleurs|\bremaster|\bdeluxe",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_SUPPLIED = re.compile(
    r"\[(?:(?:sic|i\.e\.|!)[^\]]*|[^\]]*(?:blu-?ray|dvd|enregistrement|texte imprim|livre audio|"
    r"audiobook|playaway|sound|vid[eé]o|ressource [eé]lectronique|elektronisch|tontr[aä]ger|"
    r"recurso|grabaci[oó]n)[^\]]*)\]",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[[^\]]*\]")
_ELIDED = re.compile(r"^[lL]['’ʼ]\s*(?=\w)")
_BOOK_OF = re.compile(r"(?<=\btext) book\b|(?<=\b(?:work|note|hand|year|cook)) book\b")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}\b)")
_STUDIO = re.compile(r"(?:walt disney|disney|marvel|pixar|dc|netflix|national geographic)s (?=\w)")
_PLUSES = re.compile(r"(?<=\b\w)\+\+|(?<=\b[CF])#")


class Named(NamedTuple):
    """A title taken apart: ``title`` as the key has it, ``part`` and ``remainder`` as printed."""

    title: str
    part: str = ""
    remainder: str = ""
    qualifier: str = ""
    is_uniform: bool = False


def own_title(description: Description, medium: str, creator: str = "") -> Named:
    """The title the publication itself bears."""
    languages = description.languages
    text = mended(description.title_proper, languages)
    skip = description.filing_skip
    remainder = mended(description.remainder, languages)
    title, more, part = _taken_apart(text[skip:] if skip else text, medium, remainder)
    words = normalised(title)
    if not skip:
        words = _without_article(words, languages)
    words = _without_creator(words, creator)
    if medium == "film":
        words = _STUDIO.sub("", words, count=1) if _STUDIO.match(words) else words
    remainder = " : ".join(each for each in (more, remainder) if each)
    return Named(_told(words) or normalised(text), part, remainder)


def uniform_title(description: Description, medium: str) -> Named | None:
    """The title it goes by in all its editions, where the record has one that names one work."""
    uniform = description.uniform_title
    if not uniform or not _names_one_work(description, uniform):
        return None
    uniform = LANGUAGE_TAIL.sub("", _BRACKETED.sub("", uniform).rstrip())
    bare = without_qualifiers(uniform)
    qualifier = "" if bare == uniform else _qualifier(uniform[len(bare) :])
    title, part = _without_part(bare, medium)
    title = _without_alternative(title)
    words = _without_article(normalised(_ELIDED.sub("", title)), description.languages)
    return Named(_told(words) or normalised(uniform), part, "", qualifier, is_uniform=True)


def variant_title(text: str, languages: tuple[str, ...] = ()) -> str:
    """A further title as the key would have it."""
    title = _SUBTITLE.split(_without_alternative(text), maxsplit=1)[0]
    return _told(_without_article(normalised(_ELIDED.sub("", title)), languages))


def _qualifier(text: str) -> str:
    words = normalised(text)
    return "" if STOCK_QUALIFIERS.fullmatch(words) else words


def _names_one_work(description: Description, uniform: str) -> bool:
    """Not a collective title; and under a body only where it is what was translated.

    Bodies have uniform titles that gather a whole set of reports.
    """
    first = normalised(uniform.split(".", maxsplit=1)[0])
    if first in COLLECTIVE_TITLES or "selections" in normalised(uniform).split():
        return False
    main = description.creator
    return main is None or main.kind == "person" or bool(description.original_languages)


def _taken_apart(title: str, medium: str, remainder: str) -> tuple[str, str, str]:
    """The name, a remainder that stood inside it, and the part it ends with."""
    if "[" in title:
        title = _SUPPLIED.sub("", title).strip() or title
    if "," in title:
        title = _GROUPED.sub("", title)
    if "(" in title and medium not in ISSUED:
        title = _PARENTHESIS.sub(_kept_parenthesis, title).strip() or title
    if medium == "text" and not remainder:
        found = _IN_SERIES.match(title)
        title = found["title"] if found else title
    title, part = _without_part(_without_alternative(title), medium)
    more = ""
    if ": " in title or "; " in title:
        title, *rest = _SUBTITLE.split(title, maxsplit=1)
        more = rest[0] if rest else ""
    if medium == "film":
        title = _FIRST.sub("", title)
    title = (_without_tail(title) if medium not in ISSUED else "") or title
    if "+" in title or "#" in title:
        title = _PLUSES.sub(lambda found: " plus plus" if "+" in found[0] else " sharp", title)
    return _ELIDED.sub("", title), more, part


def _without_alternative(title: str) -> str:
    low = title.lower()
    said = " or" in low or " ou" in low or " oder" in low or " eller" in low
    return _ALTERNATIVE.sub("", title) if said else title


def _without_tail(title: str) -> str:
    """Without edition, credits and kind; the plain look first, for most titles have none of it."""
    low = title.lower()
    if ". " in low or ", " in low or "; " in low:
        title = _CREDITS.sub("", title)
    if " ed" in low:
        title = EDITION_TAIL.sub("", title)
    if ", a" in low or ", the" in low:
        title = _KIND_TAIL.sub("", title)
    return title


def _kept_parenthesis(found: re.Match[str]) -> str:
    return "" if _EDITION_LIKE.search(found[1]) else f" {found[1]}"


def _without_part(title: str, medium: str) -> tuple[str, str]:
    """The title, and the season or volume it ends with: ``1Q84. Book 3``."""
    found = (_SEASON if medium == "film" else _NUMBERED).search(title)
    if found is None and medium == "text" and "season" in title:
        found = _SEASON.search(title)
    if found is None and medium in NUMBERED_INSIDE and title[-1:].isalnum():
        found = _BARE_NUMBER.search(title)
        if found and _last_word(title[: found.start()]) in ABBREVIATED:
            return title, ""
    if found is None or not found.start():
        return title, ""
    return title[: found.start()], found["part"]


def _last_word(text: str) -> str:
    return text.rstrip(" .").rpartition(" ")[2].lower()


def _without_article(words: str, languages: tuple[str, ...]) -> str:
    first, _, rest = words.partition(" ")
    if not rest:
        return words
    if first in ARTICLES or first in ARTICLES_OF.get(languages[0] if languages else "", ()):
        return rest
    return words


def _without_creator(title: str, creator: str) -> str:
    """Without ``by`` and the creator's own name, and all that follows."""
    if " by " not in title or not creator:
        return title
    surname = creator.partition(" ")[0]
    before, _, after = title.partition(" by ")
    named = after.split()[:5]
    return before if surname in named or "pseud" in named else title


def _told(words: str) -> str:
    """Without little words, counts in figures; the words themselves if nothing else is left."""
    if " book" in words:
        words = _BOOK_OF.sub("book", words)
    kept = [SPELLINGS.get(word, word) for word in words.split() if word not in LITTLE_WORDS]
    return " ".join(cardinals(kept)) if kept else words
