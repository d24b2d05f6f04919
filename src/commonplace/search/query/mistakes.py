"""What can be mistaken in a query, as data: a code, its parameters, and a sentence in English.

A mistake never ends a search; the sentence says what was done instead. Codes are stable; sentences
are templates marked for translation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from commonplace.search.query.tree import Query
from commonplace.search.query.words import FIELD_NAMES, Say, in_words, noop

SENTENCES: Mapping[str, str] = {
    "too_long": noop("Only the first {most} characters were looked at."),
    "too_many_words": noop("Only the first {most} words were looked for."),
    "too_deep": noop("There were too many brackets inside brackets; the innermost were left out."),
    "bracket_closed": noop("A bracket was closed for you."),
    "bracket_without_opening": noop("A closing bracket without an opening one was left out."),
    "empty_brackets": noop("Brackets with nothing in them were left out."),
    "quote_closed": noop("The quotation mark was closed for you."),
    "no_such_field": noop("There is no field “{name}”, so “{name}” was looked for as a word."),
    "no_such_field_but": noop(
        "There is no field “{name}”, so it was looked for as a word. Did you mean “{suggestion}”?"
    ),
    "field_without_words": noop("Nothing was asked for in the field “{name}”."),
    "space_after_colon": noop(
        "For words in the {field}, write “{typed}” without a space after it."
    ),
    "field_is_empty": noop("Nothing is kept in the field {field} yet, so it finds nothing."),
    "no_such_value": noop("“{text}” is no value of the field {field} that is known here."),
    "no_such_value_but": noop(
        "“{text}” is no value of the field {field} that is known here. Did you mean “{nearest}”?"
    ),
    "format_understood": noop("“{text}” was also looked for as a format."),
    "not_a_number": noop("“{text}” is not a number, so it was looked for as words."),
    "not_a_range": noop("The field “{name}” has no ranges, so the words were looked for."),
    "range_turned": noop("The range was turned round: from {least} to {most}."),
    "range_without_field": noop("A range needs a field before it, as in “py:[1918 TO 1939]”."),
    "star_in_front": noop("A star can only stand at the end of a word; “{text}” was looked for."),
    "star_alone": noop("A star needs the beginning of a word before it. It finds nothing alone."),
    "beginning_too_short": noop(
        "“{text}*” is too short a beginning; the word “{text}” was looked for."
    ),
    "operator_without_words": noop("“{operator}” had nothing to join and was left out."),
    "only_exclusions": noop("Only words to leave out were given. Say also what to look for."),
    "exclusion_in_either": noop("NOT cannot be one of several choices; {text} was left out."),
    "only_signs": noop(
        "There is no word in this, only signs; a title of just these was looked for."
    ),
    "nothing_to_look_for": noop("There is no word to look for in this."),
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a query that was not taken as it stood. A parameter may be part of the query."""

    code: str
    params: Mapping[str, str | int | Query] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The mistake in English."""
        return self.template.format(**self.said())

    @property
    def template(self) -> str:
        """The sentence with places for the parameters."""
        return SENTENCES[self.code]

    def said(self, say: Say = noop) -> dict[str, str]:
        """The parameters in words; ``say`` gives the words for a template or a field's name."""
        return {name: _said(name, value, say) for name, value in self.params.items()}


def _said(name: str, value: str | int | Query, say: Say) -> str:
    if name == "field":
        return say(FIELD_NAMES.get(str(value), str(value)))
    return str(value) if isinstance(value, str | int) else in_words(value, say)
