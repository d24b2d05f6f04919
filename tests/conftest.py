"""What every test may ask for: the shared records, and a library's home on either database.

Tests that touch a database ask for ``home``; they run once on SQLite and once on a real PostgreSQL
that this run starts for itself on a private port.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("COMMONPLACE_HOME", tempfile.mkdtemp(prefix="commonplace-unused-home-"))
os.environ["DJANGO_SETTINGS_MODULE"] = "commonplace.config.settings"

import django
from django.conf import settings as django_settings
from django.db import connections
from hypothesis import settings as hypothesis_settings

django.setup()

from commonplace.config.home import Home
from commonplace.config.stores import databases
from commonplace.ingest.preparing import prepare_stores
from commonplace.policy import read_library
from commonplace.search.engines import patience
from tests.opensearch.starting import CannotBeFetched, fetched, running_cluster

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
IN_CI = os.environ.get("CI") == "true"

hypothesis_settings.register_profile("default", max_examples=60, deadline=None)
hypothesis_settings.register_profile("fuzz", max_examples=5_000, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


# The tests look at answers, not at the clock, and may share a machine with anything.
patience.BUDGET = 60.0


def missing(what: str) -> None:
    """Say loudly that a check cannot run here: a skip on a desk, a failure in CI."""
    if IN_CI:
        pytest.fail(f"{what} is missing, and CI may not skip this check")
    pytest.skip(f"{what} is missing: THIS CHECK DID NOT RUN")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real records and vectors beside the project."""
    if not SHARED.is_dir():
        pytest.skip("../shared (real records) is missing: THIS CHECK DID NOT RUN")
    return SHARED


@pytest.fixture(scope="session")
def yaz_marcdump() -> str:
    """The program that counts records for us."""
    found = shutil.which("yaz-marcdump")
    if not found:
        missing("yaz-marcdump")
    return str(found)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server of this run's own; ended with it."""
    binaries = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not binaries:
        missing("PostgreSQL")
    folder = Path(tempfile.mkdtemp(prefix="commonplace-postgresql-"))
    port = _free_port()
    as_owner = _owner_of(folder)
    data = folder / "data"
    run = [*as_owner, str(binaries[-1] / "initdb"), "-D", str(data), "-U", "commonplace"]
    subprocess.run(
        [*run, "-A", "trust", "-E", "UTF8", "--locale=C"], check=True, capture_output=True
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
    control = [*as_owner, str(binaries[-1] / "pg_ctl"), "-D", str(data), "-w"]
    _run([*control, "-o", options, "-l", str(folder / "log"), "start"])
    yield f"postgresql://commonplace@127.0.0.1:{port}"
    for connection in connections.all():
        connection.close()
    _run([*control, "-m", "immediate", "stop"])
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def opensearch() -> Iterator[str]:
    """The address of a cluster of two nodes, of this run's own; started when first asked for."""
    for program in ("java", "mvn"):
        if not shutil.which(program):
            missing(program)
    try:
        libraries = fetched()
    except CannotBeFetched as error:
        pytest.skip(f"no OpenSearch could be fetched: THIS CHECK DID NOT RUN: {error}")
    with running_cluster(libraries) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def home(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Home]:
    """A library's home, prepared and empty, on SQLite and again on PostgreSQL."""
    if request.param == "postgresql":
        server = request.getfixturevalue("postgresql")
        name = f"library_{os.urandom(6).hex()}"
        _make_database(server, name)
        monkeypatch.setenv("COMMONPLACE_DATABASE_URL", f"{server}/{name}")
    yield from _opened(tmp_path / "home", monkeypatch)


@pytest.fixture
def sqlite_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A library's home on SQLite alone, for what does not depend on the database."""
    yield from _opened(tmp_path / "home", monkeypatch)


def _opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    home = Home(folder)
    monkeypatch.setenv("COMMONPLACE_HOME", str(folder))
    home.prepare()
    point_at(home)
    prepare_stores()
    yield home
    for connection in connections.all():
        connection.close()


def point_at(home: Home) -> None:
    """Let Django's settings and connections speak of this home."""
    django_settings.HOME = home
    django_settings.LIBRARY = read_library(home.library_toml)
    for alias, values in connections.configure_settings(databases(home)).items():
        connections[alias].close()
        del connections[alias]
        connections.settings[alias] = values


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _owner_of(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: its folder then belongs to the user of its package."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _make_database(server: str, name: str) -> None:
    import psycopg  # noqa: PLC0415 -- only needed where PostgreSQL runs

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
