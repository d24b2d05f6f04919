"""What pages read: one row a title, one a work. Raise ``SCHEMA_NUMBER`` with every change here,
in ``holdings.models`` or in ``browse.models``; the rows are then built again beside the old ones.
"""

from django.db import models

SCHEMA_NUMBER = 1
KEY_LENGTH = 120


class SchemaNumber(models.Model):
    """The shape the derived store was built with, in its one row."""

    number = models.IntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.number)


class Title(models.Model):
    """One publication in this catalogue. ``description`` is ``bibliography.as_json.stored``.

    ``added`` counts days since 1970. ``title_key`` and ``author_key`` file it by letter: what the
    catalogue answers with when the search index cannot.
    """

    title_id = models.CharField(max_length=13, unique=True)
    work_id = models.CharField(max_length=13, db_index=True)
    control_number = models.TextField()
    source = models.TextField()
    description = models.BinaryField()
    added = models.IntegerField(db_index=True)
    version = models.BigIntegerField(default=0)
    title_key = models.CharField(max_length=KEY_LENGTH, db_index=True, default="")
    author_key = models.CharField(max_length=KEY_LENGTH, db_index=True, default="")

    def __str__(self) -> str:
        return self.title_id


class Work(models.Model):
    """A work this library has titles of, with the published key it is named by."""

    work_id = models.CharField(max_length=13, primary_key=True)
    work_key = models.TextField()

    def __str__(self) -> str:
        return self.work_id
