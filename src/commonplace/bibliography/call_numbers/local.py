"""What public libraries write on spines: DVD LAST, J FIC ROW, E SEUSS, BIO OBAMA, 791.43 LAS.

Words file one by one and letter by letter (LE GUIN before LEGUIN), figures before words and as
numbers: SEASON 2 before SEASON 10, 641.5 before 641.59. The first words are the collection. After a
class, or with a point before it, a letter with figures is a Cutter. Anything that has a letter or a
figure is a local number.
"""

from commonplace.bibliography.call_numbers.captions.local import LOCAL
from commonplace.bibliography.call_numbers.item_numbers import with_whole_years
from commonplace.bibliography.call_numbers.parts import (
    AFTER_JOINTS,
    Kind,
    Part,
    Parts,
    Tokens,
    decimals,
    figure,
    letters,
    plain,
)
from commonplace.bibliography.call_numbers.scheme import Range, Scheme

_TOKENS = Tokens(
    r"(\.\s?)?(@+)(?:(#+)(?:\.(#+))?((?:@+(?!#|@))?))?|(#+)(?:\.(#+))?((?:@+(?!#|@))?)"
)
_CLASS_FIGURES = 3


def parse(number: str) -> Parts | None:
    """The parts of whatever is on the label; ``None`` when there is neither letter nor figure."""
    parts: list[Part] = []
    has_class = False
    for token in _TOKENS.of(with_whole_years(plain(number))):
        point, word, digits, fraction, mark, whole, whole_fraction, suffix = token
        if whole:
            parts.append(figure(whole, decimals(whole_fraction) + suffix))
            has_class = has_class or bool(whole_fraction) or len(whole) == _CLASS_FIGURES
        elif digits and (point or has_class) and not fraction:
            parts.append(letters(word + digits, mark))
        elif digits:
            parts += (letters(word), figure(digits, decimals(fraction) + mark))
            has_class = has_class or bool(fraction)
        else:
            parts.append(letters(word))
    return tuple(parts) or None


def looks_like_it(number: str) -> bool:
    """Whatever nobody else recognises."""
    return parse(number) is not None


def classes_of(number: str) -> tuple[str, ...]:
    """The collection, when it is one many libraries have: ``("J", "J FIC")``."""
    words = [part.text for part in (parse(number) or ()) if part.kind == Kind.LETTERS]
    steps = (" ".join(words[:length]) for length in (1, 2))
    return tuple(dict.fromkeys(step for step in steps if step in LOCAL))


def range_of_class(class_: str) -> Range | None:
    """Everything that begins with the words of this collection."""
    return Range(class_, class_ + AFTER_JOINTS) if class_ in LOCAL else None


SCHEME = Scheme("local", parse, looks_like_it, classes_of, range_of_class, LOCAL)
