"""What the heavy beginnings of completions are completed to, kept when an index is built.

Whoever offers one counts first what it finds: titles come and go between two buildings.
"""

from collections.abc import Iterable

from django.db import connections, transaction

from commonplace.catalogue.stores import DERIVED, Table, in_chunks, select
from commonplace.search.suggestions.beginnings import Beginning

BEGINNINGS = Table(DERIVED, "browse_beginningrow", ("letters", "titles", "headings"), ("letters",))
_END = "\n"


def put_beginnings(beginnings: Iterable[Beginning]) -> None:
    """Keep these and no others."""
    rows = ((each.letters, _END.join(each.titles), _END.join(each.headings)) for each in beginnings)
    with transaction.atomic(DERIVED):
        with connections[DERIVED].cursor() as cursor:
            cursor.execute(f"DELETE FROM {BEGINNINGS.name}")  # noqa: S608 -- our own name
        for chunk in in_chunks(rows):
            BEGINNINGS.put(chunk)


def beginning(letters: str) -> Beginning | None:
    """What is kept for these letters; ``None`` where few completions begin so."""
    sql = f"SELECT letters, titles, headings FROM {BEGINNINGS.name} WHERE letters = %s"  # noqa: S608 -- our own name
    for letters_kept, titles, headings in select(DERIVED, sql, [letters]):
        return Beginning(letters_kept, _lines(titles), _lines(headings))
    return None


def _lines(kept: str) -> list[str]:
    return kept.split(_END) if kept else []
