"""Everything that can be wrong with a record, by a stable code; where, and what we did about it.

Problems are data, never exceptions. ``PROBLEMS`` is the reference: a code, its meaning, whether the
record is quarantined (set aside byte for byte) or mended and kept.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. ``place`` is where in the record (``245$a``, ``leader/12-16``).

    ``done`` says in words what was done about it.
    """

    code: str
    place: str
    done: str
