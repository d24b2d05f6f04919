"""What can be mistaken in a query, as data: a code, its parameters, and a sentence in English.

A mistake never ends a search; the sentence says what was done instead. Codes are stable; sentences
are templates so that they can be translated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

SENTENCES: Mapping[str, str] = {
    "too_long": "Only the first {most} characters were looked at.",
    "too_many_words": "Only the first {most} words were looked for.",
    "too_deep": "There were too many brackets inside brackets; the innermost were left out.",
    "bracket_closed": "A bracket was closed for you.",
    "bracket_without_opening": "A closing bracket without an opening one was left out.",
    "empty_brackets": "Brackets with nothing in them were left out.",
    "quote_closed": "The quotation mark was closed for you.",
    "no_such_field": "There is no field “{name}”, so “{name}” was looked for as a word.",
    "no_such_field_but": (
        "There is no field “{name}”, so it was looked for as a word. Did you mean “{suggestion}”?"
    ),
    "field_without_words": "Nothing was asked for in the field “{name}”.",
    "space_after_colon": "For words in the {name}, write “{typed}” without a space after it.",
    "not_a_number": "“{text}” is not a number, so it was looked for as words.",
    "not_a_range": "The field “{name}” has no ranges, so the words were looked for.",
    "range_turned": "The range was turned round: from {least} to {most}.",
    "range_without_field": "A range needs a field before it, as in “py:[1918 TO 1939]”.",
    "star_in_front": "A star can only stand at the end of a word; “{text}” was looked for.",
    "star_alone": "A star needs the beginning of a word before it. It finds nothing alone.",
    "beginning_too_short": "“{text}*” is too short a beginning; the word “{text}” was looked for.",
    "operator_without_words": "“{operator}” had nothing to join and was left out.",
    "only_exclusions": "Only words to leave out were given. Say also what to look for.",
    "exclusion_in_either": "NOT cannot be one of several choices; {text} was left out.",
    "only_signs": "There is no word in this, only signs; a title of just these was looked for.",
    "nothing_to_look_for": "There is no word to look for in this.",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a query that was not taken as it stood."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The mistake in English."""
        return SENTENCES[self.code].format(**self.params)
