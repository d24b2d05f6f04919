"""The format as a patron names it, from all the evidence."""

import json
from pathlib import Path

import pytest

from commonplace.bibliography import FORMATS
from commonplace.records.mapping import describe
from commonplace.records.mapping.tables.formats import BASES, OVERRIDES, RULES
from tests.unit.mapping.marc import described, from_json

LABELS = {
    "Blu-ray + DVD combo": "bluray",
    "Book Club Kit": "kit",
    "Audiobook MP3-CD": "audiobook_mp3",
    "Audiobook cassette": "audiobook_tape",
    "Playaway": "audio_player",
    "Vinyl LP": "music_lp",
    "4K Ultra HD": "uhd",
    "Toy / Game": "board_game",
    "Puzzle / Toy": "toy",
    "Music score": "score",
}
"""Labels of the shared vectors that are not simply ours."""


def test_every_format_of_the_rules_is_one_we_know() -> None:
    assert {line.format for rules in RULES.values() for line in rules} <= FORMATS.keys()
    kinds = {*BASES.values(), *(line[3] for line in OVERRIDES)}
    assert kinds <= RULES.keys()


def test_the_shared_targets_all_come_out_right(shared: Path) -> None:
    ours = {each.label.lower(): each.code for each in FORMATS.values()}
    vectors = json.loads((shared / "vectors/formats.json").read_text("utf-8"))
    wrong = []
    for vector in vectors["public_library_targets"]:
        wanted = LABELS.get(vector["target"]) or ours[vector["target"].lower()]
        found = describe(from_json(vector["record"])).description.format
        if found != wanted:
            wrong.append((vector["desc"], wanted, found))
    assert wrong == []


def text(codes_23_to_27: str = "     ") -> str:
    """An 008 of a text with these codes."""
    return f"008 200101s2020    nyu     {codes_23_to_27}000 0 eng d"


CASES = {
    "braille": (["008 200101s2020    nyu     f     000 0 eng d"], "am"),
    "board_book": (["300 ## $a1 v. (board book)"], "am"),
    "picture_book": (["655 #7 $aPicture books.$2lcgft"], "am"),
    "graphic_novel": (["655 #7 $aBandes dessinées.$2local"], "am"),
    "large_print": (["245 10 $aDune$h[large print] /", "300 ## $a700 p."], "am"),
    "ebook": (["245 10 $aDune$h[electronic resource] /", "856 40 $uhttp://example.org"], "am"),
    "thesis": (["502 ## $bPh. D.$cOxford"], "tm"),
    "manuscript": (["300 ## $a10 p."], "tm"),
    "article": (["773 0# $tJournal of ice", "300 ## $ap. 303-310"], "aa"),
    "newspaper": (["008 750921c18579999nyudr ne      0   a0eng c"], "as"),
    "journal": (["008 750921c18579999nyumr p       0   a0eng c", "245 10 $aJournal of ice"], "as"),
    "emagazine": (["008 750921c18579999nyumr p o     0   a0eng c", "338 ## $bcr"], "as"),
    "database": (["008 750921c18579999nyu w d o     0   a0eng c", "338 ## $bcr"], "ai"),
    "website": (["008 750921c18579999nyu w w o     0   a0eng c", "338 ## $bcr"], "ai"),
    "dvd": (["300 ## $a1 videodisc (90 min.)", "538 ## $aDVD; region 1."], "gm"),
    "vhs": (["007 vf cbahof"], "gm"),
    "film_reel": (["007 mr caaf"], "gm"),
    "video": ([], "gm"),
    "slides": (["007 gs cj", "008 200101s2020    nyu           000 sneng d"], "gm"),
    "music_cd": (["300 ## $a1 audio disc :$bdigital ;$c4 3/4 in."], "jm"),
    "music_tape": (["300 ## $a1 sound cassette :$banalog"], "jm"),
    "music": ([], "jm"),
    "talking_book": ([], "im"),
    "atlas": (["007 ad canzn"], "em"),
    "globe": (["007 d  canzn", "300 ## $a1 globe"], "em"),
    "picture": (["300 ## $a1 poster"], "km"),
    "software": (["300 ## $a1 CD-ROM"], "mm"),
    "equipment": (["245 10 $aWifi hotspot", "300 ## $a1 mobile hotspot"], "rm"),
    "object": (["245 10 $aA trilobite"], "rm"),
    "archive": (["300 ## $a3 boxes"], "pc"),
}


@pytest.mark.parametrize("code", CASES)
def test_each_kind_of_evidence_names_its_format(code: str) -> None:
    lines, kind = CASES[code]
    assert described(*lines, leader=f"00000n{kind} a2200000 i 4500").format == code


def test_a_medium_in_the_title_does_not_outweigh_pages() -> None:
    found = described("245 10 $aDune$h[electronic resource] /", "300 ## $axi, 389 p.")
    assert found.format == "book"


def test_pages_inside_an_online_resource_are_no_book() -> None:
    found = described("300 ## $a1 online resource (389 pages)", "338 ## $bcr")
    assert found.format == "ebook"


def test_a_printed_book_with_a_link_stays_a_book() -> None:
    found = described("300 ## $a389 pages", "338 ## $bnc", "007 cr |||", "856 41 $uhttp://a.org")
    assert found.format == "book"


def test_a_disc_shows_that_a_text_leader_is_wrong() -> None:
    found = described("245 10 $aArrival$h[videorecording]", "300 ## $a1 videodisc", "538 ## $aDVD")
    assert found.format == "dvd"


def test_carriers_have_words() -> None:
    assert described("338 ## $avideodisc$bvd").carriers == ("videodisc",)
    assert described("007 sd fsngnnmmned").carriers == ("audio disc",)
    assert described("338 ## $bcr").carriers == ("online resource",)
