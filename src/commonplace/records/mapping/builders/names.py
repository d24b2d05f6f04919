"""People, families, bodies and meetings: MARC 21 100, 110, 111, 700, 710, 711 and 720.

The name is the heading as filed, without dates and roles. Roles come from $e (for meetings $j) in
words and from $4 as relator codes; the two often say the same. $t makes the field an author and
title: the work of theirs that this publication contains or is based on.
"""

import re
from functools import lru_cache

from commonplace.bibliography import Contributor
from commonplace.records.mapping.punctuation import trimmed
from commonplace.records.mapping.remembering import remembered
from commonplace.records.record import Field
from commonplace.records.vocabularies.relators import ABBREVIATIONS, role_of

_NAME_PARTS = {"100": "abcq", "110": "abcnd", "111": "acdenq", "720": "a"}
_KINDS = {"0": "person", "1": "body", "2": "meeting"}
_WORK_PARTS = "kmnoprst"
_DATES_IN_NAME = re.compile(
    r",\s+((?:ca?\. |fl\. |b\. |d\. )?-?\d{3,4}\??(?:-(?:ca?\. ?)?(?:\d{2,4}\??|\.+)?)?)$"
)


@remembered
def contributor(field: Field) -> Contributor | None:
    """The contributor a name field names; ``None`` when it names nobody.

    >>> fan = contributor(Field("700", "1 ", (("a", "Fan, Lixin,"), ("d", "1977-"), ("4", "drt"))))
    >>> fan.name, fan.roles, fan.dates
    ('Fan, Lixin', ('director',), '1977-')
    """
    shape = f"1{field.tag[1:]}" if field.tag != "720" else "720"
    name_codes, is_person = _NAME_PARTS[shape], shape == "100"
    role_code = "j" if shape == "111" else "e"
    name: list[str] = []
    roles: list[str] = []
    work: list[str] = []
    dates = ""
    for code, value in field.subfields:
        if code == role_code:
            roles += roles_in_words(value)
        elif code == "4":
            roles.append(role_of(value))
        elif (work and code in _WORK_PARTS) or code == "t":
            work.append(value)
        elif code in name_codes:
            name.append(value)
        elif code == "d":
            dates = trimmed(value)
    return _contributor(field, _joined(name, is_person=is_person, dates=dates), roles, work)


def _contributor(
    field: Field, named: tuple[str, str], roles: list[str], work: list[str]
) -> Contributor | None:
    name, dates = named
    if not name:
        return None
    return Contributor(
        name=name,
        dates=dates,
        roles=tuple(dict.fromkeys(role for role in roles if role)) if roles else (),
        kind=_kind(field),
        is_creator=field.tag[0] == "1",
        work=trimmed(" ".join(work)) if work else "",
    )


def _joined(parts: list[str], *, is_person: bool, dates: str) -> tuple[str, str]:
    name = trimmed(parts[0]) if len(parts) == 1 else trimmed(" ".join(parts))
    if is_person and not dates and name[-1:] in "0123456789-?.":
        found = _DATES_IN_NAME.search(name)
        if found:
            return name[: found.start()], found[1]
    return name, dates


def _kind(field: Field) -> str:
    if field.tag == "720":
        return "body" if field.indicators[0] == "2" else "person"
    if field.tag[2] == "0" and field.tag[1] == "0":
        return "family" if field.indicators[0] == "3" else "person"
    return "body" if field.tag[1] == "1" and field.tag[2] == "0" else "meeting"


@lru_cache(maxsize=1 << 12)
def roles_in_words(text: str) -> tuple[str, ...]:
    """The roles a subfield $e names, in lower case, old abbreviations spelled out.

    >>> roles_in_words("author, illustrator."), roles_in_words("tr.")
    (('author', 'illustrator'), ('translator',))
    """
    words = [trimmed(word).lower() for word in text.split(",")]
    spelled = [ABBREVIATIONS.get(word.rstrip("."), word) for word in words if word]
    return tuple(word.removeprefix("and ").strip("()[]") for word in spelled)
