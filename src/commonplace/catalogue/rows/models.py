"""What pages read: one row a title, one a work. Raise ``SCHEMA_NUMBER`` with every change here,
in ``holdings.models`` or in ``browse.models``; the rows are then built again beside the old ones.
"""

from django.db import models

SCHEMA_NUMBER = 6
KEY_LENGTH = 120


class SchemaNumber(models.Model):
    """The shape the derived store was built with, in its one row."""

    number = models.IntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.number)


class Title(models.Model):
    """One publication in this catalogue. ``description`` is ``bibliography.as_json.stored``.

    ``key_id`` is its own work key, ``work_id`` the work it is in now. ``added`` counts days since
    1970. ``title_key`` and ``author_key`` file it by letter: what the catalogue answers with when
    the search index cannot.
    """

    title_id = models.CharField(max_length=13, unique=True)
    work_id = models.CharField(max_length=13, db_index=True)
    key_id = models.CharField(max_length=13)
    control_number = models.TextField()
    source = models.TextField()
    description = models.BinaryField()
    added = models.IntegerField(db_index=True)
    version = models.BigIntegerField(default=0)
    title_key = models.CharField(max_length=KEY_LENGTH, db_index=True, default="")
    author_key = models.CharField(max_length=KEY_LENGTH, db_index=True, default="")

    def __str__(self) -> str:
        return self.title_id


class WorkKey(models.Model):
    """A published work key that titles have, and the work it belongs to here and now."""

    key_id = models.CharField(max_length=13, primary_key=True)
    work_key = models.TextField()
    work_id = models.CharField(max_length=13, db_index=True)

    def __str__(self) -> str:
        return self.key_id


class Evidence(models.Model):
    """What a title says about its work: its own key, and what may join it to other keys.

    Numbers only: ``value`` is ``works.Evidence.number``, ``title`` and ``key`` are the numbers of
    their ids, ``kind`` is ``works.Kind``. Titles that share a value may be editions of one work.
    """

    pk = models.CompositePrimaryKey("value", "title")
    value = models.BigIntegerField()
    title = models.BigIntegerField()
    key = models.BigIntegerField()
    kind = models.SmallIntegerField()

    def __str__(self) -> str:
        return f"{self.value} of {self.title}"


class FreedNumber(models.Model):
    """A number that fewer titles share than did: those left may be other works without it."""

    value = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.value)


class RowsChange(models.Model):
    """The derived store's change log: this title went to another work. Written with the change."""

    sequence = models.BigAutoField(primary_key=True)
    title_id = models.CharField(max_length=13)

    def __str__(self) -> str:
        return f"{self.sequence}: {self.title_id}"


class Settled(models.Model):
    """How far works are settled: the ends of both change logs that grouping has seen."""

    records = models.BigIntegerField()
    precious = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.records}, {self.precious}"
