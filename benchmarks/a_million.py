"""``make bench-million``: a library of a million titles on this machine, asked by readers.

    python -m benchmarks.a_million [--home HOME] [--out PAGE]

Every bulk file there is, loaded by the command, and some of them once more as another source's. A
home that is given and has titles is asked as it is. The same is then asked of OpenSearch, where it
can be fetched: two nodes on this machine, so its figures are what it costs, not what it could do.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import django

from benchmarks.tables import table
from tests.opensearch.starting import FOR_SPEED, CannotBeFetched, fetched, running_cluster

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
PAGE = ROOT / "docs" / "reference" / "a-million-titles.md"
FULL, BRIEF, RENEWALS = (
    BENCH / f"{name}.mrc.gz" for name in ("gpo-full-99902", "gpo-brief-186917", "renewals-434531")
)
SOURCES = {"library": (FULL, BRIEF, RENEWALS), "elsewhere": (FULL, BRIEF)}
_SET_ASIDE = 3
_HEAD = """\
# A million titles

Written by `make bench-million`: every bulk file beside the project, loaded by the command, two of
them once more as another source's. All figures are of one run on one machine of {cores} cores, and
the readers share them with the library; compare the ratios rather than the seconds.
"""


def main() -> int:
    """Load, ask, and write the page."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--home", type=Path)
    asked.add_argument("--out", type=Path, default=PAGE)
    asked.add_argument("--ask-only", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "commonplace.config.settings"
    if given.ask_only:
        print(_asked_here())
        return 0
    if not all(file.exists() for files in SOURCES.values() for file in files):
        sys.stderr.write(f"{BENCH} lacks files: there is nothing to measure with.\n")
        return 1
    with tempfile.TemporaryDirectory(prefix="commonplace-million-") as folder:
        os.environ["COMMONPLACE_HOME"] = str(given.home or Path(folder) / "home")
        text = "\n".join(_sections(Path(os.environ["COMMONPLACE_HOME"])))
    given.out.write_text(text, encoding="utf-8")
    print(text)
    return 0


def _sections(home: Path) -> Iterator[str]:
    yield _HEAD.format(cores=os.cpu_count())
    if not (home / "index" / "CURRENT").exists():
        yield "## Loading\n\n" + table(["source", "records", "seconds", "records/s"], _loaded())
    yield "## With tantivy\n\n" + _reindexed("tantivy") + _asked()
    try:
        libraries = fetched()
    except CannotBeFetched as error:
        yield f"## With OpenSearch\n\nNot measured: it could not be fetched ({error}).\n"
        return
    with running_cluster(libraries, FOR_SPEED) as address, _in_cluster(f"{address}/million"):
        filled = _reindexed("opensearch")
        yield "## With OpenSearch\n\n" + filled + _asked()
    _reindexed("tantivy")


def _loaded() -> list[list[str]]:
    rows = []
    for source, files in SOURCES.items():
        report = json.loads(_command("load", "--source", source, "--json", *map(str, files)))
        read, seconds, each = (report[n] for n in ("read", "seconds", "records_per_second"))
        rows.append([source, f"{read:,}", f"{seconds:,.0f}", f"{each:,.0f}"])
    return rows


def _reindexed(engine: str) -> str:
    began = time.monotonic()
    _command("reindex", "--engine", engine)
    return f"Its index was built again from the rows in {time.monotonic() - began:,.0f} s.\n\n"


def _command(*words: str) -> str:
    """The last line a command prints."""
    command = [sys.executable, "-m", "commonplace.config.command", *words]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode not in {0, _SET_ASIDE}:
        raise RuntimeError(f"commonplace {' '.join(words)}: {done.stderr}")
    return (done.stdout.splitlines() or [""])[-1]


def _asked() -> str:
    """What a process of its own measures, because a process speaks of one home and one engine."""
    command = [sys.executable, "-m", "benchmarks.a_million", "--ask-only"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _asked_here() -> str:
    django.setup()
    from benchmarks import pages, readers, searching
    from commonplace.catalogue.queries import count_titles, newest_titles

    titles = f"{count_titles():,} titles.\n"
    latencies = [table(*searching.measure()), table(*pages.measure())]
    shown = [row.title_id for row in newest_titles(2_000)]
    served = readers.measure(searching.sampled_queries(1_000, 0), shown)
    return "\n".join([titles, *latencies, served])


@contextlib.contextmanager
def _in_cluster(address: str) -> Iterator[None]:
    os.environ["COMMONPLACE_OPENSEARCH_URL"] = address
    yield
    del os.environ["COMMONPLACE_OPENSEARCH_URL"]


if __name__ == "__main__":
    sys.exit(main())
