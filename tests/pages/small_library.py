"""A small library to show pages of: each record is there for something a page must bear."""

import json

from commonplace.bibliography import title_id_of
from commonplace.records.record import Field, WholeRecord
from tests.making import field, marc, record

DVD = "00000cgm a2200000 i 4500"
SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>'
LONG_TITLE = "A very long title about everything that ever happened on the railway " * 5
EDITIONS = 230
TOML = """\
[library]
name = "Wrenfield Libraries"
email = "ask@wrenfield.example"
timezone = "Europe/London"
[[branch]]
code = "CEN"
name = "Central"
address = "Market Street"
latitude = 54.18
longitude = -2.35
step_free = true
phone = "01632 960110"
hours = { mon = "9:30-20:00", tue = "9:30-20:00", sun = "closed" }
[[branch]]
code = "MIL"
name = "Millgate"
[locations]
AV = "Adult DVDs, first floor"
"""


def copy(branch: str, *more: str, number: str = "305.5 LAS", location: str = "AV") -> Field:
    """One copy as Koha writes it."""
    return field("952", f"a {branch}", f"b {branch}", f"c {location}", f"o {number}", *more)


def linked(tag: str, number: str, *subfields: str) -> Field:
    """A field's twin in the original script."""
    return field("880", f"6 {tag}-{number}/$1", *subfields, indicators="00")


def _film(number: str = "film", carrier: str = "vd cvaizu") -> WholeRecord:
    title = Field("245", "00", [("6", "880-01"), ("a", "Last train home")])
    return WholeRecord(
        DVD,
        [
            Field("001", value=number),
            Field("007", value=carrier),
            Field("008", value="110101p20112009nyu085        e    vlchi d"),
            field("041", "a chi", "j eng", indicators="1 "),
            field("082", "a 305.5", indicators="04"),
            title,
            field("246", "a Gui tu lie che", indicators="3 "),
            field("264", "a New York :", "b Zeitgeist Films,", "c 2011.", indicators=" 1"),
            field("300", "a 1 videodisc (85 min.) :", "b sound, color ;", "c 12 cm"),
            field("505", "a The film -- Scenes not used -- A talk.", indicators="0 "),
            field("508", "a Music, Olivier Alary."),
            field("511", "a Zhang Changhua, Chen Suqin.", indicators="0 "),
            field("520", "a Three winters with a couple who sew in Guangzhou."),
            field("520", "a A film of great patience.", "c The Harbour Gazette", indicators="1 "),
            field("521", "a Adults."),
            field("586", "a Best documentary, 2009."),
            field("650", "a Migrant labor", "z China.", indicators=" 0"),
            field("655", "a Documentary films.", "2 lcgft", indicators=" 7"),
            field("700", "a Fan, Lixin,", "e director.", indicators="1 "),
            field("700", "a Cross, Daniel,", "e producer.", indicators="1 "),
            field("830", "a World cinema ;", "v 12.", indicators=" 0"),
            field("856", "u https://films.example/last", "y Watch it", indicators="40"),
            linked("245", "01", "a 归途列车"),
            copy("CEN", "p b1"),
            copy("CEN", "p b2"),
            copy("MIL", "p b3", "q 2026-12-03"),
        ],
    )


def _hostile() -> WholeRecord:
    marks = (
        "246", "250", "500", "505", "508", "511", "520", "521", "586", "650", "655",
    )  # fmt: skip
    return record(
        "hostile",
        f"Hostile {SCRIPT}",
        *(field(tag, f"a {SCRIPT}", indicators="1 ") for tag in marks),
        field("264", f"a {SCRIPT}", f"b {SCRIPT}", "c 2001", indicators=" 1"),
        field("830", f"a {SCRIPT}", "v 1", indicators=" 0"),
        field("856", "u javascript:alert(1)", f"y {SCRIPT}", indicators="40"),
        field("856", f"u https://a.example/{SCRIPT}", f"y {SCRIPT}", indicators="40"),
        field("880", "6 245-00", f"a \u202e{SCRIPT}", indicators="00"),
        copy(f"X{SCRIPT}", f"z {SCRIPT}", number=SCRIPT, location=SCRIPT),
        creator=f"Doe, {SCRIPT}",
    )


def _arabic() -> WholeRecord:
    title = Field("245", "10", [("6", "880-01"), ("a", "al-Ayyām")])
    fields = [
        Field("001", value="arabic"),
        Field("008", value="290101s1929    ua            000 0 ara d"),
        title,
        linked("245", "01", "a الأيام"),
        copy("CEN"),
    ]
    return WholeRecord("00000cam a2200000 i 4500", fields)


def _crowded() -> WholeRecord:
    many = [copy(f"B{n % 700:03}", f"t {n}", number=f"PER v.{n}") for n in range(5_000)]
    return record("crowded", "A periodical with five thousand copies", *many)


RECORDS = (
    _film(),
    _film("bluray", "vd csaizu"),
    record("book", "Last train home", field("020", "a 9780306406157"), copy("CEN", number="F FAN")),
    _hostile(),
    _arabic(),
    record("bare", "Bare"),
    record("wide", "W" * 300, copy("CEN"), creator="W" * 300),
    record("long", LONG_TITLE, copy("MIL", number="305.6 AVE"), creator="Anonymous"),
    *(
        record(f"n{n}", f"Neighbour {n}", copy("CEN", number=f"305.{n + 30} NEI"))
        for n in range(1, 41)
    ),
)  # fmt: skip


def the_file() -> bytes:
    """The library's export."""
    return marc(*RECORDS)


def the_crowded_file() -> bytes:
    """One more record, with more copies than ISO 2709 has room for."""
    return _as_json(_crowded())


def _as_json(whole: WholeRecord) -> bytes:
    """A record as MARC-in-JSON."""
    fields = [
        {f.tag: f.value}
        if f.value
        else {f.tag: {"ind1": " ", "ind2": " ", "subfields": [{c: v} for c, v in f.subfields]}}
        for f in whole.fields()
    ]
    return json.dumps({"leader": whole.leader, "fields": fields}).encode()


def the_endless_file() -> bytes:
    """One record that repeats everything it may repeat five hundred times."""
    marks = ("246", "500", "586", "650", "655", "700", "830")
    fields = [field(tag, f"a {tag} says {n}", indicators=" 0") for tag in marks for n in range(500)]
    fields += [field("520", f"a Review {n}", indicators="1 ") for n in range(500)]
    fields += [
        field("856", f"u https://a.example/{n}", f"y No. {n}", indicators="40") for n in range(500)
    ]
    fields.append(field("505", "a " + " -- ".join(f"Song {n}" for n in range(500))))
    return _as_json(record("endless", "Endless", *fields))


def the_many_editions() -> bytes:
    """A work in more editions than any page shows at once."""
    editions = (
        record(f"e{n}", "Emma", field("264", f"c {1816 + n}", indicators=" 1"), creator="Austen")
        for n in range(EDITIONS)
    )
    return marc(*editions)


def the_withdrawals() -> bytes:
    """A later export: one title is deleted."""
    return marc(record("n40", "Neighbour 40", leader="00000dam a2200000 i 4500"))


def address(control_number: str) -> str:
    """The address of the title with this control number."""
    return f"/title/{title_id_of('library', control_number)}"
