"""Notes that are more than their words: MARC 21 520 with first indicator 1, what critics said."""

from commonplace.bibliography import CriticsWord
from commonplace.records.mapping.builders.links import safe_address
from commonplace.records.mapping.punctuation import tidy, trimmed
from commonplace.records.record import Field


def critics_word(field: Field) -> CriticsWord | None:
    """What a professional review said, with its source and address.

    >>> critics_word(Field("520", "1 ", (("a", "A quiet epic."), ("c", "Variety.")))).source
    'Variety'
    """
    text = tidy(" ".join(value for code, value in field.subfields if code in "ab"))
    if not text:
        return None
    return CriticsWord(
        text=text.removesuffix("--"),
        source=trimmed(field.first("c").lstrip("-—– ")),
        url=safe_address(field.first("u")),
    )
