"""Every engine gives the answer of the memory engine, whatever is in the library and whatever is
asked: the same titles, the same total, the same counts, the same order where an order is asked for.
"""

import random
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonplace.bibliography.names_that_last import title_id_of, work_id_of
from commonplace.search.engines import counting
from commonplace.search.engines.contract import Document, Filter, Request, SearchEngine, Sort
from commonplace.search.engines.memory import MemoryEngine
from commonplace.search.fields import FACETS, FIELDS, NUMBERS, TEXTS
from commonplace.search.query.parsing import parse
from tests.conformance.engines import ENGINES
from tests.faults import hostile

SPELLINGS = (
    "train trains Träin home the and & J.R.R. jrr j r spider-man spiderman o'brien obrien "
    "归途 列车 归途列车 20,000 20000 c++ C# a I ǅ İ ß Σας ـكتاب हिन्दी ไทย ʻAbd ... ? - ' é 한국 "
    "ハリー·ポッター colours color dept department koran quran three 3 iii müller mueller tattooed "
    "twenty hundred gui1 guitu journaux les n.t. testament"
)
WORDS = st.sampled_from(SPELLINGS.split())
TEXT = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
ANY_TEXT = st.one_of(TEXT, st.text(max_size=30))
VALUES = st.sampled_from(["dvd", "book", "A b", "Ä", "", "fre", "chi"])
NUMBER = st.integers(-3, 3)
SOME_TEXTS = st.sampled_from(["title", "author", "subject", "notes", "tag"])
SOME_FACETS = st.sampled_from(["format", "subject", "branch", "language"])
SOME_NUMBERS = st.sampled_from(["year", "added", "loans", "rating"])


def _document(number: int, parts: tuple[object, ...]) -> Document:
    texts, known, facets, numbers, keys = parts
    return Document(
        title_id_of("any", str(number)),
        work_id_of(str(number % 3)),
        texts,  # type: ignore[arg-type]  # the strategies below draw what is declared here
        known,  # type: ignore[arg-type]  # drawn by chance, of the right shape
        facets,  # type: ignore[arg-type]  # drawn by chance, of the right shape
        numbers,  # type: ignore[arg-type]  # drawn by chance, of the right shape
        *keys,  # type: ignore[misc]  # drawn by chance, two of them
    )


DOCUMENTS = st.lists(
    st.tuples(
        st.dictionaries(SOME_TEXTS, st.lists(ANY_TEXT, max_size=3), max_size=4),
        st.lists(ANY_TEXT, max_size=2),
        st.dictionaries(SOME_FACETS, st.lists(VALUES, max_size=3, unique=True), max_size=3),
        st.dictionaries(SOME_NUMBERS, NUMBER, max_size=4),
        st.tuples(st.text(max_size=50), st.sampled_from(["", "a", "b" * 30, "b" * 31])),
    ),
    max_size=8,
).map(lambda parts: [_document(at, each) for at, each in enumerate(parts)])
TYPED = st.lists(
    st.one_of(
        WORDS, st.sampled_from(["AND", "OR", "NOT", "(", ")", "-", '"', "*", "ti:", "su:", "fo:",
                                "py:", "tr*", "py:[-2 TO 2]", "归*", "xy:", "[", "]", ":"]),
    ),
    max_size=9,
).map(" ".join)  # fmt: skip
QUERIES = st.one_of(TYPED, TYPED.map(lambda typed: typed.replace(" ", "")), ANY_TEXT)
FILTERS = st.lists(
    st.one_of(
        st.builds(Filter, SOME_FACETS, st.lists(VALUES, max_size=2).map(tuple),
                  st.lists(VALUES, max_size=1).map(tuple)),
        st.builds(Filter, SOME_NUMBERS, least=st.none() | NUMBER, most=st.none() | NUMBER),
    ),
    max_size=2,
).map(tuple)  # fmt: skip
OTHERS = [name for name in ENGINES if name != "memory"]


@pytest.fixture(scope="module", params=OTHERS)
def engine(request: pytest.FixtureRequest) -> Iterator[SearchEngine]:
    """Each engine but the memory engine, emptied between examples."""
    with tempfile.TemporaryDirectory(prefix="commonplace-index-") as directory:
        yield ENGINES[request.param](Path(directory) / "index", request)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS, st.lists(st.tuples(QUERIES, FILTERS), min_size=1, max_size=8))
def test_any_library_and_any_query_get_the_same_answer(
    engine: SearchEngine, documents: list[Document], asked: list[tuple[str, tuple[Filter, ...]]]
) -> None:
    memory = MemoryEngine()
    for each in (memory, engine):
        each.clear()
        each.add(documents)
    for typed, filters in asked:
        for sort in (Sort.RELEVANCE, Sort.TITLE, Sort.AUTHOR, Sort.OLDEST):
            counts = ("format", "subject", "year")
            request = Request(parse(typed).tree, filters, sort, counts)
            expected, found = memory.search(request), engine.search(request)
            assert found.total == expected.total, typed
            assert found.counts == expected.counts, typed
            ids = [[hit.title_id for hit in each.hits] for each in (expected, found)]
            assert sorted(ids[0]) == sorted(ids[1]), typed
            if sort is not Sort.RELEVANCE:
                assert ids[0] == ids[1], typed


@pytest.mark.parametrize("dear", [0.0, 60.0], ids=["together", "one by one"])
def test_the_commonest_of_very_many_values_are_counted_exactly(
    engine: SearchEngine, dear: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More values than any part of an index hands in at once, nearly all of them as common."""
    monkeypatch.setattr(counting, "_DEAR", dear)
    monkeypatch.setattr(counting, "_TRYING", 0.0)
    chance = random.Random(7)  # noqa: S311 -- the same library each time
    documents = [
        _document(
            at,
            ({"title": ["cats"]}, [], {"subject": [f"s{chance.randrange(600)}" for _ in range(3)]},
             {}, ("", "")),
        )
        for at in range(900)
    ]  # fmt: skip
    memory = MemoryEngine()
    for each in (memory, engine):
        each.clear()
        each.add(documents)
    for limit in (1, 7, 60):
        request = Request(counts=("subject",), counts_limit=limit)
        assert engine.search(request).counts == memory.search(request).counts


@given(DOCUMENTS, ANY_TEXT)
def test_any_beginning_is_completed_alike(
    engine: SearchEngine, documents: list[Document], typed: str
) -> None:
    memory = MemoryEngine()
    for each in (memory, engine):
        each.clear()
        each.add(documents)
    assert engine.suggest(typed, limit=50) == memory.suggest(typed, limit=50)


@pytest.mark.parametrize("what", hostile.TEXTS)
def test_hostile_text_gets_a_plain_answer_and_the_engine_lives(
    engine: SearchEngine, what: str
) -> None:
    text = hostile.TEXTS[what]
    told = _document(1, ({"title": [text, "home"]}, [text], {"format": [text]}, {}, (text, text)))
    memory = MemoryEngine()
    for each in (memory, engine):
        each.clear()
        each.add([told, _document(2, ({"title": ["away"]}, [], {}, {}, ("", "")))])
    before = time.process_time()
    understood = parse(text)
    assert time.process_time() - before < 0.5, "a safeguard against anything but linear time"
    for each in (memory, engine):
        narrowed = Request(understood.tree, (Filter("format", (text,)),), counts=("format",))
        assert each.search(narrowed).total in {0, 1}
        assert each.search(Request(understood.tree)).total < 2, "never everything"
        each.suggest(text)
        assert each.search(Request(parse("home").tree)).total == 1


def test_every_text_facet_and_number_can_be_kept_and_found(engine: SearchEngine) -> None:
    engine.clear()
    texts: Mapping[str, list[str]] = {text: [f"word{text}"] for text in TEXTS}
    facets = {facet: [f"value{facet}"] for facet in FACETS}
    numbers = {number: at for at, number in enumerate(NUMBERS, 1)}
    engine.add([Document(title_id_of("all", "1"), work_id_of("1"), texts, (), facets, numbers)])
    for text in TEXTS:
        assert engine.search(Request(parse(f"word{text}").tree)).total == 1
    for facet in FACETS:
        assert engine.search(Request(filters=(Filter(facet, (f"value{facet}",)),))).total == 1
    for number, at in numbers.items():
        assert engine.search(Request(filters=(Filter(number, least=at, most=at),))).total == 1
    for field in FIELDS.values():
        words = " OR ".join(f"{field.name}:word{text}" for text in field.looks_at)
        if field.kind == "text":
            assert engine.search(Request(parse(words).tree)).total == 1, field.name
