"""What it is, says and is about: 02X, 041, 082, 300 to 348, 490, 5XX, 6XX, 830 and 856."""

import re

from commonplace.ingest.demonstration.carriers import CARRIERS
from commonplace.ingest.demonstration.draft import Draft, closed
from commonplace.ingest.demonstration.languages import names_of, skipped_when_filing
from commonplace.ingest.demonstration.subjects import subject_of
from commonplace.ingest.demonstration.table import Entry, several

_VIDEO_DISCS = {"dvd": "DVD video", "bluray": "Blu-ray", "uhd": "4K Ultra HD Blu-ray"}
_AMERICAN_FILM = {"G", "PG", "PG-13", "R", "NC-17"}
_GAMES = {"E", "E10+", "T", "M", "EC"}
_SERIES = re.compile(r"^(?P<title>.+?) ; (?P<number>.+)$")
_SPOKEN_IN = "gijm"


def add_numbers(draft: Draft, entry: Entry) -> None:
    """Identifiers, languages, classification."""
    for tag, indicators, numbers in (
        ("010", "  ", entry.lccn), ("020", "  ", entry.isbn), ("022", "0 ", entry.issn),
    ):  # fmt: skip
        for number in several(numbers):
            draft.add(tag, indicators, ("a", number))
    for number in several(entry.oclc):
        draft.add("035", "  ", ("a", f"(OCoLC){number}"))
    draft.add("040", "  ", ("a", "Wrenfield"), ("b", "eng"), ("e", "rda"), ("c", "Wrenfield"))
    _add_languages(draft, entry)
    if entry.classed:
        draft.add("082", "04", ("a", entry.classed), ("2", "23"))


def _add_languages(draft: Draft, entry: Entry) -> None:
    translated = entry.is_translation or bool(entry.subtitles)
    if not translated and not entry.languages[1:]:
        return
    kind = CARRIERS[entry.format].leader[0]
    spoken = "d" if kind == "j" else "a"
    parts = [(spoken, code) for code in entry.languages]
    parts += [("j", code) for code in entry.subtitles]
    if entry.is_translation or (kind == "g" and entry.original_language):
        parts.append(("h", entry.original_language))
    draft.add("041", "1 " if translated else "0 ", *parts)


def add_physical(draft: Draft, entry: Entry) -> None:
    """Extent, content, media and carrier, and how it is played."""
    carrier = CARRIERS[entry.format]
    physical = entry.physical or carrier.physical
    size = entry.size or carrier.size
    extent = entry.extent or carrier.extent
    draft.add(
        "300", "  ", ("a", extent + (" :" if physical else " ;" if size else "")),
        ("b", physical + (" ;" if physical and size else "")), ("c", size),
    )  # fmt: skip
    draft.add("310", "  ", ("a", entry.frequency.capitalize()))
    for term, code in carrier.contents:
        draft.add("336", "  ", ("a", term), ("b", code), ("2", "rdacontent"))
    term, code = carrier.medium
    draft.add("337", "  ", ("a", term), ("b", code), ("2", "rdamedia"))
    term, code = carrier.carrier
    draft.add("338", "  ", ("a", term), ("b", code), ("2", "rdacarrier"))
    _add_particulars(draft, entry)


def _add_particulars(draft: Draft, entry: Entry) -> None:
    if entry.format == "large_print":
        draft.add("340", "  ", ("n", "large print"), ("2", "rdafs"))
    if entry.format in _VIDEO_DISCS:
        draft.add("347", "  ", ("a", "video file"), ("b", _VIDEO_DISCS[entry.format]), ("2", "rda"))
    draft.add("753", "  ", ("a", entry.platform))


def add_series(draft: Draft, entry: Entry) -> None:
    """490 as printed, 830 as filed."""
    for written in entry.series:
        found = _SERIES.match(written)
        title, number = (found["title"], found["number"]) if found else (written, "")
        draft.add("490", "1 ", ("a", title + (" ;" if number else "")), ("v", number))
        filed = title[skipped_when_filing(title, "eng", *entry.languages) :]
        filed = filed[:1].upper() + filed[1:]
        draft.add("830", " 0", ("a", filed + (" ;" if number else ".")),
                  ("v", f"{number}." if number else ""))  # fmt: skip


def add_notes(draft: Draft, entry: Entry) -> None:
    """Contents, credits, cast, summary, audience, playing, language and awards."""
    for note in entry.notes:
        draft.add("500", "  ", ("a", closed(note)))
    draft.add("505", "0 ", ("a", closed(" -- ".join(entry.contents))))
    draft.add("508", "  ", ("a", closed(entry.credits)))
    draft.add("511", _performers(entry), ("a", closed(entry.cast)))
    draft.add("520", "  ", ("a", closed(entry.summary)))
    draft.add("521", "1 ", ("a", closed(entry.ages)))
    draft.add("521", "8 ", ("a", _certificate(entry.certificate)))
    for note in [*_system(entry), *entry.playing]:
        draft.add("538", "  ", ("a", closed(note)))
    draft.add("546", "  ", ("a", closed(entry.language_note or _language_note(entry))))
    for award in entry.awards:
        draft.add("586", "  ", ("a", closed(award)))
    if entry.holdings:
        draft.add("866", " 0", ("a", entry.holdings))


def _performers(entry: Entry) -> str:
    return "1 " if CARRIERS[entry.format].leader[0] == "g" else "0 "


def _certificate(said: str) -> str:
    if said in _AMERICAN_FILM:
        return f"MPAA rating: {said}."
    if said in _GAMES:
        return f"ESRB rating: {said}."
    return f"BBFC rating: {said}." if said.isdecimal() else closed(said)


def _system(entry: Entry) -> list[str]:
    if entry.format in _VIDEO_DISCS and not entry.playing:
        return [_VIDEO_DISCS[entry.format]]
    if entry.platform:
        return [f"Plays on: {entry.platform}"]
    return []


def _language_note(entry: Entry) -> str:
    kind = CARRIERS[entry.format].leader[0]
    if entry.languages in (["eng"], ["zxx"], ["und"]) and not entry.subtitles:
        return ""
    if kind == "j" and entry.languages != ["zxx"]:
        return f"Sung in {names_of(entry.languages)}"
    spoken = f"In {names_of(entry.languages)}"
    if not entry.subtitles or kind not in _SPOKEN_IN:
        return spoken
    return f"{spoken}, with subtitles in {names_of(entry.subtitles)}"


def add_subjects(draft: Draft, entry: Entry) -> None:
    """6XX from the Library of Congress's headings, 655 from its genre and form terms."""
    for heading in entry.subjects:
        tag, first, subfields = subject_of(heading)
        *before, (code, last) = subfields
        draft.add(tag, f"{first}0", *before, (code, closed(last)))
    for genre in dict.fromkeys([*entry.genres, CARRIERS[entry.format].genre]):
        if genre:
            draft.add("655", " 7", ("a", closed(genre)), ("2", "lcgft"))


def add_link(draft: Draft, entry: Entry, control_number: str) -> None:
    """The made-up library's own address for what is read, heard or watched online."""
    carrier = CARRIERS[entry.format]
    if carrier.is_online:
        address = f"https://online.wrenfield.example/{entry.format}/{control_number}"
        draft.add("856", "40", ("u", address), ("y", carrier.access))
