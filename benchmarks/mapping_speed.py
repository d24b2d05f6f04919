"""How long the description of a full record takes, and what the tables cost beside code by hand.

Run ``python -m benchmarks.mapping_speed [RECORDS]``. ``by_hand`` gathers everything the tables ask
for with one long ``match``, the way such code is written without tables; both must gather the same.
Records are read beforehand and nothing is kept, as in a worker that maps batch by batch.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.mapping_by_hand import gathered_by_hand
from commonplace.records.mapping import describe
from commonplace.records.mapping.describing import PLAN
from commonplace.records.mapping.plan import Gathered
from commonplace.records.readers import open_records, read_record
from commonplace.records.record import Field, Record, WholeRecord
from commonplace.works import work_key

FILE = Path(__file__).resolve().parents[2] / "shared/bench/gpo-full-99902.mrc.gz"
RECORDS = 20_000
ROUNDS = 3


def records(count: int) -> list[Record]:
    """So many records of the file, their fields taken apart, so that only mapping is measured."""
    found: list[Record] = []
    with open_records(FILE) as frames:
        for frame in frames:
            record, _ = read_record(frame)
            if record is not None:
                found.append(WholeRecord(record.leader, list(record.fields())))
            if len(found) == count:
                break
    return found


def microseconds(do: Callable[[Record], object], given: Sequence[Record]) -> float:
    """Processor time for one record, in microseconds."""
    begin = time.process_time()
    for record in given:
        do(record)
    return (time.process_time() - begin) / len(given) * 1e6


def same(given: Iterable[Record]) -> bool:
    """Whether the tables and the code by hand gather the same."""
    plain = (each for each in given if not any(each.fields({"880"})))
    return all(_all_of(PLAN.gather(each)) == _all_of(gathered_by_hand(each)) for each in plain)


def _all_of(gathered: Gathered) -> tuple[dict[str, list[str]], dict[str, list[Any]]]:
    texts = {name: found for name, found in gathered.texts.items() if found}
    return texts, {name: found for name, found in gathered.values.items() if found}


def _fields(record: Record) -> list[Field]:
    return list(record.fields(PLAN.tags))


def main(count: int = RECORDS) -> None:
    """Measure and print."""
    given = records(count)
    if not same(given[:2_000]):
        sys.exit("tables and code by hand do not gather the same: nothing to compare")
    gc.collect()
    gc.freeze()
    measured = {
        "describe, first time": [microseconds(describe, given)],
        "describe": [microseconds(describe, given) for _ in range(ROUNDS)],
        "taking the fields": [microseconds(_fields, given) for _ in range(ROUNDS)],
        "gathering by tables": [microseconds(PLAN.gather, given) for _ in range(ROUNDS)],
        "gathering by hand": [microseconds(gathered_by_hand, given) for _ in range(ROUNDS)],
    }
    keys = [describe(record).description for record in given[:2_000]]
    for name, times in measured.items():
        print(f"{name:24}{min(times):8.1f} µs")
    begin = time.process_time()
    for description in keys:
        work_key(description)
    print(f"{'work key':24}{(time.process_time() - begin) / len(keys) * 1e6:8.1f} µs")
    tables, hand = min(measured["gathering by tables"]), min(measured["gathering by hand"])
    print(f"tables cost {tables / hand:.2f} times the code by hand, over {len(given):,} records")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
