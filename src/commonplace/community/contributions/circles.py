"""Whose words one wants to read: those written at this library, in its consortium, or anywhere."""

from enum import Enum

from commonplace.policy import Library


class Circle(Enum):
    """How far away a contribution may have been written."""

    OURS = "ours"
    CONSORTIUM = "consortium"
    EVERYONE = "everyone"


def libraries_in(circle: Circle, library: Library) -> tuple[str, ...] | None:
    """The names of the libraries in this circle, ours among them; ``None`` for all there are.

    What is written here has no name; what was taken in may be marked as written at this library, or
    at one of its branches.
    """
    if circle is Circle.EVERYONE:
        return None
    branches = [name for branch in library.branches for name in (branch.name, branch.code)]
    others = library.consortium if circle is Circle.CONSORTIUM else ()
    return tuple(dict.fromkeys(("", library.name, *branches, *others)))
