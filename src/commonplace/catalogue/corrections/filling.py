"""The value of a field as a form holds it: the way back from ``entries.value_from``."""

from collections.abc import Callable, Iterator, Mapping

from commonplace.bibliography import Audience, Contributor, Link, Series
from commonplace.catalogue.corrections.entries import Entries
from commonplace.catalogue.corrections.fields import Field, Kind, Value


def entries_of(field: Field, value: Value) -> Entries:
    """What the form of this field holds for this value; rows of a list are numbered from 0."""
    return _FILLED[field.kind](value)


def _text(value: str) -> Entries:
    return {"value": value}


def _number(value: int | None) -> Entries:
    return {"value": "" if value is None else str(value)}


def _codes(value: tuple[str, ...]) -> Entries:
    return {"value": " ".join(value)}


def _audience(value: Audience) -> Entries:
    ages = {"youngest": value.youngest, "oldest": value.oldest}
    said = {"code": value.code, "rating": value.rating, "lexile": value.lexile}
    lines = {"notes": "\n".join(value.notes)}
    return said | lines | {name: _number(age)["value"] for name, age in ages.items()}


def _people(value: tuple[Contributor, ...]) -> Entries:
    creators = [number for number, each in enumerate(value) if each.is_creator]
    creator = {"creator": str(creators[0])} if creators else {}
    return _rows(value, _contributor) | creator


def _contributor(each: Contributor) -> Mapping[str, str]:
    return {
        "name": each.name,
        "roles": "; ".join(each.roles),
        "dates": each.dates,
        "vernacular": each.vernacular,
        "kind": each.kind,
        "work": each.work,
    }


def _series(each: Series) -> Mapping[str, str]:
    named = {"title": each.title, "number": each.number}
    return named | {"heading": each.heading, "vernacular": each.vernacular}


def _link(each: Link) -> Mapping[str, str]:
    return {"url": each.url, "label": each.label, "relation": each.relation}


def _rows(
    values: tuple[Value, ...], of_one: Callable[[Value], Mapping[str, str]]
) -> dict[str, str]:
    def entries() -> Iterator[tuple[str, str]]:
        for number, each in enumerate(values):
            yield f"place-{number}", str(number + 1)
            for name, text in of_one(each).items():
                yield f"{name}-{number}", text

    return dict(entries())


_FILLED: dict[Kind, Callable[[Value], Entries]] = {
    Kind.LINE: _text,
    Kind.PROSE: _text,
    Kind.YEAR: _number,
    Kind.COUNT: _number,
    Kind.FORMAT: _text,
    Kind.LANGUAGES: _codes,
    Kind.AUDIENCE: _audience,
    Kind.PEOPLE: _people,
    Kind.SERIES: lambda value: _rows(value, _series),
    Kind.LINKS: lambda value: _rows(value, _link),
}
