"""A small library, loaded once for all tests of pages, and a browser for those that need eyes."""

import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import Client

from commonplace.catalogue.corrections.models import Report, ReportAnswer
from commonplace.config.home import Home
from commonplace.ingest.loading import LoadOptions, load
from commonplace.ingest.preparing import prepare_stores
from commonplace.web.reporting import form
from tests.conftest import missing, point_at
from tests.pages.small_library import (
    TOML,
    address,
    the_crowded_file,
    the_endless_file,
    the_file,
    the_many_editions,
    the_withdrawals,
)
from tests.pages.voices import let_readers_speak

PLAIN = (
    "/",
    "/search",
    "/search?q=last+train+home",
    "/search?q=nothing+has+this",
    "/search?available=now&format=book&year=1900-2030&not.subject=None&sort=title",
    "/new",
    "/children",
    "/branches",
    "/branch/CEN",
    "/branch/MIL",
    "/help",
    "/receipt",
)
TITLES = ("film", "book", "hostile", "arabic", "crowded", "bare", "long", "endless", "wide")


@pytest.fixture(scope="session")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """The library's home, on SQLite, loaded."""
    folder = tmp_path_factory.mktemp("small-library")
    home = Home(folder / "home")
    home.path.mkdir()
    home.library_toml.write_text(TOML, encoding="utf-8")
    home.prepare()
    point_at(home)
    prepare_stores()
    for name, content in (
        ("all.mrc", the_file()),
        ("crowded.json", the_crowded_file()),
        ("endless.json", the_endless_file()),
        ("editions.mrc", the_many_editions()),
        ("gone.mrc", the_withdrawals()),
    ):
        (folder / name).write_bytes(content)
        load([str(folder / name)], LoadOptions(workers=0), lambda _name, _read: None)
    let_readers_speak(folder)
    yield home
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def client(small_library: Home, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Somebody looking at the small library."""
    monkeypatch.delenv("COMMONPLACE_DATABASE_URL", raising=False)
    monkeypatch.setenv("COMMONPLACE_HOME", str(small_library.path))
    point_at(small_library)
    return Client(SERVER_NAME="localhost", raise_request_exception=False)


@pytest.fixture
def addresses(client: Client) -> tuple[str, ...]:
    """Every kind of page there is, at least once."""
    film = client.get(f"{address('film')}.json").json()
    heading = film["headings"][0]["address"]
    works = [
        f"/work/{client.get(f'{address(number)}.json').json()['work_id']}"
        for number in ("film", "wide", "hostile", "book")
    ]
    works += [f"{each}/comments" for each in works]
    titles = [address(number) for number in TITLES]
    of_title = [f"{each}{tail}" for each in titles for tail in ("", "/copies", "/record", "/wrong")]
    shelf = f"/shelf?at={film['title_id']}"
    name = film["contributors"][0]["address"]
    wrong = ("/nowhere", f"/title/{'a' * 13}", address("n40"))
    return (*PLAIN, *of_title, heading, name, *works, shelf, *wrong)


@pytest.fixture
def no_reports(client: Client) -> Iterator[None]:
    """The small library without a report, before and after."""
    assert client
    _forget_reports()
    yield
    _forget_reports()


def _forget_reports() -> None:
    ReportAnswer.objects.all().delete()
    Report.objects.all().delete()


@pytest.fixture
def read_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms are sent a while after they were made."""
    made = time.time()
    monkeypatch.setattr(form.time, "time", lambda: made)  # type: ignore[attr-defined]  # a clock
    monkeypatch.setattr(form, "QUICKEST", 0)


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_said: Any) -> None:
        """Say nothing."""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@pytest.fixture
def site(client: Client) -> Iterator[str]:
    """The small library served for a browser; the address of its root."""
    assert client is not None
    server = make_server("127.0.0.1", 0, get_wsgi_application(), _Server, _Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def browser() -> Iterator[Any]:
    """The system's Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        missing("Chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- only where a browser is

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])


def visible_text(html: str) -> str:
    """What a page says, without its markup, blanks made one."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def twin_of(path: str) -> str:
    """The address of a page's JSON."""
    bare, mark, query = path.partition("?")
    return f"{'/index' if bare == '/' else bare}.json{mark}{query}"


VENDOR = Path(__file__).parent / "vendor"
