"""The two engines that serve libraries put what they find in the same order, on real records.

Scores may differ by a little (docs/reference/engines.md); what a reader sees of it may not.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from commonplace.bibliography import title_id_of, work_id_of
from commonplace.discovery.documents import TitleNames, document_of
from commonplace.records.mapping import describe
from commonplace.records.readers import open_records, read_record
from commonplace.search.engines.contract import Document, Found, Request, SearchEngine
from commonplace.search.query.parsing import parse
from tests.conformance.engines import ENGINES
from tests.relevance.test_searches import SEARCHES, TITLES

FILE = "uva_001_2000.mrc.gz"
NEAR = 0.005
ON_A_PAGE = 20


@pytest.fixture(scope="module")
def documents(shared: Path) -> list[Document]:
    """Real titles, and those of the searches a librarian would make."""
    return [*TITLES, *real_documents(next((shared / "data").rglob(FILE)))]


def real_documents(file: Path) -> Iterator[Document]:
    """The titles of a file of records, as the catalogue gives them to an engine."""
    with open_records(file) as frames:
        for frame in frames:
            record, _ = read_record(frame)
            if record is not None:
                described = describe(record)
                number = str(frame.position)
                names = TitleNames(title_id_of("real", number), work_id_of(number), number)
                yield document_of(names, described.description, described.items, (), added=0)


@pytest.fixture(scope="module")
def engines(
    documents: list[Document],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Sequence[SearchEngine]:
    """The same titles in both."""
    folder = tmp_path_factory.mktemp("alike")
    both = [ENGINES[name](folder / name, request) for name in ("tantivy", "opensearch")]
    for engine in both:
        engine.add(documents)
    return both


def test_the_first_page_is_the_same_and_scores_are_near(
    engines: Sequence[SearchEngine], documents: Sequence[Document]
) -> None:
    titles = [document.texts["title"][0] for document in documents[:: len(documents) // 60]]
    typed = [*(typed for typed, _ in SEARCHES), *titles, *(" ".join(t.split()[:1]) for t in titles)]
    for text in dict.fromkeys(typed):
        one, other = (engine.search(Request(parse(text).tree)) for engine in engines)
        assert one.total == other.total, text
        assert _page(one) == _page(other), text
        for here, there in zip(one.hits[:ON_A_PAGE], other.hits[:ON_A_PAGE], strict=True):
            assert here.score == pytest.approx(there.score, rel=NEAR), text


def _page(found: Found) -> list[str]:
    return [hit.title_id for hit in found.hits[:ON_A_PAGE]]
