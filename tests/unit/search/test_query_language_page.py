"""The reference page of the query language names every field and every mistake, and no other."""

import re

from commonplace.search.fields import FIELDS
from commonplace.search.query.mistakes import SENTENCES
from commonplace.search.query.parsing import parse
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "query-language.md").read_text(encoding="utf-8")
KINDS = {"text": "words", "exact": "exact", "number": "number"}

_FIELD = re.compile(r"^\| `(\w+)` \| (?:`(\w\w)`)? ?\| (\w+) \|", re.MULTILINE)
_CODE = re.compile(r"^\| `(\w+)` \| ([^|]+) \|$", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\\{\w+\\}")


def test_the_page_has_every_field_with_its_code_and_kind() -> None:
    documented = {(name, code, kind) for name, code, kind in _FIELD.findall(PAGE)}
    assert documented == {(each.name, each.code, KINDS[each.kind]) for each in FIELDS.values()}


def test_the_page_has_every_sentence_as_it_is_said() -> None:
    section = PAGE.partition("## What the page may say")[2]
    said = dict(_CODE.findall(section))
    assert said.keys() == SENTENCES.keys()
    for code, template in SENTENCES.items():
        assert re.fullmatch(_PLACEHOLDER.sub(".+", re.escape(template)), said[code]), code


def test_what_the_page_shows_can_be_typed_without_a_mistake() -> None:
    section = PAGE.partition("## What can be typed")[2].partition("`AND`, `OR`")[0]
    shown = [typed for line in section.splitlines() for typed in re.findall(r"`([^`]+)`", line)]
    assert len(shown) > 15
    for typed in shown:
        assert parse(typed).problems == (), typed
