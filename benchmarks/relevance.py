"""What peers expect of a search, judged on a home with everything there is beside the project.

python -m benchmarks.relevance prints the report as the page of benchmarks has it.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from commonplace.catalogue.queries import TitleRow

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
_EVERYTHING = "the demonstration library and every MARC file of `../shared/data`"
_PAIRS = "pairs of searches that must find as many, fewer or more, where both sides find something"
SAMPLE, TITLES, OF_OTHER_SCRIPTS = 20261123, 1_000, 300
_TYPED = "{titles:,} titles by chance and {more} in other scripts, typed whole and found first"
_CHECKS = "first pages of a public library's searches whose answer is here"


def main() -> None:
    """Fill a home, judge, and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "commonplace.config.settings"
    with tempfile.TemporaryDirectory(prefix="commonplace-bench-") as folder:
        os.environ["COMMONPLACE_HOME"] = str(Path(folder) / "home")
        django.setup()
        print("\n".join(report(Path(folder))))


def measure() -> str:
    """The report, made by a process of its own, because a process speaks of one home."""
    if not (SHARED / "data").is_dir():
        return f"{SHARED.name}/data is missing: this was not judged.\n"
    command = [sys.executable, "-m", "benchmarks.relevance"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def report(folder: Path) -> list[str]:
    """The lines of the report."""
    from tests.relevance.everything import home_with_everything
    from tests.relevance.expecting import judge_checks, judge_pairs
    from tests.relevance.typed_whole import judged, lines_of, sampled

    vectors = json.loads((SHARED / "vectors" / "relevance.json").read_text(encoding="utf-8"))
    lines: list[str] = []
    for loaded in home_with_everything(folder, SHARED):
        pairs = judge_pairs(vectors["stanford_equivalence"])
        checks = judge_checks(vectors["nypl_public"], all_titles())
        titles = loaded.counts.kinds["loaded"]
        lines.append(f"{titles:,} titles: {_EVERYTHING}.\n")
        lines.append(f"- {_PAIRS}: **{pairs}**;")
        lines.append(f"- {_CHECKS}: **{checks}**.\n")
        rates = judged(sampled(SAMPLE, TITLES, OF_OTHER_SCRIPTS))
        missed = [f"{name}: {line}" for name, rate in rates.items() for line in rate.missed]
        lines += _listed(_TYPED.format(titles=TITLES, more=OF_OTHER_SCRIPTS), [*lines_of(rates)])
        lines += _listed("Titles typed whole that are not first", missed)
        lines += _listed("Pairs that do not hold", pairs.missed)
        lines += _listed("First pages that are not as expected", checks.missed)
        lines += _listed("First pages that are as expected", checks.met)
    return lines


def all_titles() -> "Sequence[TitleRow]":
    """Every title of the home in use."""
    from commonplace.catalogue.queries import id_ranges, titles_in_range

    return [row for span in id_ranges(5_000) for row in titles_in_range(*span)]


def _listed(head: str, lines: Sequence[str]) -> list[str]:
    return [f"{head}:\n", *(f"- `{line}`" for line in lines), ""] if lines else []


if __name__ == "__main__":
    main()
