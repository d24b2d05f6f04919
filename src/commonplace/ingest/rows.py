"""One record made into everything the stores and the index keep of it. Runs in worker processes.

frame → record → description → rows: a function of the record's bytes, so workers need nothing but
bytes, and building the rows again gives the same rows. Where the library has corrected a title, its
corrections come between description and rows; the writer, not a worker, sees to that.
"""

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec
import zstandard
from django.conf import settings
from msgspec import Struct
from msgspec.structs import replace

from commonplace.bibliography import identity, title_id_of, work_id_of
from commonplace.bibliography.as_json import stored
from commonplace.bibliography.call_numbers import scheme_of, shelf_key
from commonplace.catalogue.corrections.applying import corrected
from commonplace.catalogue.corrections.in_force import Ours
from commonplace.catalogue.rows.models import KEY_LENGTH
from commonplace.catalogue.stores import Row
from commonplace.discovery.documents import TitleNames, document_of
from commonplace.discovery.headings import headings_of
from commonplace.holdings.storing import item_row, statement_row
from commonplace.records.mapping import Described, RecordKind, describe
from commonplace.records.problems import Problem
from commonplace.records.readers import Frame, read_record
from commonplace.search.engines.layout import Prepared, prepare
from commonplace.works import work_key
from commonplace.works.evidence import evidence_of

FINGERPRINT_BYTES = 16
NOTHING_OF_OURS: Mapping[str, Ours] = MappingProxyType({})
_problems = msgspec.json.Encoder()


class TitleRows(Struct, frozen=True, array_like=True, tag="title"):
    """Everything kept of one bibliographic record."""

    title_id: str
    key_id: str
    work_key: str
    evidence: list[tuple[int, int]]
    control_number: str
    serialization: str
    content: bytes
    fingerprint: bytes
    problems: str
    description: bytes
    title_key: str
    author_key: str
    items: list[Any]
    statements: list[Any]
    places: list[Any]
    headings: list[Any]
    prepared: Prepared
    is_suppressed: bool
    codes: tuple[str, ...]
    revision: int = 0


class Deleted(Struct, frozen=True, array_like=True, tag="deleted"):
    """A record whose leader says it is deleted (MARC 21 leader/05 d)."""

    title_id: str
    codes: tuple[str, ...]


class OtherKind(Struct, frozen=True, array_like=True, tag="other"):
    """A record that is not bibliographic, an authority record say, kept as it came."""

    record_id: str
    kind: str
    control_number: str
    serialization: str
    content: bytes
    codes: tuple[str, ...]


class SetAside(Struct, frozen=True, array_like=True, tag="aside"):
    """A record nothing could be read from, byte for byte."""

    fingerprint: str
    position: int
    offset: int
    content: bytes
    problems: str
    codes: tuple[str, ...]


Rows = TitleRows | Deleted | OtherKind | SetAside


def fingerprint_of(content: bytes) -> bytes:
    """The hash that tells whether a record came back unchanged."""
    return hashlib.blake2b(content, digest_size=FINGERPRINT_BYTES).digest()


def rows_of(
    frame: Frame, *, source: str, added: int, ours: Mapping[str, Ours] = NOTHING_OF_OURS
) -> Rows:
    """Everything to keep of this record. ``added`` is the day it counts as new, since 1970.

    ``ours`` are the library's corrections by title.
    """
    record, problems = read_record(frame)
    if record is None:
        return _set_aside(frame, problems)
    described = describe(record)
    found = (*problems, *described.problems)
    if described.kind is not RecordKind.BIBLIOGRAPHIC:
        return _other_kind(frame, source, described, found)
    title_id = title_id_for(source, described.control_number, frame.content)
    if described.is_deleted:
        return Deleted(title_id, _codes(found))
    if title_id not in ours:
        return _title_rows(frame, title_id, described, found, added)
    values, revision = ours[title_id]
    described = replace(described, description=corrected(described.description, values))
    return replace(_title_rows(frame, title_id, described, found, added), revision=revision)


def title_id_for(source: str, control_number: str, content: bytes) -> str:
    """The title's id; where a record has no control number its own content stands in for one."""
    if control_number:
        return title_id_of(source, control_number)
    return identity("title without number", source, fingerprint_of(content).hex())


def _title_rows(
    frame: Frame, title_id: str, described: Described, problems: tuple[Problem, ...], added: int
) -> TitleRows:
    key = work_key(described.description)
    key_id = work_id_of(key)
    names = TitleNames(title_id, key_id, described.control_number)
    headings = headings_of(described.description)
    document = document_of(names, described.description, described.items, headings, added=added)
    return TitleRows(
        title_id=title_id,
        key_id=key_id,
        work_key=key,
        evidence=[
            (each.number, each.kind.value) for each in evidence_of(described.description, key)
        ],
        control_number=described.control_number,
        serialization=frame.serialization.value,
        content=compressed(frame.content),
        fingerprint=fingerprint_of(frame.content),
        problems=_as_json(problems),
        description=stored(described.description),
        title_key=document.title_key[:KEY_LENGTH],
        author_key=document.author_key[:KEY_LENGTH],
        items=[item_row(title_id, item) for item in described.items],
        statements=[statement_row(title_id, each) for each in described.holdings],
        places=_places(title_id, described),
        headings=list(headings),
        prepared=prepare(document),
        is_suppressed=described.description.is_suppressed,
        codes=_codes(problems),
    )


def _places(title_id: str, described: Described) -> list[Row]:
    """Where the title stands, once in each scheme: by the first label of its copies that has one.

    Without copies it stands by its own call number. A serial's volumes stand together, so that the
    walk along the shelf meets it once. What the library says of a shelf's scheme comes first.
    """
    shelved_by = settings.LIBRARY.shelved_by
    labels = dict.fromkeys(
        (shelved_by(item.branch, item.location), item.call_number)
        for item in described.items
        if item.call_number
    )
    numbers = [(scheme_of(label, shelving), label) for shelving, label in labels]
    if not numbers:
        numbers = [(each.scheme, each.number) for each in described.description.call_numbers[:1]]
    places: dict[str, Row] = {}
    for scheme, number in numbers:
        if scheme not in places and (key := shelf_key(scheme, number)):
            places[scheme] = (scheme, key, title_id, number)
    return list(places.values())


def _other_kind(
    frame: Frame, source: str, described: Described, problems: tuple[Problem, ...]
) -> OtherKind:
    number = described.control_number or fingerprint_of(frame.content).hex()
    return OtherKind(
        record_id=identity(described.kind.value, source, number),
        kind=described.kind.value,
        control_number=described.control_number,
        serialization=frame.serialization.value,
        content=compressed(frame.content),
        codes=_codes(problems),
    )


def _set_aside(frame: Frame, problems: tuple[Problem, ...]) -> SetAside:
    return SetAside(
        fingerprint=fingerprint_of(frame.content).hex(),
        position=frame.position,
        offset=frame.offset,
        content=compressed(frame.content),
        problems=_as_json(problems),
        codes=_codes(problems),
    )


def compressed(content: bytes) -> bytes:
    """The bytes as the stores keep them (zstd, RFC 8878)."""
    return _compressor.compress(content)


_compressor = zstandard.ZstdCompressor(level=1)


def _as_json(problems: tuple[Problem, ...]) -> str:
    return _problems.encode(problems).decode()


def _codes(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    return tuple(problem.code for problem in problems)
