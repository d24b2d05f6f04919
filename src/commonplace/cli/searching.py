"""``commonplace search``, ``suggest`` and ``parse``."""

from dataclasses import asdict, replace
from typing import Annotated, Any

import typer

from commonplace.bibliography import Description
from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, note, say, say_json

JSON = Annotated[bool, typer.Option("--json", help="One JSON object.")]


def search(
    query: Annotated[str, typer.Argument(help="What a reader would type.")],
    filters: Annotated[
        list[str] | None, typer.Option("--filter", help="name=value; not.name=value leaves out.")
    ] = None,
    sort: Annotated[str, typer.Option(help="relevance, title, author, newest, …")] = "relevance",
    branch: Annotated[
        str, typer.Option("--branch", help="The reader's own branch, for --sort nearest.")
    ] = "",
    page: Annotated[int, typer.Option(min=1)] = 1,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Works a page.")] = 20,
    cql: Annotated[bool, typer.Option("--cql", help="It is CQL, as other programs ask.")] = False,
    as_json: JSON = False,
) -> None:
    """Search the catalogue as readers do.

    Example: commonplace search "last train home" --filter format=dvd
    """
    open_library()
    from django.conf import settings

    from commonplace.discovery.asking import BadFilter, asked_from, known_branch
    from commonplace.discovery.searching import find
    from commonplace.search.query.cql import CqlRefused

    pairs = [each.partition("=")[::2] for each in filters or []]
    try:
        asked = asked_from(query, pairs, sort=sort, page=page, size=limit)
        asked = replace(asked, branch=known_branch(settings.LIBRARY, branch))
        answer = find(replace(asked, is_cql=True, sort=_sort_of(query, sort)) if cql else asked)
    except (BadFilter, CqlRefused) as error:
        raise CommandError(str(error), 2) from error
    _note_what_is_lacking(answer, page)
    say_json(_as_json(answer)) if as_json else _say(answer)


def _note_what_is_lacking(answer: Any, page: int) -> None:
    from commonplace.search.fields import NOT_KEPT_YET

    if any(each.name in NOT_KEPT_YET for each in answer.asked.filters):
        note("Readers have written no notices yet: nothing is found by them or left out for them.")
    if answer.is_trouble:
        note("The search index cannot answer; these are titles and names that begin so.")
    elif page > answer.pages:
        note(f"There are not that many pages; the last is {answer.pages}.")


def _say(answer: Any) -> None:
    for problem in answer.problems:
        say(problem.sentence)
    titles, works = answer.total_titles, answer.total_works
    say(f"{_many(titles, 'title')}, {_many(works, 'work')}")
    for each in answer.did_you_mean:
        say(f"Did you mean “{each.text}”? It finds {_many(each.titles, 'title')}.")
    for card in answer.cards:
        say(f"{card.best.title_id}  {card.best.description.full_title}")


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _sort_of(cql: str, sort: str) -> Any:
    """The order CQL asks for itself, or the one beside it."""
    from commonplace.search.engines.contract import Sort
    from commonplace.search.query.cql import understand

    return Sort(understand(cql).sort or sort)


def _as_json(answer: Any) -> dict[str, Any]:
    return {
        "total_titles": answer.total_titles,
        "total_works": answer.total_works,
        "hits": [_hit(card) for card in answer.cards],
        "filters": {name: [asdict(c) for c in counts] for name, counts in answer.counts.items()},
        "did_you_mean": [each.text for each in answer.did_you_mean],
        "is_trouble": answer.is_trouble,
        "explained": answer.explained,
        "problems": [each.sentence for each in answer.problems],
    }


def _hit(card: Any) -> dict[str, Any]:
    row = card.best
    said = row.description
    return {
        "title_id": row.title_id,
        "work_id": row.work_id,
        "title": said.full_title,
        "other_titles": _other_titles(said),
        "contributors": [each.name for each in said.contributors],
        "format": said.format,
        "year": said.publication.year,
        "language": next(iter(said.languages), ""),
        "control_number": row.control_number,
        "source": row.source,
        "why": [each.sentence for each in card.why],
        "editions": [each.row.title_id for each in card.editions],
    }


def _other_titles(said: Description) -> list[str]:
    """Every other form of the title the record has, each once."""
    twins = (said.vernacular.get("title_proper", ""), said.vernacular.get("uniform_title", ""))
    forms = (*twins, *said.parallel_titles, said.uniform_title, *said.variant_titles)
    return list(dict.fromkeys(filter(None, (*forms, *said.vernacular_titles))))


def suggest(
    prefix: Annotated[str, typer.Argument(help="What a reader has typed so far.")],
    as_json: JSON = False,
) -> None:
    """Completions of what a reader has typed so far.

    Example: commonplace suggest "last tr"
    """
    open_library()
    from commonplace.discovery.suggesting.completing import completions

    found = completions(prefix)
    if as_json:
        groups: dict[str, list[dict[str, Any]]] = {}
        for each in found:
            groups.setdefault(each.kind.value, []).append(
                {"text": each.text, "titles": each.titles}
            )
        texts = [each.text for each in found]
        say_json({"prefix": prefix, "suggestions": texts, "groups": groups})
        return
    for each in found:
        say(f"{each.kind.value}  {each.text}")


def parse(
    query: Annotated[str, typer.Argument(help="What a reader would type.")],
    cql: Annotated[bool, typer.Option("--cql", help="It is CQL, as other programs ask.")] = False,
    xcql: Annotated[bool, typer.Option("--xcql", help="Print CQL as XML, with --cql.")] = False,
    as_json: JSON = False,
) -> None:
    """How a query is understood: the tree, in words, and what was wrong with it.

    Example: commonplace parse 'titel:middlemarch'
    """
    if xcql and not cql:
        raise CommandError("--xcql writes CQL as XML, so the query must be CQL: add --cql.", 2)
    if cql:
        _parse_cql(query, as_xml=xcql, as_json=as_json)
        return
    from commonplace.search.query.as_json import as_json as tree_as_json
    from commonplace.search.query.parsing import parse as understand

    understood = understand(query)
    if as_json:
        problems = [each.sentence for each in understood.problems]
        tree = tree_as_json(understood.tree)
        say_json({"tree": tree, "explained": understood.explained, "problems": problems})
        return
    say(understood.explained)
    for problem in understood.problems:
        say(f"! {problem.sentence}")


def _parse_cql(query: str, *, as_xml: bool, as_json: bool) -> None:
    from commonplace.search.query.as_json import as_json as tree_as_json
    from commonplace.search.query.cql import CqlRefused, as_xcql, understand
    from commonplace.search.query.cql import parse as read

    try:
        if as_xml:
            xml = as_xcql(read(query)).rstrip()
            say_json({"xcql": xml}) if as_json else say(xml)
            return
        understood = understand(query)
    except CqlRefused as refused:
        if as_json:
            say_json(_refused(refused.diagnostic))
        raise CommandError(refused.diagnostic.sentence, 2) from refused
    tree, sort = tree_as_json(understood.tree), understood.sort
    if as_json:
        explained = understood.explained
        say_json({"tree": tree, "explained": explained, "sort": sort, "problems": []})
        return
    say(understood.explained)


def _refused(diagnostic: Any) -> dict[str, Any]:
    """What could not be understood, as programs are told it."""
    return {
        "tree": {"kind": "nothing"},
        "explained": "",
        "problems": [diagnostic.sentence],
        "diagnostic": {"number": diagnostic.number, "uri": diagnostic.uri,
                       "message": diagnostic.message, "details": diagnostic.details},
    }  # fmt: skip
