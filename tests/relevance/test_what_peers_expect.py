"""Pairs of searches that other catalogues' patrons expect to find the same, on real records.

The pairs hold on any collection; a pair for which nothing is found says nothing and is not counted.
The share that holds is printed with ``pytest -s`` and may not fall. What is missing is known:
stemming, synonyms (*koran*), minus as a part of a name.
"""

import json
import operator
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from commonplace.bibliography import title_id_of
from commonplace.discovery.documents import TitleNames, document_of
from commonplace.records.mapping import describe
from commonplace.records.readers import open_records, read_record
from commonplace.search.engines.contract import Document, Request, SearchEngine
from commonplace.search.query.parsing import parse
from tests.conformance.engines import ENGINES

COLLECTIONS = (
    "evergreen-concerto/concerto_enhanced_852.mrc.gz",
    "evergreen-concerto/jazz_1k.mrc.gz",
    "koha-sample/koha_sample_952.mrc",
    "traject-multiscript/marc_sample_data.mrc.gz",
    "uva-2000/uva_001_2000.mrc.gz",
)
FROM_EACH = 1_000
SHARE_THAT_HOLDS = 0.6
FIELDS = {"everything": "anywhere", "author_title": "anywhere"}
HOLDS: Mapping[str, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "~": lambda one, other: abs(one - other) <= max(1, 0.01 * max(one, other)),
    "<": operator.lt,
    ">": operator.gt,
    ">=": operator.ge,
    "!=": operator.ne,
}

Pair = Mapping[str, Mapping[str, str]]


@pytest.fixture(scope="module")
def documents(shared: Path) -> list[Document]:
    """Some thousands of real records."""
    files = [found for name in COLLECTIONS for found in (shared / "data").rglob(Path(name).name)]
    assert files
    return [
        replace(document, title_id=title_id_of(str(at), str(number)))
        for at, file in enumerate(files)
        for number, document in enumerate(_documents(file))
    ]


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    documents: list[Document],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> SearchEngine:
    """An index of them, in each engine."""
    engine = ENGINES[request.param](tmp_path_factory.mktemp("peers") / "index", request)
    engine.add(documents)
    return engine


def _documents(file: Path) -> list[Document]:
    with open_records(file) as frames:
        records = [read_record(frame)[0] for frame in islice(frames, FROM_EACH)]
    described = [describe(record) for record in records if record is not None]
    names = TitleNames(title_id_of("", ""), title_id_of("", ""), "")
    return [document_of(names, each.description, each.items, (), added=0) for each in described]


def test_as_many_pairs_of_searches_hold_as_before(engine: SearchEngine, shared: Path) -> None:
    vectors = json.loads((shared / "vectors" / "relevance.json").read_text(encoding="utf-8"))
    held: list[bool] = []
    for pair in vectors["stanford_equivalence"]:
        one, other = engine.count([_asked(pair, side) for side in "ab"])
        if one or other:
            held.append(HOLDS[pair["relation"]](one, other))
    print(f"{sum(held)} of {len(held)} pairs hold")  # noqa: T201 - the score is for people
    assert len(held) > 20
    assert sum(held) / len(held) >= SHARE_THAT_HOLDS


def _asked(pair: Pair, side: str) -> Request:
    typed = pair[side]
    return Request(parse(typed["q"], field=FIELDS.get(typed["scope"], typed["scope"])).tree)
