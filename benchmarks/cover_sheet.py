"""A contact sheet of generated covers, to be judged by eye: real titles, then the hard ones.

``python benchmarks/cover_sheet.py OUT [--records DIR] [--count N] [--drawings]`` writes
``OUT/sheet.html`` with every cover as a file of its own, and says how long a cover took.
"""

import argparse
import gzip
import re
import time
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pymarc

from commonplace.web.covers import Cover, draw_cover
from commonplace.web.covers.drawings import DRAWINGS
from commonplace.web.covers.drawings.scene import Room, Scene
from commonplace.web.covers.inks import INK_SETS, on_dark, on_paper
from commonplace.web.covers.letters import read_letters
from commonplace.web.covers.svg import inside, rect

FILES = (
    "koha-sample/koha_sample_952.mrc",
    "evergreen-concerto/jazz_1k.mrc.gz",
    "toulouse/toulouse_top_loans.mrc.gz",
    "lc-marcedit/episodes/data/marc_sample_data.mrc.gz",
    "traject-multiscript/hebrew880s.marc",
    "traject-multiscript/test_data.utf8.mrc",
    "evergreen-concerto/nepali.marc",
)

LONG = (
    "Proceedings of the thirty-fourth international symposium on the conservation, description, "
    "digitisation and long-term storage of manuscripts, incunabula, maps, pamphlets and ephemera "
    "held in the public libraries of small towns, together with the report of the committee on "
    "paper, with a bibliography and an index of persons and places"
)

DESIGN = (
    Cover("Last train home", name="Lixin Fan", second_title="归途列车", class_="305.5",
          label="DVD 305.5", format="dvd"),
    Cover("Factory girls", name="Leslie T. Chang", class_="331.4", label="331.4"),
    Cover("Up the Yangtze", name="Yung Chang", class_="951", label="DVD 951", format="dvd"),
    Cover("Iron moon", name="Qin Xiaoyu, editor", class_="895.1", label="895.1"),
    Cover("Northern girls", name="Sheng Keyi", class_="FIC", label="FIC SHE"),
    Cover("Country driving", name="Peter Hessler", class_="915.1", label="915.1"),
    Cover("I deliver parcels in Beijing", name="Hu Anyan", class_="331.7", label="331.7"),
    Cover("American factory", name="Bognar · Reichert", class_="338", format="dvd"),
    Cover("China blue", name="Micha X. Peled", class_="", label="DVD 338.4", format="dvd"),
    Cover("Still life", name="Jia Zhangke", second_title="三峡好人", format="dvd"),
    Cover("The sea around us", name="Rachel Carson", class_="551.46"),
    Cover("The order of time", name="Carlo Rovelli", class_="529", label="529"),
    Cover("Braiding sweetgrass", remainder="indigenous wisdom and the teachings of plants",
          name="Robin Wall Kimmerer", class_="581.6", label="581.6"),
    Cover("Middlemarch", name="George Eliot", class_="FIC", label="FIC ELI"),
    Cover("الأيام", name="طه حسين", class_="892.7"),
    Cover("キッチン", name="Banana Yoshimoto", second_title="Kitchen", class_="FIC",
          label="FIC YOS", title_lang="ja"),
    Cover("Salt fat acid heat", name="Samin Nosrat", class_="641.5"),
    Cover("The left hand of darkness", name="Ursula K. Le Guin", class_="SF", label="SF LEG"),
    Cover("The wild robot", name="Peter Brown", class_="J FIC", label="J FIC BRO"),
    Cover("Kind of blue", name="Miles Davis", class_="781.65", format="music_cd"),
    Cover("Invisible cities", name="Italo Calvino", class_="FIC", label="FIC CAL"),
    Cover("Pedro Páramo", name="Juan Rulfo", class_="FIC", label="FIC RUL"),
    Cover("The house on Mango Street", name="Sandra Cisneros", class_="FIC", label="FIC CIS"),
    Cover("Frankenstein", name="Mary Shelley", class_="FIC", label="FIC SHE"),
)  # fmt: skip

HARD = (
    Cover(LONG, name="International Federation of Associations and Institutions for Paper",
          class_="025.8", label="025.8 PRO"),
    Cover(LONG, class_="025", label="CD 025.8", format="music_cd"),
    Cover("Poems"),
    Cover("V", name="Thomas Pynchon", class_="FIC", label="FIC PYN"),
    Cover("", name="Anonymous", class_="398"),
    Cover("", class_=""),
    Cover("1984", name="George Orwell", class_="FIC", label="FIC ORW"),
    Cover("!!!", name="!!!", format="music_cd", label="CD ROCK"),
    Cover("…", name="?", class_="800"),
    Cover("紅樓夢", name="曹雪芹", class_="895.1", label="895.1 CAO", title_lang="zh-Hant"),
    Cover("一九八四", name="乔治·奥威尔", second_title="Nineteen eighty-four", class_="FIC"),
    Cover("世界の終りとハードボイルド・ワンダーランド", name="村上春樹", class_="FIC",
          label="FIC MUR", title_lang="ja"),
    Cover("엄마를 부탁해", name="신경숙", class_="895.7", label="895.7", title_lang="ko"),
    Cover("สี่แผ่นดิน", name="หม่อมราชวงศ์คึกฤทธิ์ ปราโมช", class_="FIC", label="FIC"),
    Cover("गोदान", name="प्रेमचंद", class_="891.4", label="891.4"),
    Cover("পথের পাঁচালী", name="বিভূতিভূষণ বন্দ্যোপাধ্যায়", format="dvd", label="DVD"),
    Cover("ألف ليلة وليلة", name="مجهول", second_title="The thousand and one nights",
          class_="398.2", label="398.2 ALF"),
    Cover("تاریخ ادبیات ایران در قرن بیستم میلادی و پیش از آن", name="Edward G. Browne",
          class_="891.5", label="891.55"),
    Cover("סיפור על אהבה וחושך", name="עמוס עוז", second_title="A tale of love and darkness",
          class_="920", label="B OZ"),
    Cover("Война и мир", name="Лев Толстой", class_="FIC", label="FIC TOL"),
    Cover("Οδύσσεια", name="Όμηρος", class_="883", label="883 HOM"),
    Cover("😀🎉 Party! 👩‍👩‍👧‍👦🇫🇷", name="🦊", class_="790", label="790 😀"),
    Cover("gpj.exe \u202egnp.yrotsih\u202c <script>alert(1)</script>", name='"><b onload=x>',
          class_="005.8", label="&amp; <x>"),
    Cover("Z\u0351\u0363\u0367\u0310\u0301\u0302a\u0351\u0363\u0367\u0310\u0301l\u0351\u0363go",
          name="T\u0351\u0363\u0367\u0310\u0301\u0302om", class_="003"),
    Cover("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
          name="Verwaltungsrechtsdatenverarbeitungssysteme", class_="386", label="386"),
    Cover("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", class_="914.2"),
    Cover("WWWWWWWWWWWWWWWWWWWW MMMMMMMMMMMMM", name="MMMMMMMMMM WWWWWWWWWWWWWW", class_="6"),
    Cover("A", name="A", class_="400", label="400", format="dvd"),
    Cover("Symphony no. 9 in D minor, op. 125", remainder="Choral", name="Ludwig van Beethoven",
          format="music_cd", label="CD 784.2"),
    Cover("The Beatles", name="The Beatles", format="music_lp", label="LP ROCK"),
    Cover("The very hungry caterpillar", name="Eric Carle", class_="E", format="board_book"),
    Cover("National geographic", format="magazine", label="Magazine"),
    Cover("Zelda", name="Nintendo", format="video_game", label="Switch game"),
    Cover("Kyiv and vicinity", format="map", class_="912", label="Map"),
)  # fmt: skip


def records(folder: Path) -> Iterator[Iterator[pymarc.Record]]:
    """The readable records of every file there."""
    for name in FILES:
        if (folder / name).exists():
            yield _read(folder / name)


def _read(path: Path) -> Iterator[pymarc.Record]:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for record in pymarc.MARCReader(raw, to_unicode=True, permissive=True):
        if record is not None:
            yield record


def cover_of(record: pymarc.Record) -> Cover | None:
    """A quick reading of MARC 21 or UNIMARC: enough to see real titles on covers."""
    tag = "245" if record.get_fields("245") else "200"
    title = _tidy(_first(record, tag, "a"))
    if not title:
        return None
    second = next(
        (f.get("a", "") for f in record.get_fields("880") if f.get("6", "").startswith("245")), ""
    )
    kind = record.leader[6]
    code = {"g": "dvd", "j": "music_cd", "i": "audiobook_cd", "e": "map", "c": "score"}.get(kind)
    dewey = _first(record, "082", "a") or _first(record, "676", "a")
    number = dewey or _first(record, "050", "a")
    return Cover(
        title=title,
        remainder=_tidy(_first(record, tag, "b" if tag == "245" else "e")),
        name=_name(_first(record, "100", "a") or _first(record, "700", "a")),
        second_title=_tidy(second),
        class_=number,
        label=number.replace("/", ""),
        format=code or "book",
    )


def _first(record: pymarc.Record, tag: str, code: str) -> str:
    return next((f.get(code) or "" for f in record.get_fields(tag)), "")


def _tidy(text: str) -> str:
    return re.sub(r"[\s/:;=,.]+$", "", text)


def _name(text: str) -> str:
    last, _, first = _tidy(text).partition(", ")
    return f"{first} {last}".strip()


def real(folder: Path, count: int) -> list[Cover]:
    """Covers of real records, taken in turn from each file."""
    found: dict[str, Cover] = {}
    for row in zip_longest(*records(folder)):
        for record in row:
            cover = cover_of(record) if record is not None else None
            if cover:
                found.setdefault(cover.title, cover)
        if len(found) >= count:
            break
    return list(found.values())[:count]


def specimens(title: str) -> Iterator[tuple[str, str]]:
    """Every drawing for one title in two ink sets, without words."""
    letters = read_letters(title)
    names = list(INK_SETS)
    for place, (name, drawing) in enumerate(DRAWINGS.items()):
        chosen = INK_SETS[names[place % len(names)]]
        for inks in (on_dark(chosen), on_paper(chosen)):
            edge = drawing.room is not Room.MARGINS
            box = (0, 0, 240, 230) if edge else (18, 18, 204, 194)
            scene = Scene(box[2], box[3], letters, inks, title[:1].upper())
            picture = inside(box, drawing.draw(scene))
            yield (
                name,
                (
                    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="230">'
                    f"{rect(inks.ground, (0, 0, 240, 230))}{picture}</svg>"
                ),
            )


def write_sheet(out: Path, drawn: list[tuple[str, str]], width: int) -> None:
    """The covers as files, and a page that shows them."""
    out.mkdir(parents=True, exist_ok=True)
    images = []
    for place, (name, svg) in enumerate(drawn):
        (out / f"{place}.svg").write_text(svg, encoding="utf-8")
        images.append(f'<figure><img src="{place}.svg" width="{width}"><br>{name}</figure>')
    style = (
        "body{background:#f6f5f0;font:9px sans-serif;display:flex;flex-wrap:wrap;gap:10px;"
        "align-items:end;margin:14px}figure{margin:0}img{box-shadow:0 1px 4px #0004}"
    )
    page = f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(images)}"
    (out / "sheet.html").write_text(page, encoding="utf-8")


def main() -> None:
    """Write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--records", type=Path, default=Path("../shared/data"))
    parser.add_argument("--count", type=int, default=0, help="how many real titles to add")
    parser.add_argument("--drawings", metavar="TITLE", help="every drawing for this title instead")
    parser.add_argument("--hard", action="store_true", help="the hard titles")
    parser.add_argument("--width", type=int, default=160)
    asked = parser.parse_args()
    if asked.drawings:
        write_sheet(asked.out, list(specimens(asked.drawings)), asked.width)
        return
    covers = real(asked.records, asked.count) if asked.count else []
    covers = covers or list(HARD if asked.hard else DESIGN)
    began = time.perf_counter()
    drawn = [(str(place), draw_cover(cover)) for place, cover in enumerate(covers)]
    spent = (time.perf_counter() - began) / len(covers)
    sizes = sorted(len(svg.encode()) for _, svg in drawn)
    print(f"{len(covers)} covers, {spent * 1000:.2f} ms each; bytes {sizes[0]} to {sizes[-1]}")
    write_sheet(asked.out, drawn, asked.width)


if __name__ == "__main__":
    main()
