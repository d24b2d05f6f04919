"""The reference of addresses names every address there is."""

import re

from django.urls import URLPattern, get_resolver

from commonplace.web.words.choices import FILTERS, SORTS, values_of
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "addresses.md").read_text(encoding="utf-8")
PLACES = {
    "title_id": "TITLE_ID", "work_id": "WORK_ID", "heading_id": "HEADING_ID", "kind": "KIND",
    "code": "CODE", "digest": "DIGEST", "decision_id": "DECISION_ID",
    "contribution_id": "CONTRIBUTION_ID", "likeness": "LIKENESS", "name": "NAME",
}  # fmt: skip


def test_every_address_is_in_the_reference() -> None:
    for pattern in get_resolver().url_patterns:
        assert isinstance(pattern, URLPattern)
        route = str(pattern.pattern)
        if route.endswith(".json"):
            continue
        shown = re.sub(r"<\w+:(\w+)>", lambda found: PLACES[found[1]], route)
        assert f"`/{shown}`" in PAGE, route


def test_every_filter_and_order_is_in_the_reference() -> None:
    for name in FILTERS:
        assert f"`{name}`" in PAGE, name
        for value in values_of(name):
            assert f"`{value}`" in PAGE, value
    for sort in SORTS:
        assert f"`{sort.value}`" in PAGE or sort.value == "relevance"
