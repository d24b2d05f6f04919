"""What loads set aside: listing it, and writing the bytes out for whoever will mend them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import zstandard

from commonplace.catalogue.models import QuarantinedRecord

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One record that could not be read: where it stood, and why it was set aside."""

    file: str
    position: int
    offset: int
    length: int
    problems: list[dict[str, str]]


def quarantined() -> Iterator[Quarantined]:
    """Everything set aside, by file and position."""
    for each in QuarantinedRecord.objects.order_by("file", "position").iterator():
        problems = json.loads(each.problems)
        yield Quarantined(each.file, each.position, each.offset, len(bytes_of(each)), problems)


def bytes_of(record: QuarantinedRecord) -> bytes:
    """The record, byte for byte as it stood in its file."""
    return zstandard.ZstdDecompressor().decompress(bytes(record.content))


def extract(folder: Path) -> int:
    """Write each record set aside into a file of its own in this folder; how many there were.

    Raises ``OSError`` when the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for each in QuarantinedRecord.objects.order_by("file", "position").iterator():
        name = _UNSAFE.sub("_", Path(each.file).name).lstrip(".") or "file"
        target = folder / f"{name}.{each.position:07d}.{each.record_id}.bin"
        target.unlink(missing_ok=True)
        with target.open("xb") as file:  # never through a link that somebody put there
            file.write(bytes_of(each))
        written += 1
    return written
