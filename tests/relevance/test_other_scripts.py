"""Films and books in other scripts are found first by every title they have, however it is typed.

None of them is in the demonstration library, among which they are looked for. Most records have the
title romanised and, in an 880 field, as it is written; some have it in one way only.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from commonplace.bibliography import title_id_of, work_id_of
from commonplace.discovery.documents import TitleNames, document_of
from commonplace.ingest.demonstration import build, where
from commonplace.records.mapping import describe
from commonplace.records.readers import open_records, read_record
from commonplace.records.record import Field, WholeRecord
from commonplace.records.writers import as_iso2709
from commonplace.search.engines.contract import Document, Request, SearchEngine
from commonplace.search.query.parsing import parse
from tests.conformance.engines import ENGINES
from tests.making import BOOK, field
from tests.relevance.everything import TODAY

FILM = "00000cgm a2200000 i 4500"


class Known(NamedTuple):
    """A title, as the record has it and as readers type it."""

    leader: str
    language: str
    romanised: str
    written: str
    translated: str
    typed: tuple[str, ...] = ()


TITLES = (
    Known(FILM, "tha", "Chalāt kēm kōng", "ฉลาดเกมส์โกง", "Bad genius", ("chalat kem kong",)),
    Known(FILM, "kor", "Oldŭboi", "올드보이", "Oldboy", ("olduboi", "올드 보이")),
    Known(FILM, "gre", "Mia aiōniotēta kai mia mera", "Μια αιωνιότητα και μια μέρα",
          "Eternity and a day", ("ΑΙΩΝΙΟΤΗΤΑ", "aioniotēta kai mia mera")),
    Known(FILM, "heb", "Foḳsṭroṭ", "פוקסטרוט", "Foxtrot", ("fokstrot",)),
    Known(FILM, "chi", "Shi mian mai fu", "十面埋伏", "House of flying daggers",
          ("shimianmaifu", "shí miàn mái fú", "shi2 mian4 mai2 fu2")),
    Known(FILM, "chi", "", "大紅燈籠高高掛", "Raise the red lantern",
          ("大红灯笼高高挂", "da hong deng long gao gao gua", "dahong denglong", "大红灯笼")),
    Known(BOOK, "chi", "Luotuo Xiangzi", "骆驼祥子", "Rickshaw boy",
          ("駱駝祥子", "luo tuo xiang zi", "luotuoxiangzi")),
    Known(BOOK, "chi", "Lang tu teng", "狼图腾", "Wolf totem",
          ("狼圖騰", "langtuteng", "lang tuteng")),
    Known(FILM, "chi", "Se, jie", "色, 戒", "Lust, caution", ("色戒", "se jie", "色，戒")),
    Known(BOOK, "rus", "Oblomov", "Обломов", "Oblomov", ("ОБЛОМОВ",)),
    Known(FILM, "per", "Bādkunak-i sifīd", "بادکنک سفید", "The white balloon",
          ("badkunak-i sifid", "بادكنك سفيد")),
    Known(FILM, "heb", "Bofor", "בופור", "Beaufort"),
    Known(BOOK, "gre", "Hē phonissa", "Η φόνισσα", "The murderess", ("φονισσα", "he phonissa")),
    Known(BOOK, "hin", "Devadāsa", "देवदास", "Devdas", ("devadasa",)),
    Known(FILM, "jpn", "Suna no onna", "砂の女", "Woman in the dunes"),
    Known(BOOK, "jpn", "Senkan Yamato no saigo", "戦艦大和ノ最期", "Requiem for battleship Yamato",
          ("戰艦大和", "戦艦大和の最期")),
    Known(BOOK, "ara", "ʻUrs al-Zayn", "عرس الزين", "The wedding of Zein",
          ("urs al zayn", "'urs al-zayn", "عُرْس الزَّيْن")),
)  # fmt: skip
ASKED = [
    (typed, known.translated)
    for known in TITLES
    for typed in (known.romanised, known.written, known.translated, *known.typed)
    if typed
]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """The demonstration library, and these titles among it."""
    file: Path = tmp_path_factory.mktemp("scripts") / "records.mrc"
    records = [*build(where() / "titles", TODAY), *map(as_iso2709, map(_record, TITLES))]
    file.write_bytes(b"".join(records))
    found: dict[str, Document] = {}
    with open_records(file) as frames:
        for at, frame in enumerate(frames):
            record, _ = read_record(frame)
            assert record is not None
            described = describe(record)
            names = TitleNames(title_id_of("scripts", str(at)), work_id_of(str(at)), str(at))
            document = document_of(names, described.description, described.items, (), added=0)
            found[names.title_id] = document
    return found


@pytest.fixture(scope="module", params=("tantivy", "opensearch"))
def engine(
    documents: dict[str, Document],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> SearchEngine:
    """All of them, in each of the engines that serve libraries."""
    engine = ENGINES[request.param](tmp_path_factory.mktemp("scripts") / "index", request)
    engine.add(documents.values())
    return engine


def _record(known: Known) -> WholeRecord:
    fixed = Field(
        "008", value=f"040101s2004    xx 100        v||||{known.language}||".ljust(40, "|")
    )
    fixed = Field("008", value=f"{fixed.value[:35]}{known.language}{fixed.value[38:40]}")
    title = [f"a {known.written}"]
    linked: list[Field] = []
    if known.romanised:
        title = ["6 880-01", f"a {known.romanised}"]
        linked = [field("880", "6 245-01", f"a {known.written}", indicators="00")]
    return WholeRecord(known.leader, [
        Field("001", value=known.translated),
        fixed,
        field("245", *title, indicators="00"),
        field("246", f"a {known.translated}", indicators="3 "),
        *linked,
    ])  # fmt: skip


@pytest.mark.parametrize(("typed", "title"), ASKED)
def test_it_is_found_first_by_each_of_its_titles(
    engine: SearchEngine, documents: dict[str, Document], typed: str, title: str
) -> None:
    hits = engine.search(Request(parse(typed).tree, limit=1)).hits
    assert hits
    assert title in documents[hits[0].title_id].known_titles


def test_none_of_them_is_the_demonstration_s(
    engine: SearchEngine, documents: dict[str, Document]
) -> None:
    assert engine.health().titles == len(documents)
    for known in TITLES:
        named = [each for each in documents.values() if known.translated in each.known_titles]
        assert len(named) == 1, known.translated
