"""Jinja as the pages use it: strict about names, everything escaped, words through gettext.

Templates get two values, ``page`` and ``frame``; macros take what they need as named arguments.
The globals below are the only functions a template may call.
"""

from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from commonplace.web import addresses
from commonplace.web.blocks.titles import Text
from commonplace.web.wording import counted_here, said_here
from commonplace.web.words import choices, formats, moments, punctuation, tongues


def environment(**options: Any) -> Environment:
    """The environment of every page; called by Django once a process."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**options)  # noqa: S701 -- Django's options ask for autoescape
    made.filters |= {
        "number": moments.number,
        "day": moments.day,
        "listed": moments.listed,
        "said": said,
        "tagged": tagged,
    }
    made.globals |= {
        "_": said_here,
        "ngettext": counted_here,
        "quoted": quoted,
        "call_number": call_number,
        "comma": punctuation.comma,
        "semicolon": punctuation.semicolon,
        "colon": punctuation.colon,
        "stop": punctuation.stop,
        "web_address": addresses.web_address,
        "address_of_branch": addresses.branch_address,
        "narrowed_search": addresses.narrowed_search,
        "format_label": formats.format_label,
        "field_label": choices.field_label,
        "sort_label": choices.sort_label,
        "kind_label": choices.kind_label,
        "language_name": tongues.language_name,
        "fields": tuple(choices.FIELDS),
        "sorts": tuple(choices.SORTS),
    }
    # All are read and compiled now, so that no page finds its template changed under it.
    for name in made.list_templates():
        made.get_template(name)
    return made


def said(text: Text) -> Markup:
    """Words of a record, apart from the page's direction and in their own language."""
    return tagged(text.words, text.tag)


def tagged(words: str, tag: str) -> Markup:
    """Words in a ``bdi`` with their language, where it is known."""
    if tag:
        return Markup('<bdi lang="%s">%s</bdi>') % (tag, words)
    return Markup("<bdi>%s</bdi>") % words


def call_number(number: str) -> Markup:
    """A call number within a sentence: always from left to right."""
    return Markup('<bdi dir="ltr">%s</bdi>') % number


def quoted(words: str) -> Markup:
    """What a reader typed, in quotation marks and apart from the page's direction."""
    return Markup("<q><bdi>%s</bdi></q>") % words
