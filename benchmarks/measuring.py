"""The whole measurement in order, and the page it makes."""

import gzip
import os
import platform
import shutil
from pathlib import Path

from benchmarks import (
    both_engines,
    hostile,
    loading,
    pages,
    peers,
    relevance,
    searching,
    stages,
    staying_current,
)
from benchmarks.tables import table

HEAD = """\
# Benchmarks

Written by `make bench`. All figures are of one run on one machine, peers included; the machine is
shared and noisy, so compare the ratios, not the seconds.

{machine}
"""


def measure(file: Path, folder: Path) -> str:
    """The page of figures for this file of records; ``folder`` may be filled at will."""
    plain = folder / "records.mrc"
    with gzip.open(file) as packed, plain.open("wb") as unpacked:
        shutil.copyfileobj(packed, unpacked)
    sections = [HEAD.format(machine=_machine()), f"File: `{file.name}`\n"]
    sections.append("## Each stage alone, one process\n\n" + table(*stages.measure(plain)))
    sections.append("## Loading, end to end, and peers\n\n" + table(*loading.measure(file)))
    sections.append(table(*peers.measure(plain, folder)))
    sections.append("## Searching\n\n" + table(*searching.measure()))
    sections.append("## Pages, server time\n\n" + table(*pages.measure()))
    sections.append("## Queries made to cost much\n\n" + hostile.measure())
    sections.append("## Staying current\n\n" + staying_current.measure(folder))
    sections.append("## Two engines, the same titles\n\n" + both_engines.measure(file, folder))
    sections.append("## What peers expect of a search\n\n" + relevance.measure())
    return "\n".join(sections)


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    python = platform.python_version()
    return f"{os.cpu_count()} cores, {memory} GiB, {platform.system()}, Python {python}."
