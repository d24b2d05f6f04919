"""What an address asks that a search cannot do: said on the page, never left out in silence.

What only follows a reader about (``utm_source``) and what says nothing (``format=``) is not worth a
word: such an address is redirected to its canonical form.
"""

import re
from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from commonplace.discovery.answers import Answer, Asked
from commonplace.discovery.searching import counts_of
from commonplace.search.engines.contract import Filter
from commonplace.search.fields import FACETS, NOT_KEPT_YET
from commonplace.web.addresses import (
    MOST_FILTERS,
    MOST_VALUES,
    ONE_WAY,
    Choices,
    cleaned,
    is_a_year,
    is_years,
    parameters_of,
    read_choices,
)
from commonplace.web.wording import isolated
from commonplace.web.words.choices import FIELDS, FILTERS, SORTS, filter_label
from commonplace.web.words.moments import number
from commonplace.web.words.punctuation import comma

MOST_SAID = 5
ONE_VALUE = frozenset({"added", "age", "rating"})
_MOST_SHOWN = 60
_PLAIN = frozenset({"q", "page", "lang", "kept"})
_FOLLOWING = re.compile(r"utm_|mc_|pk_|mtm_|fbclid|gclid|msclkid|dclid|yclid|igshid|ref$", re.ASCII)


def left_out(query_string: str) -> tuple[Markup, ...]:
    """A sentence for each thing asked that was left out, the first few of them."""
    choices = read_choices(query_string)
    sentences = list(dict.fromkeys(_sentences(query_string, choices)))
    return tuple(sentences[:MOST_SAID])


def held_by_none(choices: Choices, found: Answer) -> tuple[Markup, ...]:
    """Where nothing was found: a sentence for each value that nothing in the catalogue has."""
    if found.total_titles or found.is_trouble or found.is_slow:
        return ()
    asked = [
        (name, value)
        for name, pick in choices.picks.items()
        if name in FACETS and name not in {*NOT_KEPT_YET, "available"}
        for value in pick.values
    ][:MOST_SAID]
    counts = counts_of([Asked("", filters=(Filter(name, values=(v,)),)) for name, v in asked])
    sentence = _("Nothing in the catalogue has “%(value)s” as “%(name)s”.")
    return tuple(
        _said(sentence, value=value[:_MOST_SHOWN], name=filter_label(name))
        for (name, value), count in zip(asked, counts, strict=True)
        if not count
    )


def _sentences(query_string: str, choices: Choices) -> Iterator[Markup]:
    for name, values in parameters_of(query_string).items():
        if name in _PLAIN or _FOLLOWING.match(name):
            continue
        for value in filter(None, (cleaned(each, _MOST_SHOWN) for each in values)):
            if sentence := _sentence(name, value, choices):
                yield sentence
    yield from _of_notices(choices)
    if cut := choices.filters_cut:
        yield _said(
            ngettext(
                "No more than %(num)s filter at a time: this was left out: %(names)s",
                "No more than %(num)s filters at a time: this was left out: %(names)s",
                MOST_FILTERS,
            ),
            num=number(MOST_FILTERS),
            names=comma().join(filter_label(name) for name in cut),
        )


def _of_notices(choices: Choices) -> Iterator[Markup]:
    """Nobody must believe that what is violent was left out while nobody has said what is."""
    pick = choices.pick("notice")
    if pick.values and "notice" in NOT_KEPT_YET:
        yield _said(
            _("Readers have written no notices here yet, so there is nothing to find by them.")
        )
    if pick.without and "notice" in NOT_KEPT_YET:
        yield _said(
            _("Readers have written no notices here yet, so nothing could be left out for them.")
        )


def _sentence(name: str, value: str, choices: Choices) -> Markup | None:
    if name in {"field", "sort"}:
        known = FIELDS if name == "field" else {each.value for each in SORTS}
        return None if value in known else _no_value(name, value)
    if name == "near":
        return None if settings.LIBRARY.has_branch(value) else _no_value(name, value)
    if name in {"from", "to"}:
        return None if is_a_year(value) else _no_value(name, value)
    if name == "year":
        return None if is_years(value) else _no_value(name, value)
    return _of_filter(name, value, choices)


def _of_filter(name: str, value: str, choices: Choices) -> Markup | None:
    plain = name.removeprefix("not.")
    is_turned = name != plain
    if plain not in FILTERS or (is_turned and plain in ONE_WAY):
        shown = cleaned(name, _MOST_SHOWN)
        return _said(_("“%(name)s” is not a filter here, so it was left out."), name=shown)
    pick = choices.pick(plain)
    if is_turned and value in {each[:_MOST_SHOWN].strip() for each in pick.values}:
        sentence = _("“%(value)s” cannot be both wanted and left out; it was looked for.")
        return _said(sentence, value=value)
    # A long value was only cut to be shown; a filter too many is named once, by its name.
    kept = {each[:_MOST_SHOWN].strip() for each in (*pick.values, *pick.without)}
    if len(kept) >= MOST_VALUES and value not in kept:
        sentence = _("Only the first %(num)s values of “%(name)s” were looked at.")
        return _said(sentence, num=number(MOST_VALUES), name=name)
    if plain in choices.filters_cut or value in kept or (plain in ONE_VALUE and pick.values):
        return None
    return _no_value(name, value)


def _no_value(name: str, value: str) -> Markup:
    sentence = _("“%(value)s” is not something “%(name)s” can be, so it was left out.")
    return _said(sentence, name=name, value=value)


def _said(sentence: str, **filled: str) -> Markup:
    return Markup(sentence) % {key: isolated(words) for key, words in filled.items()}  # noqa: S704 -- our own message
