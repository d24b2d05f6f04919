"""Who made it and what it is called: 1XX, 130 or 240, 245, 246, 250, 264 and 7XX.

Films, games and magazines are entered under title, their makers follow in 7XX; everything else is
entered under its creator. The work's vernacular title stands beside 245 when this edition is in
the work's own language, and beside the uniform title when it is a translation.
"""

from collections.abc import Iterable
from itertools import pairwise

from commonplace.ingest.demonstration.carriers import CARRIERS
from commonplace.ingest.demonstration.draft import Draft, Part, closed, is_latin
from commonplace.ingest.demonstration.languages import (
    LANGUAGES,
    SURNAME_FIRST,
    skipped_when_filing,
)
from commonplace.ingest.demonstration.names import Name, name_of
from commonplace.ingest.demonstration.table import Entry

#: What a statement of responsibility says of each role; roles not here are left to 508 and 511.
_SAID = {
    "author": "", "poet": "", "cartoonist": "", "artist": "", "performer": "", "composer": "",
    "writer": "written by", "screenwriter": "written by", "director": "directed by",
    "film director": "directed by", "television director": "directed by",
    "producer": "produced by", "editor": "edited by", "compiler": "compiled by",
    "translator": "translated by", "illustrator": "illustrated by", "adapter": "adapted by",
    "narrator": "read by", "reader": "read by", "photographer": "photographs by",
    "conductor": "conducted by", "creator": "created by", "television producer": "produced by",
    "letterer": "lettering by", "colorist": "colour by", "penciller": "art by", "inker": "inks by",
    "reteller": "retold by",
    "author of foreword": "foreword by", "author of introduction": "introduction by",
    "author of afterword": "afterword by",
}  # fmt: skip
_ROLE_OF_MAKER = {"g": "director", "j": "performer", "m": "", "s": "", "r": "designer"}


def creator_of(entry: Entry) -> Name | None:
    """The creator, with the role that goes without saying for the format."""
    if not entry.creator:
        return None
    role = entry.creator_role or _ROLE_OF_MAKER.get(_kind(entry), "author")
    return name_of(entry.creator, dates=entry.dates, kind=entry.creator_kind, role=role)


def _kind(entry: Entry) -> str:
    leader = CARRIERS[entry.format].leader
    return "s" if leader[1] == "s" else leader[0]


def is_entered_under_title(entry: Entry) -> bool:
    """Whether the title is the main entry."""
    if not entry.creator or _kind(entry) in "gms":
        return True
    return (entry.creator_role or "author") in ("editor", "compiler")


def filing_skip(entry: Entry) -> int:
    """How many characters of the title filing leaves out."""
    return skipped_when_filing(entry.title, *_languages_of_title(entry))


def _languages_of_title(entry: Entry) -> Iterable[str]:
    if _kind(entry) in "gjm":
        return dict.fromkeys(["eng", *entry.languages])
    return [entry.main_language]


def add_titles(draft: Draft, entry: Entry) -> None:
    """Main entry, titles, edition and publication."""
    if not is_entered_under_title(entry):
        _add_name(draft, "1", creator_of(entry), entry.vernacular.creator)
    twinned = _add_uniform_title(draft, entry)
    _add_title_proper(draft, entry)
    _add_variants(draft, entry, twinned=twinned or entry.is_of_the_original)
    draft.add("250", "  ", ("a", closed(entry.edition)))
    _add_publication(draft, entry)


def add_contributors(draft: Draft, entry: Entry) -> None:
    """The added entries, the maker of a film or game first."""
    if is_entered_under_title(entry):
        _add_name(draft, "7", creator_of(entry), entry.vernacular.creator)
    for written in entry.contributors:
        _add_name(draft, "7", name_of(written))


def _add_name(draft: Draft, block: str, name: Name | None, vernacular: str = "") -> None:
    if name is None:
        return
    tag = block + ("10" if name.kind == "body" else "00")
    first = "2" if name.kind == "body" else "1" if name.has_surname else "0"
    roles = [("e", role) for role in name.roles]
    draft.add(tag, f"{first} ", *_name_parts(name, roles), twin=(("a", vernacular),))


def _name_parts(name: Name, roles: list[Part]) -> list[Part]:
    parts = [("a", name.filed)]
    if name.fuller:
        parts.append(("q", f"({name.fuller})"))
    if name.dates:
        parts[-1] = (parts[-1][0], parts[-1][1] + ",")
        parts.append(("d", name.dates))
    if roles and not parts[-1][1].endswith("-"):
        parts[-1] = (parts[-1][0], parts[-1][1] + ",")
    roles = [(code, role + ("," if role is not roles[-1][1] else ".")) for code, role in roles]
    if roles:
        return [*parts, *roles]
    return [*parts[:-1], (parts[-1][0], closed(parts[-1][1]))]


def _add_uniform_title(draft: Draft, entry: Entry) -> bool:
    """130 or 240; whether it took the work's vernacular title with it."""
    language = _language_of_version(entry)
    if not entry.uniform or (_folded(entry.uniform) == _folded(entry.title) and not language):
        return False
    skip = skipped_when_filing(entry.uniform, entry.original_language or "eng")
    filed = entry.uniform[skip:]
    filed = filed[:1].upper() + filed[1:]
    tag, indicators = ("130", "0 ") if is_entered_under_title(entry) else ("240", "10")
    twin = () if entry.is_of_the_original else (("a", entry.vernacular.title),)
    parts = (("a", filed + ("." if language else "")), ("l", language))
    draft.add(tag, indicators, *parts, twin=twin if entry.vernacular.title else ())
    return bool(twin)


def _language_of_version(entry: Entry) -> str:
    if _kind(entry) != "g" and entry.is_translation:
        return LANGUAGES[entry.main_language].name
    return ""


def _add_title_proper(draft: Draft, entry: Entry) -> None:
    indicators = f"{0 if is_entered_under_title(entry) else 1}{min(filing_skip(entry), 9)}"
    said = entry.responsibility or _responsibility(entry)
    own_script = entry.vernacular if entry.is_of_the_original else None
    parts = _title_parts(entry, entry.title, entry.remainder, said)
    if own_script and own_script.title:
        by = "" if "," in own_script.creator else own_script.creator
        twin = _title_parts(None, own_script.title, own_script.remainder, by)
        draft.add("245", indicators, *parts, twin=tuple(twin))
    else:
        draft.add("245", indicators, *parts)


def _title_parts(entry: Entry | None, title: str, remainder: str, said: str) -> list[Part]:
    number, name = (entry.part_number, entry.part_name) if entry else ("", "")
    parts = [("a", title), ("n", number), ("p", name), ("b", remainder), ("c", said)]
    kept = [(code, value) for code, value in parts if value]
    before = {"n": ".", "p": "," if number else ".", "b": " :", "c": " /"}
    ended = [(code, value + before[following]) for (code, value), (following, _) in pairwise(kept)]
    last_code, last = kept[-1]
    return [*ended, (last_code, closed(last))]


def _responsibility(entry: Entry) -> str:
    creator = creator_of(entry)
    surname_first = (entry.original_language or entry.main_language) in SURNAME_FIRST
    said: dict[str, list[str]] = {}
    if creator:
        said[_said_of_creator(creator)] = [creator.direct(surname_first=surname_first)]
    for written in entry.contributors:
        name_of_one = name_of(written)
        for role in (role for role in name_of_one.roles if role in _SAID):
            said.setdefault(_SAID[role], []).append(name_of_one.direct())
    statements = [f"{phrase} {_listed(names)}".strip() for phrase, names in said.items()]
    return " ; ".join(statements)


def _said_of_creator(creator: Name) -> str:
    drew = {"illustrator", "artist", "cartoonist"} & set(creator.roles)
    if "author" in creator.roles and drew:
        return "written and illustrated by"
    return _SAID.get(next(iter(creator.roles), ""), "")


def _listed(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _add_variants(draft: Draft, entry: Entry, *, twinned: bool) -> None:
    variants = dict.fromkeys([entry.romanised, *entry.also])
    taken = {entry.title.casefold(), entry.uniform.casefold(), ""}
    for variant in variants:
        if not is_latin(variant):
            draft.add_vernacular("246", "3 ", ("a", variant))
        elif variant.casefold() not in taken:
            twin = () if twinned else (("a", entry.vernacular.title),)
            draft.add("246", "3 ", ("a", variant), twin=twin if variant == entry.romanised else ())
    if entry.vernacular.title and not twinned and not entry.romanised:
        draft.add_vernacular("246", "3 ", ("a", entry.vernacular.title))


def _date(entry: Entry) -> str:
    """The year on the edition; where the table has none, probably that of the work itself."""
    if entry.year or not entry.original_year:
        return str(entry.year or "")
    return f"[{entry.original_year}?]"


def _add_publication(draft: Draft, entry: Entry) -> None:
    parts = [("a", entry.place), ("b", entry.publisher), ("c", _date(entry))]
    kept = [(code, value) for code, value in parts if value]
    before = {"b": " :", "c": ","}
    ended = [
        (code, value + before.get(following, ""))
        for (code, value), (following, _) in pairwise(kept)
    ]
    if kept:
        last = kept[-1][1] + ("-" if _kind(entry) == "s" and entry.year else "")
        twin = (("b", entry.vernacular.publisher),)
        draft.add("264", " 1", *ended, (kept[-1][0], closed(last)), twin=twin)


def _folded(title: str) -> str:
    return "".join(each for each in title.casefold() if each.isalnum())
