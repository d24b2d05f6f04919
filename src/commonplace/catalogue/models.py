"""Source records and loads (records store); title ids ever issued (precious store); change logs.

Titles and works are derived from these: see ``catalogue.rows``.
"""

from django.db import models

from commonplace.catalogue.corrections.models import (
    Override,
    Report,
    ReportAnswer,
    UnmendedTitle,
)
from commonplace.catalogue.grouping.models import Anchor, FormerKey, GroupingDecision

__all__ = [
    "Anchor",
    "AuthorityRecord",
    "FormerKey",
    "GroupingDecision",
    "IssuedTitle",
    "Load",
    "LoadedFile",
    "Override",
    "PreciousChange",
    "QuarantinedRecord",
    "RecordsChange",
    "Report",
    "ReportAnswer",
    "SeenTitle",
    "SourceRecord",
    "UnmendedTitle",
]


class SourceRecord(models.Model):
    """One bibliographic record, byte for byte as it was loaded (``content`` is zstd-compressed).

    ``fingerprint`` is the hash that tells an unchanged record; ``first_loaded`` is what *newly
    added* means. A withdrawn record stays, so that it is remembered, until it comes back.
    """

    title_id = models.CharField(max_length=13, primary_key=True)
    source = models.TextField()
    control_number = models.TextField()
    serialization = models.CharField(max_length=20)
    content = models.BinaryField()
    fingerprint = models.BinaryField()
    problems = models.TextField(default="[]")
    first_loaded = models.DateTimeField()
    changed = models.DateTimeField()
    load_id = models.BigIntegerField()
    is_withdrawn = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.source} {self.control_number or self.title_id}"


class AuthorityRecord(models.Model):
    """A record that is not bibliographic, kept as it came: authorities, holdings, others."""

    record_id = models.CharField(max_length=13, primary_key=True)
    kind = models.CharField(max_length=20)
    source = models.TextField()
    control_number = models.TextField()
    serialization = models.CharField(max_length=20)
    content = models.BinaryField()
    load_id = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.kind} {self.control_number or self.record_id}"


class QuarantinedRecord(models.Model):
    """What could not be read, byte for byte, with where it stood and why it was set aside."""

    record_id = models.CharField(max_length=13, primary_key=True)
    source = models.TextField()
    file = models.TextField()
    position = models.BigIntegerField()
    offset = models.BigIntegerField()
    content = models.BinaryField()
    problems = models.TextField()
    load_id = models.BigIntegerField()
    set_aside = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.file}, record {self.position}"


class Load(models.Model):
    """One run of ``commonplace load``: what was asked, how far it came, what it counted."""

    source = models.TextField()
    is_full = models.BooleanField(default=False)
    started = models.DateTimeField()
    finished = models.DateTimeField(null=True)
    counts = models.TextField(default="{}")

    def __str__(self) -> str:
        return f"load {self.pk} of {self.source}"


class LoadedFile(models.Model):
    """The ledger: how far one file of a load was taken in.

    ``offset`` counts decompressed bytes of what is committed; ``fingerprint`` ties it to the file's
    content, so that a changed file starts over. ``ends_well``: its last record could be read.
    """

    load = models.ForeignKey(Load, on_delete=models.CASCADE)
    name = models.TextField()
    fingerprint = models.CharField(max_length=64)
    offset = models.BigIntegerField(default=0)
    position = models.BigIntegerField(default=0)
    counts = models.TextField(default="{}")
    ends_well = models.BooleanField(default=False)
    is_complete = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["load", "fingerprint"], name="one_entry_a_file"),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.offset} bytes"


class SeenTitle(models.Model):
    """A title id a full load has met; the others are withdrawn when every file was read."""

    load_id = models.BigIntegerField()
    title_id = models.CharField(max_length=13)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["load_id", "title_id"], name="seen_once_a_load"),
        )

    def __str__(self) -> str:
        return f"{self.title_id} in load {self.load_id}"


class RecordsChange(models.Model):
    """The records store's change log: this title must be indexed again. Written with the change."""

    sequence = models.BigAutoField(primary_key=True)
    title_id = models.CharField(max_length=13)

    def __str__(self) -> str:
        return f"{self.sequence}: {self.title_id}"


class IssuedTitle(models.Model):
    """A title id that was ever given out. Precious: a withdrawn title answers 410 for ever.

    ``key_id`` is the work key it has, or had when it was withdrawn.
    """

    title_id = models.CharField(max_length=13, primary_key=True)
    source = models.TextField()
    control_number = models.TextField()
    issued = models.DateTimeField()
    key_id = models.CharField(max_length=13, default="", db_index=True)

    def __str__(self) -> str:
        return self.title_id


class PreciousChange(models.Model):
    """The precious store's change log: something readers or staff did touches this title."""

    sequence = models.BigAutoField(primary_key=True)
    title_id = models.CharField(max_length=13)

    def __str__(self) -> str:
        return f"{self.sequence}: {self.title_id}"
