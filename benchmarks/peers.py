"""What peers make of the same file in the same run."""

import shutil
import subprocess
import time
from pathlib import Path

from pymarc import MARCReader

_ZEBRA = """\
profilePath: /usr/share/idzebra-2.0/tab
attset: bib1.att
recordType: grs.marc.usmarc
register: {folder}/register:8G
lockDir: {folder}/lock
memMax: 512
"""


def measure(plain: Path, folder: Path) -> tuple[list[str], list[list[str]]]:
    """Records a second of each peer; one that is not installed says so."""
    count = _count(plain)
    timings = (
        ("yaz-marcdump: reading only (C)", _yaz(plain)),
        ("pymarc: reading only", _pymarc(plain)),
        ("zebraidx: reading and indexing (C, Koha's engine)", _zebra(plain, folder)),
    )
    return ["peer", "seconds", "records/s"], [
        [name, f"{seconds:.1f}", f"{count / seconds:,.0f}"] if seconds else [name, "not here", ""]
        for name, seconds in timings
    ]


def _count(plain: Path) -> int:
    return plain.read_bytes().count(b"\x1d")


def _yaz(plain: Path) -> float:
    if not shutil.which("yaz-marcdump"):
        return 0.0
    return _timed(["yaz-marcdump", "-n", str(plain)])


def _pymarc(plain: Path) -> float:
    began = time.perf_counter()
    with plain.open("rb") as file:
        for _ in MARCReader(file):
            pass
    return time.perf_counter() - began


def _zebra(plain: Path, folder: Path) -> float:
    program = shutil.which("zebraidx") or shutil.which("zebraidx-2.0")
    if not program:
        return 0.0
    for each in ("register", "lock"):
        (folder / each).mkdir(exist_ok=True)
    settings = folder / "zebra.cfg"
    modules = next(Path("/usr/lib").glob("*/idzebra-2.0/modules"), None)
    module_path = f"modulePath: {modules}\n" if modules else ""
    settings.write_text(_ZEBRA.format(folder=folder) + module_path, encoding="ascii")
    _timed([program, "-c", str(settings), "init"])
    return _timed([program, "-c", str(settings), "update", str(plain)])


def _timed(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began
