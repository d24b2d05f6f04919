"""For whom: 008/22, the groups named in 385, ages in 521, and headings for young readers."""

from commonplace.bibliography import Audience
from commonplace.records.mapping.builders.audience import AudienceLine
from commonplace.records.mapping.plan import Gathered

CODES = {
    "a": "children",
    "b": "children",
    "c": "children",
    "j": "children",
    "d": "teens",
    "e": "adults",
    "f": "adults",
    "g": "general",
}
WITH_AUDIENCE = frozenset("atcdgijkmor")
"""Leader/06 of the kinds whose 008/22 is an audience."""
GROUPS = (
    ("teens", ("young adult", "teen", "adolescent", "youth")),
    ("children", ("child", "juvenile", "preschool", "infant", "toddler", "kids")),
    ("adults", ("adult",)),
    ("general", ("general",)),
)
_OLDEST_CHILD, _OLDEST_TEEN = 12, 17
_NOBODY = Audience()


def audience(gathered: Gathered) -> Audience:
    """The audience the record states."""
    lines: list[AudienceLine] = gathered.values.get("audience_lines") or []
    code = _by_008(gathered) or _by_words(gathered) or _by_age(lines) or _by_headings(gathered)
    if not lines:
        return _PLAIN[code]
    youngest = [line.youngest for line in lines if line.youngest is not None]
    oldest = [line.oldest for line in lines if line.oldest is not None]
    return Audience(
        code=code,
        notes=tuple(dict.fromkeys(line.note for line in lines)),
        rating=next((line.rating for line in lines if line.rating), ""),
        lexile=next((line.lexile for line in lines if line.lexile), ""),
        youngest=youngest[0] if youngest else None,
        oldest=oldest[0] if oldest else None,
    )


_PLAIN = {code: Audience(code=code) for code in ("children", "teens", "adults", "general")} | {
    "": _NOBODY
}


def _by_008(gathered: Gathered) -> str:
    leader = gathered.leader
    if leader[6] not in WITH_AUDIENCE or (leader[6] in "at" and leader[7] in "sbi"):
        return ""
    return CODES.get(gathered.first("codes_008")[22:23], "")


def _by_words(gathered: Gathered) -> str:
    for words in gathered.texts.get("readers", ()):
        for code, signs in GROUPS:
            if any(sign in words for sign in signs):
                return code
    return ""


def _by_age(lines: list[AudienceLine]) -> str:
    for line in lines:
        youngest = line.youngest
        if youngest is not None:
            return (
                "children"
                if youngest <= _OLDEST_CHILD - 1
                else "teens"
                if youngest <= _OLDEST_TEEN
                else "adults"
            )
    return ""


def _by_headings(gathered: Gathered) -> str:
    for each in gathered.values.get("headings", ()):
        if each.is_juvenile:
            return "children"
    for genre in gathered.values.get("genres", ()):
        label = genre.parts[0]
        if label.startswith(("Young adult", "Children's", "Juvenile")):
            return "teens" if label.startswith("Young") else "children"
    return ""
