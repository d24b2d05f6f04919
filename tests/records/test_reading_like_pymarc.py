"""Where pymarc can read a record, it reads the same fields as we do."""

import io
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pymarc
import pytest

from commonplace.records.readers import open_records, read_record
from commonplace.records.record import Field

FILES = (
    "adversarial-pymarc/test/alphatag.dat",
    "adversarial-pymarc/test/marc.dat",
    "adversarial-pymarc/test/marc8.dat",
    "adversarial-pymarc/test/test.dat",
    "adversarial-ruby-marc/test/random_tag_order.dat",
    "adversarial-ruby-marc/test/random_tag_order2.dat",
    "adversarial-ruby-marc/test/utf8_multirecord.marc",
    "bookops-nypl-bpl/bpl-sample.mrc",
    "bookops-nypl-bpl/nypl-sample.mrc",
    "evergreen-concerto/jazz_1k.mrc.gz",
    "evergreen-concerto/lul_fre_500.mrc",
    "evergreen-concerto/nepali.marc",
    "koha-sample/koha_sample_952.mrc",
    "lc-marcedit/episodes/data/marc_sample_data.mrc.gz",
    "toulouse/toulouse_top_loans.mrc.gz",
    "traject-multiscript/test_data.utf8.mrc",
    "uva-2000/uva_001_2000.mrc.gz",
)
ENOUGH = 400


def as_pymarc_reads(content: bytes) -> list[Field]:
    """The fields of this record, read by pymarc."""
    reader = pymarc.MARCReader(io.BytesIO(content), to_unicode=True, hide_utf8_warnings=True)
    record = next(reader)
    assert record is not None
    return [_field(each) for each in record.fields]


def _field(field: pymarc.Field) -> Field:
    if field.control_field:
        return Field(field.tag, value=normalize("NFC", field.data or ""))
    subfields = [(each.code, normalize("NFC", each.value)) for each in field.subfields]
    return Field(field.tag, "".join(field.indicators or ()), subfields)


def sound(path: Path) -> Iterator[tuple[bytes, list[Field]]]:
    """Records in which nothing is wrong, and their fields."""
    with open_records(path) as records:
        for frame, _ in zip(records, range(ENOUGH), strict=False):
            record, problems = read_record(frame)
            if record is not None and not problems:
                yield frame.content, list(record.fields())


@pytest.mark.parametrize("name", FILES)
def test_sound_records_have_the_fields_that_pymarc_finds(name: str, shared: Path) -> None:
    compared = 0
    for content, ours in sound(shared / "data" / name):
        if b"&#x" not in content:
            assert ours == as_pymarc_reads(content)
            compared += 1
    assert compared
