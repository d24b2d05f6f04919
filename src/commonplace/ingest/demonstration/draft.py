"""A record while it is being written: fields in order, and the original script's twins behind them.

MARC 21, appendix A: 880 carries the same field in its script; $6 links the two both ways
(``880-01`` and ``245-01/$1``); occurrence 00 is a vernacular field without a romanised twin.
"""

import unicodedata

from pymarc import Field, Indicators, Subfield

Part = tuple[str, str]

#: Script identification codes of $6, by the first word of a letter's Unicode name.
_SCRIPTS = {
    "CJK": "$1", "HIRAGANA": "$1", "KATAKANA": "$1", "HANGUL": "$1", "ARABIC": "(3",
    "CYRILLIC": "(N", "HEBREW": "(2", "GREEK": "(S",
}  # fmt: skip


class Draft:
    """Fields of one record; ``all_fields`` gives them with the 880s last."""

    def __init__(self) -> None:
        self._fields: list[Field] = []
        self._twins: list[Field] = []
        self._pairs = 0

    def control(self, tag: str, content: str) -> None:
        """A control field."""
        self._fields.append(Field(tag=tag, data=content))

    def add(self, tag: str, indicators: str, *parts: Part, twin: tuple[Part, ...] = ()) -> None:
        """A field of these subfields, empty ones left out; none at all where nothing remains."""
        subfields = _subfields(parts)
        if not subfields:
            return
        twins = _subfields(twin)
        if twins:
            self._pairs += 1
            number = f"{self._pairs:02}"
            subfields.insert(0, Subfield("6", f"880-{number}"))
            self._twin(tag, indicators, number, twins)
        self._fields.append(Field(tag, Indicators(indicators[0], indicators[1]), subfields))

    def add_vernacular(self, tag: str, indicators: str, *parts: Part) -> None:
        """A field that exists in the original script only."""
        self._twin(tag, indicators, "00", _subfields(parts))

    def all_fields(self) -> list[Field]:
        """Everything, in the order a cataloguer files it."""
        numbered = sorted(self._fields, key=lambda field: (field.tag[0], 0))
        return [*(f for f in numbered if f.tag < "880"), *self._twins,
                *(f for f in numbered if f.tag > "880")]  # fmt: skip

    def _twin(self, tag: str, indicators: str, number: str, subfields: list[Subfield]) -> None:
        code = script_code("".join(each.value for each in subfields))
        link = f"{tag}-{number}" + (f"/{code}" if code else "")
        if code in ("(3", "(2"):
            link += "/r"
        indicators = f"{indicators[0]}0" if tag in ("245", "130", "240") else indicators
        whole = [Subfield("6", link), *subfields]
        self._twins.append(Field("880", Indicators(indicators[0], indicators[1]), whole))


def _subfields(parts: tuple[Part, ...]) -> list[Subfield]:
    return [Subfield(code, value) for code, value in parts if value]


def script_code(text: str) -> str:
    """The MARC 21 code of the script this text is in; empty for Latin and for what has no code."""
    for letter in text:
        if letter.isalpha():
            code = _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0].partition("-")[0])
            if code:
                return code
    return ""


def closed(text: str) -> str:
    """The text with the full stop that ends a field, unless it ends itself."""
    return text if not text or text[-1] in ".!?-)]…。؟" else f"{text}."


def is_latin(text: str) -> bool:
    """Whether the text's letters are Latin ones, all of them."""
    return all(unicodedata.name(each, "").startswith("LATIN") for each in text if each.isalpha())
