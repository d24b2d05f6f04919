"""One MARCXML record. Entities, external or its own, are not expanded and nothing is fetched."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from commonplace.records.problems import Problem
from commonplace.records.readers.findings import Findings
from commonplace.records.readers.tidying import tidied, tidy_leader
from commonplace.records.record import Field, Record, WholeRecord

PREFIX = re.compile(rb"[<\s]([A-Za-z_][\w.-]*):[A-Za-z_]")
RECORD_PREFIX = re.compile(rb"<([A-Za-z_][\w.-]*):record\b")
NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
MOST_PREFIXES = 1000
LINE_END = re.compile(r"[\t\r\n][\t\r\n ]*")


def read(content: bytes) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record in this element and what is wrong with it."""
    findings = Findings()
    element = _element(content, findings)
    if element is None:
        findings.note("unreadable_xml", "record", "The record was set aside.")
        return None, findings.problems()
    leader = ""
    raw = []
    for part in element:
        kind = _local_name(part)
        if kind == "leader":
            leader = _text(part)
        elif kind in ("controlfield", "datafield"):
            raw.append(_field(part, kind))
        else:
            findings.note("unexpected_form", kind, "The element was passed over.")
    fields = tidied(raw, findings)
    if not fields:
        findings.note("no_fields", "record", "The record was set aside.")
        return None, findings.problems()
    return WholeRecord(tidy_leader(leader, findings), fields), findings.problems()


def _element(content: bytes, findings: Findings) -> etree._Element | None:
    """The record element, after mending what makes it unreadable but can be told for certain."""
    prefix = RECORD_PREFIX.match(content)
    prefixes = {prefix[1]} if prefix else set[bytes]()
    try:
        return _parsed(content, prefixes)
    except etree.XMLSyntaxError:
        content = _mended(content, findings)
    prefixes = set(islice(PREFIX.findall(content), MOST_PREFIXES))
    try:
        return _parsed(content, prefixes)
    except etree.XMLSyntaxError as error:
        findings.note("unreadable_xml", "record", f"The record was set aside: {error.msg}.")
    return None


def _mended(content: bytes, findings: Findings) -> bytes:
    if NOT_XML.search(content):
        content = NOT_XML.sub(b"", content)
        findings.note("control_characters", "record", "They were removed.")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        content = content.decode("utf-8", "replace").encode("utf-8")
        findings.note("bad_utf8", "record", "U+FFFD was put for what is not UTF-8.")
    return content


def _parsed(content: bytes, prefixes: set[bytes]) -> etree._Element | None:
    """The one element, in an envelope that declares the prefixes it uses."""
    declared = b"".join(
        b' xmlns:%b="http://www.loc.gov/MARC21/slim"' % each
        for each in prefixes - {b"xml", b"xmlns"}
    )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    envelope = etree.fromstring(b"<of%b>%b</of>" % (declared, content), parser)
    is_one = len(envelope) == 1 and _local_name(envelope[0]) == "record"
    return envelope[0] if is_one else None


def _local_name(part: etree._Element) -> str:
    return str(part.tag).rpartition("}")[2]


def _field(part: etree._Element, kind: str) -> Field:
    tag = part.get("tag", "")
    if kind == "controlfield":
        return Field(tag, "  ", (), _text(part))
    indicators = _one(part.get("ind1")) + _one(part.get("ind2"))
    return Field(tag, indicators, list(_subfields(part)))


def _subfields(part: etree._Element) -> Iterator[tuple[str, str]]:
    for each in part:
        yield each.get("code", ""), _text(each)


def _one(indicator: str | None) -> str:
    """One indicator; an empty or missing one is a blank, which is what was meant."""
    return indicator or " "


def _text(part: etree._Element) -> str:
    text = "".join(map(str, part.itertext())) if len(part) else part.text or ""
    return LINE_END.sub(" ", text) if "\n" in text or "\t" in text else text
