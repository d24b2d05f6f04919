"""What the tables gather, written out by hand as it would be without them. Only for measuring.

One long chain, the commonest tags first, builders called by name, subfields compared in place. It
knows nothing of 880 twins and of the rarer copies; records with those are not compared.
"""

from commonplace.records.mapping.builders.audience import audience_line
from commonplace.records.mapping.builders.call_numbers import call_number
from commonplace.records.mapping.builders.contents import contents
from commonplace.records.mapping.builders.headings import heading, keywords, subject
from commonplace.records.mapping.builders.identifiers import (
    isbn_of,
    issn_of,
    lccn_of,
    oclc_of,
    trade_number_of,
)
from commonplace.records.mapping.builders.languages import language_line
from commonplace.records.mapping.builders.links import link_line
from commonplace.records.mapping.builders.names import contributor
from commonplace.records.mapping.builders.notes import critics_word
from commonplace.records.mapping.builders.publication import publication_line
from commonplace.records.mapping.builders.series import series_line
from commonplace.records.mapping.describing import PLAN
from commonplace.records.mapping.plan import Gathered
from commonplace.records.mapping.rows import Builder
from commonplace.records.mapping.tables.holdings import MARC_HOLDINGS, SIRSI, SIRSI_OR_INNOVATIVE
from commonplace.records.record import Field, Record

TITLE_PARTS = {
    "a": "title_printed",
    "b": "remainder_printed",
    "c": "responsibility",
    "n": "part_number",
    "p": "part_name",
    "h": "medium_in_title",
}
PLAIN_NOTES = frozenset("362 500 501 504 506 515 518 525 530 540 545 547 550 555 580 585".split())  # noqa: SIM905 - tags read better in a line
CALL_NUMBERS = frozenset("050 055 060 070 080 082 086 090 091 092 096 098 099".split())  # noqa: SIM905
SUBJECTS = frozenset("600 610 611 630 647 648 654 656 662 690 691 696 697 698 699".split())  # noqa: SIM905
NAMES = frozenset("100 110 111 700 711 720".split())  # noqa: SIM905
SERIES = frozenset("440 490 800 810 811 830".split())  # noqa: SIM905
BUILDERS: dict[str, tuple[str, Builder]] = {
    "010": ("lccns", lccn_of),
    "020": ("isbns", isbn_of),
    "022": ("issns", issn_of),
    "041": ("language_lines", language_line),
    "505": ("contents_of", contents),
    "521": ("audience_lines", audience_line),
    "653": ("keywords", keywords),
    "655": ("genres", heading),
    "852": ("copies_852", MARC_HOLDINGS),
    "949": ("copies_949", SIRSI_OR_INNOVATIVE),
    "999": ("copies_999", SIRSI),
}


def gathered_by_hand(record: Record) -> Gathered:  # noqa: C901, PLR0912, PLR0915 - the long chain is what is measured
    """The record's texts and values, under the same names as the tables give them."""
    gathered = Gathered(record.leader)
    texts, values = gathered.texts, gathered.values
    for field in record.fields(PLAN.tags):
        tag = field.tag
        if tag in ("650", "651") or tag in SUBJECTS:
            made = subject(field)
            if made is not None:
                values["headings"].append(made)
        elif tag in PLAIN_NOTES:
            for code, value in field.subfields:
                if code == "a" and value:
                    texts["notes"].append(value)
        elif tag == "710" or tag in NAMES:
            person = contributor(field)
            if person is not None:
                values["people"].append(person)
        elif tag == "856":
            link = link_line(field)
            if link is not None:
                values["link_lines"].append(link)
        elif tag in SERIES:
            line = series_line(field)
            if line is not None:
                values["series_lines"].append(line)
        elif tag in CALL_NUMBERS:
            number = call_number(field)
            if number is not None:
                values["numbers"].append(number)
        elif tag == "245":
            _title(field, gathered)
        elif tag in ("264", "260"):
            statement = publication_line(field)
            if statement is not None:
                values["publications"].append(statement)
        elif tag == "300":
            _extent(field, gathered)
        elif tag == "338":
            for code, value in field.subfields:
                if code == "a" and value:
                    texts["carrier_terms"].append(value)
                elif code == "b" and value:
                    texts["carrier_codes"].append(value)
        elif tag == "035":
            oclc = oclc_of(field)
            if oclc is not None:
                values["oclcs"].append(oclc)
        elif tag < "010":
            _control(field, gathered)
        else:
            _rarer(field, gathered)
    return gathered


def _control(field: Field, gathered: Gathered) -> None:  # noqa: C901 - as above
    texts, value = gathered.texts, field.value
    if not value or value.isspace():
        return
    if field.tag == "008":
        for name, part in (
            ("date_kind", value[6:7]),
            ("date_1", value[7:11]),
            ("date_2", value[11:15]),
            ("language_code", value[35:38]),
            ("codes_008", value),
        ):
            if part and not part.isspace():
                texts[name].append(part)
    elif field.tag == "001":
        texts["control_number"].append(value)
    elif field.tag == "003":
        texts["number_given_by"].append(value)
    elif field.tag == "006":
        texts["codes_006"].append(value)
    elif field.tag == "007":
        texts["codes_007"].append(value)


def _title(field: Field, gathered: Gathered) -> None:
    texts = gathered.texts
    texts["filing"].append(field.indicators[1])
    without_a = []
    for code, value in field.subfields:
        if not value:
            continue
        if code in TITLE_PARTS:
            texts[TITLE_PARTS[code]].append(value)
        if code in "kfgp":
            without_a.append(value)
    if without_a:
        texts["title_without_a"].append(" ".join(without_a))


def _extent(field: Field, gathered: Gathered) -> None:  # noqa: C901 - as above
    texts = gathered.texts
    whole = []
    for code, value in field.subfields:
        if not value:
            continue
        if code == "a":
            texts["extent"].append(value)
        elif code == "b":
            texts["physical_printed"].append(value)
        elif code == "c":
            texts["size"].append(value)
        elif code == "e":
            texts["accompanied_by"].append(value)
        if code in "abc":
            whole.append(value)
    if whole:
        texts["extents"].append(" ".join(whole))


def _rarer(field: Field, gathered: Gathered) -> None:  # noqa: C901, PLR0912, PLR0915 - as above
    tag, texts, values = field.tag, gathered.texts, gathered.values
    if tag in BUILDERS:
        name, builder = BUILDERS[tag]
        value = builder(field)
        if value is not None:
            values[name].append(value)
    if tag == "020":
        _put(texts["kept_on"], field, "q")
    elif tag == "024" and field.indicators[0] in "13":
        number = trade_number_of(field)
        if number is not None:
            values["trade_numbers"].append(number)
    elif tag in ("130", "240"):
        _joined(gathered, "uniform_title", field, "adkmnpr")
    elif tag in ("210", "222"):
        _put(texts["variants"], field, "a")
    elif tag in ("242", "247"):
        _joined(gathered, "variants", field, "abnp")
    elif tag == "246":
        is_parallel = field.indicators[1] == "1"
        _joined(gathered, "parallel_in_246" if is_parallel else "variants", field, "abnp")
    elif tag in ("730", "740"):
        _joined(gathered, "variants", field, "adkmnpr" if tag == "730" else "anp")
    elif tag == "250":
        _joined(gathered, "edition", field, "ab")
    elif tag in ("310", "321"):
        _joined(gathered, "notes", field, "ab")
    elif tag in ("340", "347"):
        _joined(gathered, "kept_on", field, "an" if tag == "340" else "ab")
    elif tag in ("349", "380"):
        _put(texts["kept_on"], field, "a")
    elif tag == "385":
        _put(texts["readers"], field, "a")
    elif tag == "502":
        _joined(gathered, "thesis", field, "ab")
        _joined(gathered, "notes", field, "abcd")
    elif tag in ("508", "511", "586"):
        _put(texts[{"508": "credits", "511": "cast", "586": "awards"}[tag]], field, "a")
    elif tag == "520":
        _summary(field, gathered)
    elif tag == "533":
        _put(texts["reproduced_as"], field, "a")
        _joined(gathered, "notes", field, "abcdn")
    elif tag == "534":
        _joined(gathered, "notes", field, "ptbcn")
    elif tag in ("538", "753"):
        _put(texts["systems"], field, "a")
        if tag == "538":
            _put(texts["playing"], field, "a")
    elif tag == "546":
        _joined(gathered, "language_note", field, "ab")
    elif tag == "773":
        _put(texts["host_titles"], field, "t")
    elif tag == "942":
        _put(texts["suppressed"], field, "n")


def _summary(field: Field, gathered: Gathered) -> None:
    if field.indicators[0] == "1":
        word = critics_word(field)
        if word is not None:
            gathered.values["critics"].append(word)
    else:
        name = "notes" if field.indicators[0] == "4" else "summary"
        _joined(gathered, name, field, "ab")


def _put(found: list[str], field: Field, code: str) -> None:
    for each, value in field.subfields:
        if each == code and value:
            found.append(value)


def _joined(gathered: Gathered, name: str, field: Field, codes: str) -> None:
    kept = [value for code, value in field.subfields if code in codes and value]
    if kept:
        gathered.texts[name].append(" ".join(kept))
