"""Which titles are editions of one work: the published work key.

A key is made from a ``Description`` and nothing else, so that equal evidence gives equal keys in
every library; ``bibliography.work_id_of`` makes the id of it. ``docs/reference/work-key.md`` is
the specification.
"""

from commonplace.works.keys import VERSION, work_key
from commonplace.works.normalising import normalised

__all__ = ["VERSION", "normalised", "work_key"]
