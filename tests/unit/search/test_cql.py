"""CQL as other programs write it: read, written, understood; the vectors of YAZ and cql-java."""

import json
import re
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.search.query.cql import CqlRefused, as_cql, as_xcql, parse, understand
from commonplace.search.query.tree import (
    EVERYTHING,
    Both,
    Either,
    Is,
    Not,
    Phrase,
    Prefix,
    Query,
    Range,
    TitleIs,
    Words,
)
from tests.conftest import SHARED

VECTORS = SHARED / "vectors" / "cql.json"
Vector = Mapping[str, Any]


def _vectors(group: str) -> list[Vector]:
    if not VECTORS.is_file():
        return []
    groups = json.loads(VECTORS.read_text(encoding="utf-8"))["groups"]
    return [vector for each in groups if each["name"] == group for vector in each["vectors"]]


def _tree(xml: str) -> Any:
    """XCQL as nested lists: what two programs write differently, and mean alike, made alike.

    YAZ lists modifiers backwards, writes several terms where cql-java joins them with blanks, and
    leaves prefixes with a name out.
    """
    return _plain(ElementTree.fromstring(xml))  # noqa: S314 - written by us or kept beside us


def _plain(element: ElementTree.Element) -> Any:
    if not len(element):
        return element.tag, element.text or ""
    inside = [_plain(each) for each in element if each.tag not in {"term", "prefixes"}]
    terms = " ".join(each.text or "" for each in element.findall("term"))
    inside += [("term", terms)] if element.find("term") is not None else []
    return element.tag, sorted(inside) if element.tag == "modifiers" else inside


@pytest.mark.parametrize(
    "vector", _vectors("yaz cql->xcql") + _vectors("cql-java regression"), ids=lambda v: v["query"]
)
def test_what_peers_read_is_read_alike(vector: Vector) -> None:
    expected = vector.get("output") or vector.get("xcql")
    if not vector["valid"]:
        with pytest.raises(CqlRefused) as refused:
            parse(vector["query"])
        assert refused.value.diagnostic.number == 10
        return
    assert expected
    assert _tree(as_xcql(parse(vector["query"]))) == _tree(expected)


@pytest.mark.parametrize("vector", _vectors("cql-java regression"), ids=lambda v: v["query"])
def test_prefixes_and_the_order_of_modifiers_are_those_of_cql_java(vector: Vector) -> None:
    if vector["valid"] and "all contains any" not in vector["query"]:
        assert as_xcql(parse(vector["query"])) == vector["xcql"]


def _number_of_refusal(cql: str) -> int:
    try:
        understand(cql)
    except CqlRefused as refused:
        assert_is_plain(refused)
        return refused.diagnostic.number
    return 0


def assert_is_plain(refused: CqlRefused) -> None:
    """A refusal is one sentence, however long the query was."""
    assert str(refused).endswith(".")
    assert len(str(refused)) < 400


@pytest.mark.parametrize("vector", _vectors("yaz cql->pqf"), ids=lambda v: v["query"])
def test_what_yaz_asks_is_understood_or_refused_with_a_number(vector: Vector) -> None:
    refused = _number_of_refusal(vector["query"])
    assert refused in {0, 20, 22, 28, 29, 31, 41, 42}
    if not refused:
        understood = understand(vector["query"])
        operands = re.findall(r'"([^"]*)"', vector["output"].partition("\n")[2])
        words = [each for typed in operands for each in typed.strip("#?").split()]
        assert all(word in repr(understood.tree) for word in words)


@pytest.mark.parametrize(
    "cql",
    [vector["cql"] for vector in _vectors("yaz rpn->cql") if vector["cql"]]
    + [vector["output"].strip() for vector in _vectors("yaz pqf->cql") if vector["output"]],
)
def test_what_yaz_writes_is_written_alike(cql: str) -> None:
    assert as_cql(parse(cql)) == cql


@pytest.mark.parametrize("vector", _vectors("CQL term quoting"))
def test_terms_are_quoted_where_they_must_be(vector: Vector) -> None:
    if vector["term"] is not None and "\\" not in vector["term"]:
        assert as_cql(parse(vector["cql"])) == vector["cql"]


def test_there_are_vectors(shared: Path) -> None:
    assert len(_vectors("cql-java regression")) > 40, shared


@pytest.mark.parametrize(
    ("cql", "tree"),
    [
        ("fish", Words("fish")),
        ('"fish"', Words("fish")),
        ("fish chips", Words("fish chips")),
        ('"fish chips"', Phrase("fish chips")),
        ("cql.anywhere all fish", Words("fish")),
        ('dc.title all "fish chips"', Words("fish chips", "title")),
        ('ti any "fish chips"', Either((Words("fish", "title"), Words("chips", "title")))),
        ("DC.Creator = kafka", Words("kafka", "author")),
        ('title adj "fish chips"', Phrase("fish chips", "title")),
        ('title == "fish chips"', TitleIs("fish chips")),
        ("title = ^fish^", TitleIs("fish")),
        ("title=migra*", Prefix("migra", "title")),
        ("title=/unmasked mash*", Words("mash*", "title")),
        (r"m\*a\*s\*h", Words("m*a*s*h")),
        ("dc.date=1984", Range("pubyear", 1984, 1984)),
        ("starrating=4", Range("starrating", 38, 42)),
        ("starrating==4", Range("starrating", 40, 40)),
        ("starrating>=3.5", Range("starrating", 35, None)),
        ("date<1980", Range("pubyear", None, 1979)),
        ("date<=1980", Range("pubyear", None, 1980)),
        ("date>1980", Range("pubyear", 1981, None)),
        ("date>=1980", Range("pubyear", 1980, None)),
        ('date within "1918 1939"', Range("pubyear", 1918, 1939)),
        ("date<>1980", Both((EVERYTHING, Not(Range("pubyear", 1980, 1980))))),
        ("dc.language=fre", Is("language", "fre")),
        ("language=French", Is("language", "fre")),
        ("rec.identifier=42", Is("localid", "42")),
        ("cql.allRecords=1", EVERYTHING),
        ("a and b and c", Both((Words("a"), Words("b"), Words("c")))),
        ("a or b or c", Either((Words("a"), Words("b"), Words("c")))),
        ("a and b or c", Either((Both((Words("a"), Words("b"))), Words("c")))),
        ("a not b", Both((Words("a"), Not(Words("b"))))),
        ("a prox/unit=word/distance=1/ordered b", Phrase("a b")),
        ("a prox b", Either((Phrase("a b"), Phrase("b a")))),
    ],
)
def test_cql_becomes_the_tree_that_readers_queries_become(cql: str, tree: Query) -> None:
    assert understand(cql).tree == tree


TODAY = date(2026, 11, 23)
DAY = (TODAY - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    ("cql", "added"),
    [
        ("new=30", (DAY - 30, DAY)),
        ("new<30", (DAY - 29, None)), ("new<=30", (DAY - 30, None)),
        ("new>30", (None, DAY - 31)), ("new>=30", (None, DAY - 30)),
    ],
)  # fmt: skip
def test_fewer_days_since_it_was_added_is_a_later_day(
    cql: str, added: tuple[int | None, int | None]
) -> None:
    assert understand(cql, today=TODAY).tree == Range("new", *added)


@pytest.mark.parametrize(
    ("cql", "number"),
    [
        ("a and", 10), ('"open', 10), ("(a", 10), ("a) b", 10), ("a sortby", 10), ("", 10),
        ("a" * 9_000, 12),
        ("(" * 500 + "a" + ")" * 500, 13),
        ("shoe.size=9", 15),
        ("shoesize=9", 16), ("dc.shoesize=9", 16),
        ("title encloses a", 19), ("title rel.near a", 19),
        ("title =/regexp a.b", 20), ("title =/fuzzy a", 20),
        ("title < a", 22), ("author == kafka", 22), ("format > dvd", 22),
        ('""', 27), ("title=*ab", 28), ("title=a?b", 28), ("title=a*", 29), ("title=^ab", 31),
        ("date=19*", 28), ("date=soon", 36), ('date>"1990-2000"', 36), ('date within "a b"', 36),
        (" or ".join(["a"] * 65), 38), ("\u5f52" * 257, 38),
        ("a prox/near b", 40), ("a prox/distance<9 b", 41), ("a prox/unit=sentence b", 42),
        ("(a or b) prox c", 44), ("title=a prox author=b", 44),
        ("a and/rel.algorithm=CORI b", 46),
        ("a sortby dc.publisher", 80), ("a sortby title/descending", 90),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_with_its_number(cql: str, number: int) -> None:
    assert _number_of_refusal(cql) == number


@pytest.mark.parametrize(
    ("cql", "sort"),
    [
        ("a", ""), ("a sortby title", "title"), ("a sortby dc.creator/sort.ascending", "author"),
        ("a sortby dc.date/descending title", "newest"), ("a sortby date", "oldest"),
    ],
)  # fmt: skip
def test_an_order_may_be_asked_for(cql: str, sort: str) -> None:
    assert understand(cql).sort == sort


HOSTILE = {
    "200 kB": "a " * 100_000,
    "brackets": "(" * 500 + "a" + ")" * 500,
    "40,000 brackets": "(" * 40_000,
    "booleans": " and ".join(["a"] * 5_000),
    "quotes": '"' * 5_001,
    "backslashes": "\\" * 5_001,
    "prefixes": ">a=b " * 1_500 + "c",
    "modifiers": "a =" + "/b=c" * 1_500 + " d",
    "sort keys": "a sortby" + " b" * 3_000,
    "stars": "*" * 5_000,
    "a long word": "x" * 200_000,
    "NUL": "a\0b",
    "lone surrogates": "\ud800",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_sizes_get_a_plain_answer_at_once(what: str) -> None:
    began = time.process_time()
    _number_of_refusal(HOSTILE[what])
    assert time.process_time() - began < 0.5, "a safeguard against anything but linear time"


SIGNS = st.sampled_from(
    ["a", "dc.title", "any", "all", "and", "or", "not", "prox", "sortby", "=", "==", "<>", ">", "(",
     ")", "/", '"b c"', '""', "x*", "^", "\\*", ">p=q", "1984", "date"]
)  # fmt: skip


@given(st.one_of(st.lists(SIGNS, max_size=12).map(" ".join), st.text(max_size=40)))
def test_any_text_is_read_or_refused_and_what_is_written_is_read_again(text: str) -> None:
    try:
        cql = parse(text)
    except CqlRefused:
        return
    again = parse(as_cql(cql))
    assert as_cql(again) == as_cql(cql)
    assert ElementTree.fromstring(as_xcql(cql)) is not None  # noqa: S314 - written by us
