"""What readers say is wrong with a title, and what staff answered (precious store)."""

from django.db import models

from commonplace.catalogue.grouping.models import ID_LENGTH, Anchor
from commonplace.catalogue.letters.models import Letter, LetterAnswer


class Kind(models.TextChoices):
    """What a reader says is wrong."""

    MERGED = "merged"
    SPLIT = "split"
    FORMAT = "format"
    NAME = "name"
    COVER = "cover"
    LINK = "link"
    DESCRIPTION = "description"
    OTHER = "other"


class State(models.TextChoices):
    """What became of a report."""

    OPEN = "open"
    LOOKING = "looking"
    MENDED = "mended"
    LEFT = "left"


CLOSED = (State.MENDED, State.LEFT)


class Report(Letter):
    """One reader's word that something is wrong with a title.

    ``edition`` is the title that does not belong, ``link`` the address that is dead, where they
    said so.
    """

    title_id = models.CharField(max_length=ID_LENGTH)
    anchor = models.ForeignKey(Anchor, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    words = models.TextField(default="")
    edition = models.CharField(max_length=ID_LENGTH, default="")
    link = models.TextField(default="")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)

    class Meta:
        indexes = (
            models.Index(fields=["title_id", "kind", "state"], name="reports_on_a_title"),
            models.Index(fields=["state", "title_id", "kind"], name="reports_in_the_queue"),
        )

    def __str__(self) -> str:
        return f"{self.kind} on {self.title_id}"


class ReportAnswer(LetterAnswer):
    """What staff answered a report."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="answers")
    state = models.CharField(max_length=8, choices=State.choices)

    def __str__(self) -> str:
        return f"{self.state}, by {self.made_by_name}"


class Override(models.Model):
    """The library's own correction of one field of a title's description.

    ``value`` and ``record_said`` are JSON (``corrections.fields``). Rows are only added; nothing of
    one changes but its undoing.
    """

    title_id = models.CharField(max_length=ID_LENGTH)
    field = models.CharField(max_length=30)
    value = models.TextField()
    record_said = models.TextField()
    reason = models.TextField()
    made_by = models.TextField()
    made_by_name = models.TextField()
    made = models.DateTimeField()
    undone_by = models.TextField(default="")
    undone_by_name = models.TextField(default="")
    undone = models.DateTimeField(null=True)
    undone_reason = models.TextField(default="")

    class Meta:
        indexes = (models.Index(fields=["title_id", "field"], name="overrides_of_a_title"),)

    def __str__(self) -> str:
        return f"{self.field} of {self.title_id}"


class UnmendedTitle(models.Model):
    """A note that a title's overrides changed and its rows are not made again yet."""

    title_id = models.CharField(max_length=ID_LENGTH)

    def __str__(self) -> str:
        return self.title_id
