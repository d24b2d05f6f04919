"""``commonplace golden``: run them now, as after every load, and show how each stands."""

from typing import TYPE_CHECKING, Annotated

import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, say, say_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commonplace.catalogue.golden.values import Expected, Golden

app = typer.Typer(invoke_without_command=True)

AsJson = Annotated[bool, typer.Option("--json", help="End with one JSON object.")]

NOT_HOLDING = 1
LONGEST_SHOWN = 40
_STATES = {
    "missing": "not found",
    "lower": "too low",
    "gone": "title gone",
    "new": "not run",
    "holds": "holds",
}


@app.callback(invoke_without_command=True)
def golden(context: typer.Context, as_json: AsJson = False) -> None:
    """Searches whose answer the staff know: run them now and show what moved.

    They run by themselves after every load and reindex. Ends with 1 when one does not find what it
    is to find where it is to find it.

    Example: commonplace golden --json
    """
    if context.invoked_subcommand is not None:
        return
    open_library()
    from commonplace.catalogue.golden.models import Cause
    from commonplace.discovery.golden.running import run_golden
    from commonplace.discovery.golden.telling import golden_as_json

    ran = run_golden(Cause.COMMAND)
    if as_json:
        say_json(ran.as_json() | {"golden": [golden_as_json(each) for each in ran.golden]})
    else:
        say_golden(ran.golden)
        say(ran.sentence)
    if ran.trouble:
        raise CommandError(ran.sentence)
    if not ran.all_hold:
        raise typer.Exit(NOT_HOLDING)


def say_golden(every: "Sequence[Golden]") -> None:
    """A line for each title that these are to find; and what is found first instead of it."""
    from commonplace.catalogue.queries import titles_by_id

    named = [each.title_id for one in every for each in one.expected]
    rows = titles_by_id([*named, *(title_id for one in every for title_id in one.first[:1])])
    names = {title_id: row.description.full_title for title_id, row in rows.items()}
    for one in every:
        for each in one.expected:
            name = _short(names.get(each.title_id, each.title_id))
            state = _STATES[each.state.value]
            say(f"{one.number:>5}  {state:<10}  {_where(each):<28}  {_said(one)} → {name}")
        if one.first and not one.holds:
            say(f"{'':>19}first is {_short(names.get(one.first[0], one.first[0]))}")


def _where(each: "Expected") -> str:
    from commonplace.discovery.golden.telling import place_of

    moved = f", was {place_of(each.place_before)}" if each.place_before is not None else ""
    return f"{place_of(each.place)}, wanted {each.within}{moved}"


def _said(one: "Golden") -> str:
    filters = [f"{name}={value}" for name, value in one.search.filters]
    field = f"{one.search.field}:" if one.search.field != "anywhere" else ""
    return " ".join([f"{field}{_short(one.search.text)}", *filters])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
