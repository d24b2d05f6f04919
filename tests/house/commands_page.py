"""``docs/reference/commands.md``, made from what each command says of itself."""

import typer
from typer.testing import CliRunner

from commonplace.cli.app import app
from tests.house.reading import DOCS

PAGE = DOCS / "reference" / "commands.md"

_HEAD = """\
# Commands

What `commonplace` and each of its commands print for `--help`. This page is generated; after a
change run `.venv/bin/python -m tests.house.write_commands_page`.

`--home DIR` may stand anywhere on the line. Every command ends with 0 when it did what was asked, 1
when it could not, 2 when the command line itself is wrong, and 3 when it did but set records aside.
With `--json` the last line of standard output is one JSON object.
"""


def commands() -> dict[str, typer.core.TyperCommand]:
    """Every command by its name; one of a group has the group's name before its own."""
    found: dict[str, typer.core.TyperCommand] = {}
    for name, each in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]  # the app is a group
        found[name] = each
        found |= {f"{name} {part}": one for part, one in getattr(each, "commands", {}).items()}
    return found


def commands_page() -> str:
    """The whole page as it should be."""
    parts = [_HEAD, _help()]
    for name in commands():
        parts += [f"\n## {name}\n", _help(*name.split())]
    return "\n".join(parts)


def _help(*names: str) -> str:
    answer = CliRunner().invoke(
        app, [*names, "--help"], prog_name="commonplace", terminal_width=80, color=False
    )
    text = "\n".join(line.rstrip() for line in answer.stdout.strip().splitlines())
    return f"```text\n{text}\n```\n"
