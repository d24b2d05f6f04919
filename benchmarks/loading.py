"""Loading end to end, as a librarian would: the command, in a process of its own."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

HOME = "COMMONPLACE_HOME"


def measure(file: Path) -> tuple[list[str], list[list[str]]]:
    """Records a second, memory, and what the home weighs afterwards."""
    command = [sys.executable, "-m", "commonplace.config.command", "load", str(file), "--json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    report = json.loads(done.stdout.splitlines()[-1])
    again = subprocess.run(command, check=False, capture_output=True, text=True)
    repeated = json.loads(again.stdout.splitlines()[-1])
    home = Path(os.environ[HOME])
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    stores = {each: (home / f"{each}.sqlite3").stat().st_size for each in _STORES}
    index = sum(each.stat().st_size for each in (home / "index").rglob("*") if each.is_file())
    return ["commonplace load", "figure"], [
        ["records read", f"{report['read']:,}"],
        ["seconds, searchable at the end", f"{report['seconds']:.1f}"],
        ["**records/s, end to end**", f"**{report['records_per_second']:,.0f}**"],
        ["the same file again: records/s", f"{repeated['records_per_second']:,.0f}"],
        ["largest process, MB", f"{memory:,.0f}"],
        *([f"{name} store, MB", f"{size / 1e6:,.0f}"] for name, size in stores.items()),
        ["search index, MB", f"{index / 1e6:,.0f}"],
    ]


_STORES = ("precious", "records", "derived")
