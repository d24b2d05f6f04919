"""Every record of ``tests/records/mapping_samples`` is described as the file beside it expects.

To report a record that is described wrongly, add ``what_is_odd.txt`` (a leader and fields, ``#``
for a blank indicator) and ``what_is_odd.expected.json`` with the parts that matter. No code.
"""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from commonplace.bibliography.as_json import public
from commonplace.records.mapping import Described, describe
from commonplace.records.record import WholeRecord
from commonplace.works import work_key
from tests.unit.mapping.marc import field

SAMPLES = Path(__file__).parents[2] / "records" / "mapping_samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def sample(name: str) -> Described:
    """What we make of a sample."""
    leader, *lines = (SAMPLES / f"{name}.txt").read_text("utf-8").splitlines()
    return describe(WholeRecord(leader[4:], [field(line) for line in lines]))


def shown(described: Described) -> dict[str, Any]:
    """All of it as JSON, the parts at their defaults left out of items."""
    made = {
        "work_key": work_key(described.description),
        "problems": sorted(problem.code for problem in described.problems),
        "items": described.items,
        "holdings": described.holdings,
        "description": public(described.description),
    }
    again: dict[str, Any] = json.loads(msgspec.json.encode(made))
    return again


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_described_as_expected(name: str) -> None:
    expected = json.loads((SAMPLES / f"{name}.expected.json").read_text("utf-8"))
    got = shown(sample(name))
    parts = expected.pop("description", {})
    assert {part: got[part] for part in expected} == expected
    assert {part: got["description"][part] for part in parts} == parts


def test_every_sample_has_its_expectation() -> None:
    assert [name for name in NAMES if not (SAMPLES / f"{name}.expected.json").exists()] == []
