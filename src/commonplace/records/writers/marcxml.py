"""MARCXML (the Library of Congress's MARC 21 slim schema)."""

import re

from lxml import etree

from commonplace.records.record import Field, Record

NAMESPACE = "http://www.loc.gov/MARC21/slim"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_marcxml(record: Record) -> bytes:
    """The record as one ``record`` element, UTF-8, with the namespace declared."""
    root = etree.fromstring(f'<record xmlns="{NAMESPACE}"/>')
    _child(root, "leader").text = _allowed(record.leader)
    for field in record.fields():
        _add(root, field)
    return etree.tostring(root, encoding="utf-8", pretty_print=True)


def _add(root: etree._Element, field: Field) -> None:
    if not field.subfields:
        _child(root, "controlfield", tag=_allowed(field.tag)).text = _allowed(field.value)
        return
    one, two = field.indicators[:1] or " ", field.indicators[1:2] or " "
    element = _child(root, "datafield", tag=_allowed(field.tag), ind1=one, ind2=two)
    for code, value in field.subfields:
        _child(element, "subfield", code=_allowed(code)).text = _allowed(value)


def _child(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)


def _allowed(text: str) -> str:
    """Text without the characters XML 1.0 has no way to say."""
    return _FORBIDDEN.sub("\ufffd", text)
