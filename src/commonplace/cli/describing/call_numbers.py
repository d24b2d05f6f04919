"""``commonplace arrange``: call numbers from standard input, put in shelf order.

Lines are bytes from end to end: what is not UTF-8 is kept as it is and filed by what can be read.
"""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from commonplace.bibliography.call_numbers import Scheme, scheme_named

_AT_ONCE = 10_000
_LAST = b"\x7f"  # after every key: where numbers of no such scheme stand


class Arrangement(StrEnum):
    """The schemes one can arrange by."""

    LC = "lc"
    DEWEY = "dewey"
    SUDOC = "sudoc"
    NLM = "nlm"
    LOCAL = "local"


def arrange(
    scheme: Annotated[Arrangement, typer.Option(help="The scheme the numbers are of.")],
    keys: Annotated[
        bool, typer.Option("--keys", help="Print key, tab, number, in the order of the input.")
    ] = False,
) -> None:
    """Call numbers on standard input, one a line, in shelf order on standard output.

    What is no number of the scheme comes last, in plain order; its key is empty.

    Example: commonplace arrange --scheme lc --keys
    """
    rule = scheme_named(scheme.value)
    numbers = (line.rstrip(b"\r\n") for line in sys.stdin.buffer)
    lines = _with_keys(rule, numbers) if keys else _in_order(rule, numbers)
    while some := list(islice(lines, _AT_ONCE)):
        sys.stdout.buffer.write(b"\n".join(some) + b"\n")
    sys.stdout.buffer.flush()


def _with_keys(scheme: Scheme, numbers: Iterable[bytes]) -> Iterator[bytes]:
    for number in numbers:
        yield _key(scheme, number) + b"\t" + number


def _in_order(scheme: Scheme, numbers: Iterable[bytes]) -> Iterator[bytes]:
    """Equal numbers stand in the order of their bytes, so that the answer is always the same."""
    filed = [
        (_key(scheme, number) or _LAST) + b"\0" + number for number in numbers if number.strip()
    ]
    filed.sort()
    for each in filed:
        yield each[each.index(b"\0") + 1 :]


def _key(scheme: Scheme, number: bytes) -> bytes:
    return scheme.key(number.decode("utf-8", "surrogateescape")).encode("ascii")
