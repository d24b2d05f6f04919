"""Which branches are near which: in bands, because nobody walks as the crow flies.

A difference of 300 metres on the map says nothing about which branch is nearer on foot, by bus or
over the river; whether it is two kilometres or ten does.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import asin, cos, radians, sin, sqrt

from commonplace.policy.library import Branch, Library

BANDS_KM = (2, 5, 10, 25)
"""Up to a walk, a bicycle, a bus or a short drive, a drive."""
_EARTH_KM = 6371.0088


def kilometres(one: Branch, other: Branch) -> float | None:
    """How far apart two branches are, over the ground; ``None`` where a place is not known.

    >>> here = Branch("A", "A", latitude=54.0, longitude=-2.0)
    >>> round(kilometres(here, Branch("B", "B", latitude=54.0, longitude=-2.1)), 2)
    6.54
    """
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    (north, east), (to_north, to_east) = _radians(one), _radians(other)
    half = sin((to_north - north) / 2) ** 2
    half += cos(north) * cos(to_north) * sin((to_east - east) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


def bands(library: Library, home: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The codes of the other branches by how far they are at most from this one, nearest first.

    A band without a branch is left out, as are branches further away and those whose place the
    library has not said.
    """
    away = _away(library, home)
    found = []
    for least, most in zip((-1, *BANDS_KM), BANDS_KM, strict=False):
        if codes := tuple(code for code, far in away if least < far <= most):
            found.append((most, codes))
    return tuple(found)


def seen_from(library: Library, home: str) -> Library:
    """The library with this branch first and the others by distance, unknown places last."""
    if not library.has_branch(home):
        return library
    place = {code: at for at, (code, _far) in enumerate(_away(library, home), 1)} | {home: 0}
    order = sorted(library.branches, key=lambda each: place.get(each.code, len(place)))
    return replace(library, branches=tuple(order))


def _away(library: Library, home: str) -> Sequence[tuple[str, float]]:
    """The other branches whose distance is known, nearest first."""
    here = library.branch(home)
    others = ((each.code, kilometres(here, each)) for each in library.branches if each != here)
    known = [(code, far) for code, far in others if far is not None]
    return sorted(known, key=lambda each: each[1])


def _radians(branch: Branch) -> tuple[float, float]:
    return radians(branch.latitude or 0.0), radians(branch.longitude or 0.0)
