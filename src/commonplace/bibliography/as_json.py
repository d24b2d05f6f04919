"""A description as JSON: the public shape ``commands.md`` promises, and the compact one we store.

The public shape has every part, present or not, under the glossary's names; text in another script
stands beside its twin as ``vernacular``. The stored shape is the values' own fields, the empty ones
left out.
"""

from typing import Any

import msgspec

from commonplace.bibliography.description import Description, Series
from commonplace.bibliography.headings import Contributor, Heading

_decoder = msgspec.json.Decoder(Description)
_encoder = msgspec.json.Encoder()


def stored(description: Description) -> bytes:
    """The description as compact JSON, for the catalogue's rows."""
    return _encoder.encode(description)


def from_stored(content: bytes | str) -> Description:
    """The description that ``stored`` wrote; ``msgspec.ValidationError`` for anything else."""
    return _decoder.decode(content)


def public(description: Description) -> dict[str, Any]:
    """The description as the promised JSON object, ready for any JSON writer."""
    whole: dict[str, Any] = msgspec.to_builtins(_with_every_part(description))
    whole["publication"] = _with_every_part(description.publication)
    whole |= _audience(description)
    whole["contributors"] = [_contributor(each) for each in description.contributors]
    whole["subjects"] = [each.label for each in description.subjects]
    whole["genres"] = [each.label for each in description.genres]
    whole["series"] = [_series(each) for each in description.series]
    whole["identifiers"] = {
        name: list(getattr(description.identifiers, name))
        for name in ("isbn", "issn", "lccn", "oclc", "upc")
    }
    whole["vernacular"] = dict(description.vernacular) | _vernacular_lists(description)
    return whole


def _with_every_part(value: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__struct_fields__}


def _audience(description: Description) -> dict[str, Any]:
    audience = _with_every_part(description.audience)
    code = audience.pop("code")
    return {"audience": code, "audience_details": audience}


def _contributor(each: Contributor) -> dict[str, Any]:
    shown: dict[str, Any] = {"name": each.name, "roles": list(each.roles), "dates": each.dates}
    shown |= {"kind": each.kind, "is_creator": each.is_creator}
    return shown | ({"vernacular": each.vernacular} if each.vernacular else {})


def _series(each: Series) -> dict[str, Any]:
    shown = {"title": each.title, "number": each.number}
    return shown | ({"vernacular": each.vernacular} if each.vernacular else {})


def _vernacular_lists(description: Description) -> dict[str, Any]:
    def of(headings: tuple[Heading, ...]) -> list[str]:
        return [each.vernacular for each in headings if each.vernacular]

    lists = {
        "variant_titles": list(description.vernacular_titles),
        "subjects": of(description.subjects),
        "genres": of(description.genres),
    }
    return {name: found for name, found in lists.items() if found}
