"""The same searches on every engine, and where their answers part: the table in the reference.

    python -m benchmarks.engines_beside

Writes between two marks of ``docs/reference/engines.md``. The titles are those of the relevance
suite and 2,000 real records beside the project; the cluster is started for it.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.tables import table
from commonplace.search.engines.contract import Document, Found, Request, SearchEngine
from commonplace.search.engines.memory import MemoryEngine
from commonplace.search.engines.opensearch.address import cluster_address
from commonplace.search.engines.opensearch.cluster import Cluster
from commonplace.search.engines.opensearch.engine import OpenSearchEngine
from commonplace.search.engines.opensearch.indexes import Indexes
from commonplace.search.engines.tantivy.engine import TantivyEngine
from commonplace.search.query.parsing import parse
from tests.opensearch.starting import fetched, running_cluster
from tests.relevance.test_engines_put_alike import FILE, real_documents
from tests.relevance.test_searches import SEARCHES, TITLES

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
PAGE = ROOT / "docs" / "reference" / "engines.md"
BEGIN, END = "<!-- searches: begin -->\n", "<!-- searches: end -->\n"
FIRST, RANKED = 10, 50
LONGEST = 40
# Words that many of the real titles have, so that there is an order to differ in.
COMMON = (
    "history", "the history of art", "life", "new york", "american literature", "war", "poems",
    "women", "letters", "law of nations", "music", "education", "virginia", "philosophy",
    "politics and government", "collected works", "church history", "short stories", "his*",
    '"united states"', "su:history", "au:john", "history -art", "war OR peace",
    "py:[1980 TO 1990] history", "ti:poems", "economics", "science", "french drama", "biography",
)  # fmt: skip

Answers = Mapping[str, Found]


def beside(engines: Mapping[str, SearchEngine], documents: Sequence[Document]) -> str:
    """The table, and a sentence that sums it up."""
    names = {each.title_id: each.texts["title"][0] for each in documents}
    typed = [*COMMON, *(text for text, _ in SEARCHES[::4])]
    asked = {text: _asked(engines, text) for text in dict.fromkeys(typed)}
    rows = [_row(text, answers, names) for text, answers in asked.items()]
    head = ["search", "titles", "first on tantivy", "first on OpenSearch", "same first ten",
            "order, tantivy and OpenSearch", "order, tantivy and memory"]  # fmt: skip
    return f"{_summed_up(asked)}\n\n{table(head, rows)}"


def _asked(engines: Mapping[str, SearchEngine], text: str) -> Answers:
    request = Request(parse(text).tree)
    answers = {name: engine.search(request) for name, engine in engines.items()}
    if len({each.total for each in answers.values()}) != 1:
        raise AssertionError(f"the engines find different numbers of titles by {text!r}")
    return answers


def _row(text: str, answers: Answers, names: Mapping[str, str]) -> list[str]:
    here, there, memory = (answers[name] for name in ("tantivy", "OpenSearch", "memory"))
    firsts = [_short(names[each.hits[0].title_id]) if each.total else "–" for each in (here, there)]
    return [
        f"`{text}`".replace("|", "\\|"),
        f"{here.total:,}",
        firsts[0],
        "the same" if firsts[0] == firsts[1] else firsts[1],
        "yes" if _tops_are_alike(here, there) else "no",
        _said(here, there),
        _said(here, memory),
    ]


def _short(title: str) -> str:
    title = title.replace("|", "/")
    return title if len(title) <= LONGEST else f"{title[:LONGEST].rstrip()}…"


def _ids(found: Found, most: int) -> list[str]:
    return [each.title_id for each in found.hits[:most]]


def _tops_are_alike(one: Found, other: Found) -> bool:
    return set(_ids(one, FIRST)) == set(_ids(other, FIRST))


def _said(one: Found, other: Found) -> str:
    found = order_alike(_ids(one, RANKED), _ids(other, RANKED))
    return "–" if found is None else f"{found:.2f}"


def order_alike(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Kendall's rank correlation of what both have: 1 for the same order, -1 for its reverse."""
    place = {title_id: at for at, title_id in enumerate(other)}
    places = [place[title_id] for title_id in one if title_id in place]
    pairs = [(a, b) for at, a in enumerate(places) for b in places[at + 1 :]]
    if not pairs:
        return None
    return sum(1 if a < b else -1 for a, b in pairs) / len(pairs)


def _summed_up(asked: Mapping[str, Answers]) -> str:
    finding = [each for each in asked.values() if each["tantivy"].total]
    pairs = [(each["tantivy"], each["OpenSearch"]) for each in finding]
    first = sum(one.hits[0].title_id == other.hits[0].title_id for one, other in pairs)
    tops = sum(_tops_are_alike(one, other) for one, other in pairs)
    same = sum(_ids(one, RANKED) == _ids(other, RANKED) for one, other in pairs)
    return (
        f"Of {len(asked)} searches, {len(finding)} find something, each as many titles on every "
        f"engine. The first title is the same on tantivy and OpenSearch for {first}, the first ten "
        f"are for {tops}, and the first {RANKED} stand in the same order for {same}. *Order* is "
        f"Kendall's correlation of the first {RANKED}: 1 for the same order."
    )


def on_every_engine(write: Callable[[Mapping[str, SearchEngine], Sequence[Document]], str]) -> str:
    """What is written of the three engines, filled alike."""
    documents = [*TITLES, *real_documents(next(DATA.rglob(FILE)))]
    with tempfile.TemporaryDirectory() as folder, running_cluster(fetched()) as address:
        cluster = Cluster(cluster_address(f"{address}/beside?shards=2"), budget=60.0)
        there = OpenSearchEngine(cluster, Indexes(cluster).make())
        here = TantivyEngine(Path(folder) / "index", writable=True)
        engines: dict[str, SearchEngine] = {
            "tantivy": here, "OpenSearch": there, "memory": MemoryEngine()
        }  # fmt: skip
        for each in engines.values():
            each.add(documents)
        written = write(engines, documents)
        cluster.close()
    return written


def _parts(page: str) -> Iterator[str]:
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    yield from (before, after)


def main() -> int:
    """Write the table into the page."""
    before, after = _parts(PAGE.read_text(encoding="utf-8"))
    written = on_every_engine(beside)
    PAGE.write_text(f"{before}{BEGIN}\n{written}\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
