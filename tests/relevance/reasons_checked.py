"""Whether what a page says of why a title was found is so.

A word is in a text when a word there begins as it does but for the ending, or is another spelling
of the same (``title_form`` of one word): numbers in figures, British and American.
"""

from collections.abc import Iterable, Iterator, Sequence

from commonplace.bibliography import Item
from commonplace.catalogue.queries import TitleRow
from commonplace.discovery.answers import Asked, Card
from commonplace.discovery.documents import known_titles, texts_of_title
from commonplace.discovery.searching import find
from commonplace.search.analysis import fold, title_form, words_of
from commonplace.search.query.reasons import PLACES, Reason

LONGEST_ENDING, SHORTEST_STEM = 3, 3


def untrue_reasons(searches: Iterable[str]) -> Iterator[str]:
    """A line for each hit of these searches that has no reason, or one that is not so."""
    for typed in searches:
        for card in find(Asked(typed)).cards:
            yield from _untrue(typed, card)


def _untrue(typed: str, card: Card) -> Iterator[str]:
    title = card.best.description.full_title
    if not card.why:
        yield f"{typed!r} finds {title!r} for no reason"
    for reason in card.why:
        if not _is_so(reason, card.best, card.editions[0].items):
            yield f"{typed!r} finds {title!r}: {reason.sentence}"


def _is_so(reason: Reason, row: TitleRow, items: Sequence[Item]) -> bool:
    if reason.code == "title_is":
        return reason.params["title"] in known_titles(row.description)
    texts = texts_of_title(row.description, items)
    words = words_of(reason.params["words"])
    if reason.code == "title_starts":
        return any(words_of(title)[: len(words)] == words for title in texts["title"])
    fields = [name for name, place in PLACES.items() if place == reason.params["place"]]
    said = fold(" ".join(value for name in fields for value in texts.get(name, ())))
    return all(_stands_in(word, said) for word in words)


def _stands_in(word: str, said: str) -> bool:
    stem = word[: max(SHORTEST_STEM, len(word) - LONGEST_ENDING)]
    stems = {stem, f"{stem.removesuffix('f')}v" if stem.endswith("f") else stem}  # life, lives
    return any(each in said.replace("'", "") for each in stems) or title_form(word) in map(
        title_form, said.split()
    )
