"""``commonplace check``: is everything in order, and if not, where and what to do."""

from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, say, say_json


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and a sentence."""

    what: str
    is_well: bool
    sentence: str


def check(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Look at settings, databases, index and permissions; say what is wrong and what to do.

    Example: commonplace check
    """
    findings = _findings()
    if as_json:
        say_json(
            {"is_well": all(f.is_well for f in findings), "findings": list(map(asdict, findings))}
        )
    else:
        for each in findings:
            say(f"{'well ' if each.is_well else 'WRONG'}  {each.what}: {each.sentence}")
    if not all(each.is_well for each in findings):
        raise typer.Exit(1)


def _findings() -> list[Finding]:
    try:
        library = open_library()
    except CommandError as error:
        return [Finding("the library", is_well=False, sentence=str(error))]
    branches = len(library.branches)
    said = f"{library.name}, {branches} branches" if branches else "no branch is named yet"
    return [Finding("library.toml", is_well=True, sentence=said), _stores(), _index()]


def _stores() -> Finding:
    from commonplace.catalogue.queries import count_records, count_titles
    from commonplace.ingest.preparing import is_outdated

    if is_outdated():
        sentence = "the rows were built by another version; run: commonplace reindex --rows"
        return Finding("the stores", is_well=False, sentence=sentence)
    titles, records = count_titles(), count_records()
    if records and not titles:
        sentence = f"no titles but {records:,} records; run: commonplace reindex --rows"
        return Finding("the stores", is_well=False, sentence=sentence)
    return Finding("the stores", is_well=True, sentence=f"{titles:,} titles, {records:,} records")


def _index() -> Finding:
    from commonplace.discovery.indexes import serving_engine
    from commonplace.search.engines.errors import EngineError

    try:
        engine = serving_engine()
    except EngineError as error:
        return Finding("the index", is_well=False, sentence=str(error))
    if engine is None:
        sentence = "there is none yet; load records, or run: commonplace reindex"
        return Finding("the index", is_well=False, sentence=sentence)
    health = engine.health()
    sentence = health.sentence or f"{health.titles:,} titles"
    return Finding("the index", is_well=health.is_well, sentence=sentence)
