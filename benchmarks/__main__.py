"""``make bench``: loads real records, times every stage, searches, and writes the table.

python -m benchmarks [FILE] [--out docs/reference/benchmarks.md]
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
RECORDS = ROOT.parent / "shared" / "bench" / "gpo-full-99902.mrc.gz"
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"


def main() -> int:
    """Measure and write. Nothing here passes or fails: a person compares the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("file", type=Path, nargs="?", default=RECORDS)
    asked.add_argument("--out", type=Path, default=PAGE)
    given = asked.parse_args()
    if not given.file.exists():
        sys.stderr.write(f"{given.file} is missing: there is nothing to measure with.\n")
        return 1
    folder = Path(tempfile.mkdtemp(prefix="commonplace-bench-"))
    os.environ["COMMONPLACE_HOME"] = str(folder / "home")
    os.environ["DJANGO_SETTINGS_MODULE"] = "commonplace.config.settings"
    try:
        django.setup()
        from benchmarks.measuring import measure

        text = measure(given.file, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    given.out.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
