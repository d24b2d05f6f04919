"""What staff decided, exported as JSON lines: it reads back as it was made."""

import json
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from commonplace.bibliography import title_id_of, work_id_of
from commonplace.catalogue.corrections.overrides import Asked, override
from commonplace.catalogue.grouping.deciding import By, join, split, undo
from commonplace.catalogue.grouping.queries import every_decision, works_of_titles
from commonplace.cli.app import app
from commonplace.config.home import Home
from commonplace.ingest.loading import LoadOptions, load
from commonplace.web.staff.door import Staff
from tests.making import marc, record

ADA, BO = By("1", "Ada"), By("2", "Bo")
HOSTILE = '"}\u2028{"kind": "join"} \\ ' + "\u00e9"


def exported(*arguments: str) -> list[dict[str, object]]:
    """What the command writes, read back."""
    done = CliRunner().invoke(app, ["export", "decisions", *arguments])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def title(number: str) -> str:
    """The title id of this record."""
    return title_id_of("library", number)


def work(number: str) -> str:
    """The work this record's title is in."""
    return works_of_titles([title(number)])[title(number)]


@pytest.mark.usefixtures("home")
def test_decisions_and_corrections_are_exported_and_read_back(tmp_path: Path) -> None:
    assert exported() == []
    books = [record(each, each.title(), creator="Doe, Jo") for each in ("emma", "dune", "ulysses")]
    path = tmp_path / "books.mrc"
    path.write_bytes(marc(*books))
    load([str(path)], LoadOptions(workers=0), lambda *_: None)
    joined = join([work("emma"), work("dune")], by=ADA, reason=HOSTILE)
    apart = split(work("emma"), [title("dune")], by=ADA, reason="Two")
    undo(joined.own_id, by=BO, reason="Not so")
    asked = Asked(title("emma"), "edition", "2nd edition", "", "It is printed there")
    override(asked, by=Staff("1", "Ada"))
    first, second, third = exported()
    assert (first["kind"], second["kind"], third["kind"]) == ("join", "split", "override")
    assert (first["decision"], second["decision"]) == (joined.own_id, apart.own_id)
    assert first["reason"] == " ".join(HOSTILE.split())
    assert (first["undone_by_name"], first["undone_reason"]) == ("Bo", "Not so")
    assert second["undone"] is None
    assert second["titles"] == [
        {"title_id": title("dune"), "source": "library", "control_number": "dune"}
    ]
    for kept, line in zip(every_decision(), (first, second), strict=True):
        for name, ids in (("keys", kept.keys), ("rest", kept.rest)):
            told = line[name]
            assert isinstance(told, list)
            assert tuple(each["key_id"] for each in told) == ids
            assert all(work_id_of(each["key"]) == each["key_id"] for each in told)
        assert line["made"] == kept.made.isoformat()


def test_a_file_is_written_whole_or_not_at_all_and_for_its_owner_alone(
    sqlite_home: Home, tmp_path: Path
) -> None:
    assert sqlite_home
    file = tmp_path / "decisions.jsonl"
    file.write_text("old", encoding="utf-8")
    assert exported(str(file)) == []
    assert file.read_bytes() == b""
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    done = CliRunner().invoke(app, ["export", "decisions", str(tmp_path / "no" / "where")])
    assert done.exit_code != 0
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
