"""``commonplace golden add``, ``remove`` and ``list``."""

from typing import Annotated

import typer

from commonplace.cli.golden.running import AsJson, say_golden
from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, say, say_json


def add(
    query: Annotated[str, typer.Argument(help="The search, as a reader types it.")],
    title_id: Annotated[
        str, typer.Argument(help="What is to be found: an id, or a page's address.")
    ],
    within: Annotated[int, typer.Option(min=1, max=100, help="At this place, or above.")] = 1,
    field: Annotated[str, typer.Option(help="The field chosen beside the box.")] = "anywhere",
    filters: Annotated[
        list[str] | None, typer.Option("--filter", help="name=value; not.name=value leaves out.")
    ] = None,
    note: Annotated[str, typer.Option(help="Why it is kept, for colleagues.")] = "",
    as_json: AsJson = False,
) -> None:
    """Keep a golden query; kept already, it is to find this title as well.

    Any edition of the title's work is right. It is run at once. search shows ids of titles; the
    address of a title's or a work's page is as good.

    Example: commonplace golden add "last train home" 6x7n2rfmz5jea --within 3
    """
    open_library()
    from commonplace.catalogue.golden.keeping import GoldenRefused, Wanted, keep
    from commonplace.catalogue.golden.queries import golden
    from commonplace.catalogue.golden.values import Search
    from commonplace.catalogue.grouping.deciding import By
    from commonplace.discovery.golden.running import run_one
    from commonplace.discovery.golden.telling import golden_as_json

    search = Search(query, field, _pairs(field, filters or []))
    try:
        number = keep(search, Wanted(title_id, within), by=By("", ""), note=note)
    except GoldenRefused as refused:
        raise CommandError(f"Not kept: {refused.why.value}.") from refused
    run_one(number)
    kept = golden(number)
    if as_json:
        say_json({"golden": golden_as_json(kept) if kept else None})
    elif kept:
        say_golden([kept])


def remove(
    number: Annotated[int, typer.Argument(help="Its number, as golden and golden list show it.")],
    as_json: AsJson = False,
) -> None:
    """Keep a golden query no longer.

    Example: commonplace golden remove 7
    """
    open_library()
    from commonplace.catalogue.golden.keeping import let_go

    if not let_go(number):
        raise CommandError(f"There is no golden query {number}; golden list shows their numbers.")
    if as_json:
        say_json({"removed": number})
    else:
        say(f"Golden query {number} is kept no longer.")


def show_all(as_json: AsJson = False) -> None:
    """The golden queries as they stood when they were last run.

    Example: commonplace golden list
    """
    open_library()
    from commonplace.catalogue.golden.queries import all_golden
    from commonplace.discovery.golden.telling import golden_as_json

    every = all_golden()
    if as_json:
        say_json({"golden": [golden_as_json(each) for each in every]})
        return
    say_golden(every)
    if not every:
        say("There are no golden queries yet. Keep one: commonplace golden add QUERY ID")


def _pairs(field: str, filters: list[str]) -> tuple[tuple[str, str], ...]:
    """Filters as pairs, checked. Raises ``CommandError``."""
    from commonplace.discovery.asking import BadFilter, filters_from
    from commonplace.search.fields import field_named

    if field_named(field) is None:
        raise CommandError(f"There is no field “{field}”.", 2)
    pairs = tuple((name, value) for name, _, value in (each.partition("=") for each in filters))
    try:
        filters_from(pairs)
    except BadFilter as error:
        raise CommandError(str(error), 2) from error
    return pairs
