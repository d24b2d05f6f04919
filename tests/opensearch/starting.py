"""Fetching the cluster, once for this copy of the project, and running it for one run of the tests.

Both nodes live in one Java process with a small heap. It listens on the loopback alone, ends with
the run, and is ended by the system should the run be cut off.
"""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from commonplace.search.engines.errors import EngineError
from commonplace.search.engines.opensearch.address import cluster_address
from commonplace.search.engines.opensearch.cluster import Cluster

HERE = Path(__file__).resolve().parent
KEPT = HERE.parent.parent / ".opensearch"
NODES = 2
_FETCHING = 600
_STARTING = 180
_PORT = re.compile(r"HTTP Port:\s+(\d+)")
_RUNNER = "org.codelibs.opensearch.runner.OpenSearchRunner"
# A full disk is no reason to skip a test.
_SETTINGS = """\
network.host: 127.0.0.1
cluster.routing.allocation.disk.threshold_enabled: false
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a cluster is started for: options of Java, and settings of its nodes."""

    java: tuple[str, ...]
    settings: str = ""


# Chunks must be turned away for the tests to see what comes of it.
FOR_TESTS = Kind(
    ("-Xms384m", "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
    "indexing_pressure.memory.limit: 2mb\n",
)
FOR_SPEED = Kind(("-Xms2g", "-Xmx2g"))


class CannotBeFetched(Exception):
    """What the cluster is made of is not here and cannot be fetched."""


class DidNotStart(Exception):
    """The cluster was started and did not come up; the message ends with what it said last."""


def fetched() -> Path:
    """The folder of the cluster's Java libraries. Raises ``CannotBeFetched``."""
    pom = HERE / "pom.xml"
    folder = KEPT / hashlib.sha256(pom.read_bytes()).hexdigest()[:12]
    if folder.is_dir():
        return folder
    fresh = folder.with_suffix(f".{os.getpid()}")
    copying = ["dependency:copy-dependencies", f"-DoutputDirectory={fresh}"]
    command = ["mvn", "-q", "-B", "-f", str(pom), *copying]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_FETCHING, text=True)
    except (OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(fresh, ignore_errors=True)
        said = getattr(error, "stdout", "") or str(error)
        raise CannotBeFetched(str(said).partition("[Help 1]")[0][:500]) from error
    with suppress(OSError):  # another run was quicker
        fresh.rename(folder)
    return folder


@contextmanager
def running_cluster(libraries: Path, kind: Kind = FOR_TESTS) -> Iterator[str]:
    """The address of a cluster that runs as long as the block does."""
    folder = Path(tempfile.mkdtemp(prefix="commonplace-opensearch-"))
    (folder / "config").mkdir()
    settings = _SETTINGS + kind.settings
    (folder / "config" / "opensearch.yml").write_text(settings, encoding="ascii")
    with (folder / "out").open("wb") as said:
        process = subprocess.Popen(
            _command(libraries, folder, kind.java),
            stdout=said,
            stderr=subprocess.STDOUT,
            cwd=folder,
        )
    try:
        yield _address_when_up(process, folder / "out")
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _command(libraries: Path, folder: Path, options: tuple[str, ...]) -> list[str]:
    ends_with_us = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
    asked = {
        "-basePath": str(folder),
        "-confPath": str(folder / "config"),
        "-numOfNode": str(NODES),
        "-baseHttpPort": str(9200 + os.getpid() % 80),
        "-clusterName": f"commonplace-tests-{os.getpid()}",
    }
    java = ["java", *options, f"-Djava.io.tmpdir={folder}", "-cp", f"{libraries}/*", _RUNNER]
    return [*ends_with_us, *java, *(word for pair in asked.items() for word in pair)]


def _address_when_up(process: subprocess.Popen[bytes], out: Path) -> str:
    until = time.monotonic() + _STARTING
    while process.poll() is None and time.monotonic() < until:
        ports = dict.fromkeys(_PORT.findall(out.read_text("utf-8", "replace")))
        if len(ports) == NODES:
            address = "http://" + ",".join(f"127.0.0.1:{port}" for port in ports)
            if _is_whole(address):
                return address
        time.sleep(0.2)
    raise DidNotStart(out.read_text("utf-8", "replace")[-2_000:])


def _is_whole(address: str) -> bool:
    cluster = Cluster(cluster_address(address))
    try:
        found = cluster.ask("GET", "/_cluster/health", timeout="1s")
    except EngineError:
        return False
    finally:
        cluster.close()
    return bool(found["number_of_nodes"] == NODES)
