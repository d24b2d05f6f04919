"""Which titles are editions of one work: the published work key.

A key is made from a ``Description`` and nothing else, so that equal evidence gives equal keys in
every library; ``bibliography.work_id_of`` makes the id of it. ``docs/reference/work-key.md`` is
the specification.
"""

from commonplace.works.evidence import Evidence, Kind, evidence_of
from commonplace.works.guards import may_meet, part_of
from commonplace.works.keys import VERSION, work_key
from commonplace.works.normalising import normalised

__all__ = [
    "VERSION",
    "Evidence",
    "Kind",
    "evidence_of",
    "may_meet",
    "normalised",
    "part_of",
    "work_key",
]
