"""What readers say in the small library: taken in from files, as any library would."""

import json
from pathlib import Path

from commonplace.community.contributions.values import Kind
from commonplace.community.importing.taking_in import Import, take_in
from commonplace.discovery.following import catch_up
from tests.pages.small_library import SCRIPT

ELSEWHERE = "Alder County Library"
LONG = "A long opinion about the railway. " * 60
MANY = 60
TURNED = "\u202eevil \u2066text\x00 with \u200bmarks\x07"


def _word(number: str, text: str, **more: object) -> dict[str, object]:
    return {"control_number": number, "text": text, "date": "2025-03-04", **more}


COMMENTS = [
    _word("film", "I lend it to people who ask for something true.", id="1", date="2026-02-11",
          author_name="Oluwaseun", author_id="o", role="staff", library="Central"),
    _word("film", "No one in it is the villain.", id="2", date="2025-11-30", author_id="m",
          author_name="Marrowbone", library="Millgate"),
    _word("film", "Only the mother steps off the train.", id="3", date="2025-11-29", spoiler=True),
    _word("bluray", "Worth the wait for the picture.", id="4", library=ELSEWHERE),
    _word("film", "La vi con mi hija.", id="5", author_name="Lluvia", language="spa",
          date="2024-10-19"),
    _word("film", "قطارٌ لا ينتهي.", id="6", author_name="ليلى", language="ara", date="2024-01-02"),
    _word("film", LONG, id="7", date="2023-01-02"),
    _word("film", "Buy at http://pills.example", id="8"),
    _word("film", "Taken back", id="9"),
    _word("film", "Taken back", id="9", withdrawn=True),
    _word("hostile", f"{SCRIPT}\n\n{TURNED}{{{{ 7*7 }}}}", id="10", author_name=SCRIPT,
          library=SCRIPT, author_id=SCRIPT),
    _word("hostile", "x" * 5_000, id="11", author_name="W" * 100, library="W" * 200),
    _word("hostile", "a\n" * 2_400, id="12", author_name=TURNED, spoiler=True),
    *(_word("book", f"Word {n}. " + "漢" * 4_000, id=f"b{n}", date=f"2025-01-{n % 28 + 1:02}")
      for n in range(MANY)),
]  # fmt: skip
RATINGS = [
    *({"control_number": "film", "rating": stars / 2, "author_id": f"a{n}"}
      for n, stars in enumerate((4, 5, 6, 7, 7, 8, 8, 8, 9, 10))),
    {"control_number": "bluray", "rating": 5, "author_id": "m", "library": "Millgate"},
    {"control_number": "book", "rating": 1, "author_id": "a1"},
]  # fmt: skip


def let_readers_speak(folder: Path) -> None:
    """Take all of it in."""
    for kind, rows in ((Kind.COMMENT, COMMENTS), (Kind.RATING, RATINGS)):
        path = folder / f"{kind.value}s.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        take_in(path, Import(kind, "", lambda _row: None, lambda _rows: None))
    catch_up()
