"""The copies a library has, in each convention systems export, and its summary statements.

``conclusions.copies`` believes the convention that gives barcodes, in the order of this table.
"""

from commonplace.records.mapping.builders.copies import (
    CopyTable,
    of_innovative,
    of_koha,
    statement_line,
)
from commonplace.records.mapping.rows import each, row

KOHA = CopyTable(
    needs="ab pyo9c", branch="ba", location="c8", call_number="o", barcode="p", due="q",
    copy="t", loans="l", note="z", gone="0", rule=of_koha,
)
MARC_HOLDINGS = CopyTable(
    needs="ba bphj", branch="ba", location="c", call_number="khijm", barcode="p",
    status="s", copy="t", note="z",
)
MARC_ITEM = CopyTable(
    needs="pa", branch="", location="l", barcode="p", status="j", copy="t", note="z",
)
SIRSI = CopyTable(
    needs="ml i", branch="ml", location="l", call_number="a", barcode="i", copy="c",
)
INNOVATIVE = CopyTable(
    needs="l i", branch="l", call_number="ab", barcode="i", status="s", copy="g",
    loans="u", rule=of_innovative,
)
SIRSI_OR_INNOVATIVE = CopyTable(
    needs="lm i", branch="ml", location="l", call_number="a", barcode="i", status="s",
    copy="c", rule=of_innovative,
)

HOLDINGS = (
    #    name                MARC 21            built by
    each("copies_952",       "952",             KOHA),
    each("copies_852",       "852",             MARC_HOLDINGS),
    each("copies_876",       "876 877 878",     MARC_ITEM),
    each("copies_949",       "949",             SIRSI_OR_INNOVATIVE),
    each("copies_945",       "945",             INNOVATIVE),
    each("copies_999",       "999",             SIRSI),
    each("statements",       "866 867 868",     statement_line),
    row( "suppressed",       "942$n"),
)
