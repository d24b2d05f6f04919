"""The library's corrections put over what a record says: a function of the two and nothing else."""

from collections.abc import Mapping
from types import MappingProxyType

from commonplace.bibliography import Description
from commonplace.catalogue.corrections.fields import FIELDS, Value

Values = Mapping[str, Value]
"""Corrected values by the name of their field."""
NOTHING: Values = MappingProxyType({})


def corrected(said: Description, values: Values) -> Description:
    """The description with these values in place of the record's own.

    In the table's order, whatever order they come in. A name no field has is left alone.

    >>> corrected(Description(title_proper="The hobit"), {"title_proper": "The hobbit"}).full_title
    'The hobbit'
    """
    for name, field in FIELDS.items():
        if name in values:
            said = field.put(said, values[name])
    return said


def said_of(description: Description, name: str) -> Value:
    """What this description has in this field."""
    return FIELDS[name].read(description)
