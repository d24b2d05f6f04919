"""Writes the demonstration library as one file of MARC 21 records: demo/build.py OUT.mrc."""

import argparse
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

from commonplace.ingest.demonstration import build, read_table, where


def main() -> None:
    """Build, write, and say what is in it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("out", type=Path)
    asked.add_argument("--today", type=date.fromisoformat, default=datetime.now(UTC).date())
    asked.add_argument("--titles", type=Path, default=where() / "titles")
    given = asked.parse_args()
    records = list(build(given.titles, given.today))
    given.out.write_bytes(b"".join(records))
    formats = Counter(entry.format for entry in read_table(given.titles))
    print(f"{len(records)} titles: {', '.join(f'{n} {name}' for name, n in formats.most_common())}")


if __name__ == "__main__":
    main()
