"""People's names as readers say them: "Fan, Lixin" is filed so and shown as "Lixin Fan".

Only persons are turned round, and only at the first comma. What follows a second comma is a suffix
("Jr.", "III") and stays behind the name; a title of rank ("Queen of …") means the name was never
filed backwards.
"""

import re

from commonplace.bibliography import Contributor

_FULLER_FORM = re.compile(r"\s*\([^)]*\)\s*$")
_DATES = re.compile(
    r",\s*(?:(?:born|active|approximately|died|b\.|d\.|fl\.|ca\.)\s*)*\d{3,4}\??\s*(?:-\s*(?:\D{0,20}\d{3,4}\??)?)?\.?$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{1,3}|IV|VI{0,3}|\d\w\w|[A-Z]\. ?[A-Z]\.)$")
_RANK = re.compile(
    r"(?:queen|king|emperor|pope|saint|grand duke|czar|sultan|shah|prince|princess|duke|duchess"
    r"|empress"  # codespell:ignore empress
    r"|earl|count|countess|baron|baroness|lord|lady|comte|comtesse|marquis|marquise)\b",
    re.IGNORECASE,
)


def person_as_said(filed: str) -> str:
    """A person's filed name turned round; names without a comma stay as they are."""
    name = _FULLER_FORM.sub("", _DATES.sub("", filed)).strip()
    last, comma, rest = name.partition(", ")
    rest = rest.strip(" ,")
    if not comma or not rest or _RANK.match(rest):
        return name
    first, comma, suffix = rest.rpartition(", ")
    if comma and _SUFFIX.match(suffix):
        return f"{first} {last}, {suffix}"
    return f"{rest} {last}"


def as_said(contributor: Contributor) -> str:
    """A contributor's name for display; bodies and meetings are shown as filed."""
    if contributor.kind == "person":
        return person_as_said(contributor.name)
    return contributor.name
