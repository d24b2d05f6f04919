"""What readers say in the demonstration: every word finds its title, and stands as we wrote it."""

import json
import tomllib
from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import pytest

from commonplace.community.contributions.values import Kind
from commonplace.community.contributions.words import reason_to_review
from commonplace.community.importing.entries import read_entry
from commonplace.community.importing.rows import COLUMNS, Row
from commonplace.ingest.demonstration import read_table, where
from commonplace.ingest.demonstration.building import control_number_of
from commonplace.ingest.demonstration.copies import BRANCH_NAMES
from commonplace.ingest.demonstration.words import all_words
from commonplace.ingest.demonstration.words.building import BRANCHES

TODAY = date(2026, 11, 22)


@cache
def rows() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in all_words(TODAY).splitlines())


@cache
def comments() -> tuple[dict[str, Any], ...]:
    return tuple(row for row in rows() if "text" in row)


def test_there_are_a_few_dozen_comments_and_some_hundred_ratings() -> None:
    assert 36 <= len(comments()) <= 150
    assert 300 <= len([row for row in rows() if row.get("rating")]) <= 1_500


def test_every_word_is_about_a_title_of_the_demonstration() -> None:
    numbers = {control_number_of(entry) for entry in read_table(where() / "titles")}
    assert {row["control_number"] for row in rows()} <= numbers


def test_every_row_can_be_taken_in_and_none_waits_for_review() -> None:
    for row in rows():
        assert set(row) <= set(COLUMNS)
        cells = {name: "" if value is None else str(value) for name, value in row.items()}
        for kind in Kind:
            read_entry(kind, Row(1, cells), "")
        assert not reason_to_review(row.get("text", ""))


def test_no_comment_stands_twice_and_no_id() -> None:
    for name in ("id", "text"):
        assert max(Counter(row[name] for row in comments()).values()) == 1


def test_readers_write_in_several_languages_at_every_branch_and_elsewhere() -> None:
    assert {row["language"] for row in comments()} >= {"en", "es", "fr", "ar", "zh-Hans"}
    assert set(BRANCHES) == set(BRANCH_NAMES.values())
    assert {row["library"] for row in comments()} > set(BRANCHES)
    assert {row["role"] for row in comments()} == {"reader", "staff"}


def test_last_train_home_has_eight_over_several_years() -> None:
    films = tomllib.loads((where() / "words" / "films.toml").read_text(encoding="utf-8"))
    train = next(about for about in films["about"] if about["title"] == "Last train home")
    assert len(train["comment"]) == 8
    assert len({each["date"].year for each in train["comment"]}) >= 4


def test_nothing_is_dated_after_the_day_it_is_built() -> None:
    early = date(2024, 1, 1)
    said = [json.loads(line) for line in all_words(early).splitlines()]
    assert max(row["date"] for row in said if "text" in row) == "2024-01-01"


@pytest.mark.parametrize("word", ["lorem", "ipsum", "xxx", "todo"])
def test_no_word_is_a_filler(word: str) -> None:
    assert not [row for row in comments() if word in row["text"].casefold()]
