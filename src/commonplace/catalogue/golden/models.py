"""Golden queries, what is expected of each, and how they were run (precious store)."""

from django.db import models

from commonplace.catalogue.grouping.models import ID_LENGTH, Anchor

MOST_PLACES = 100
"""As far down as an expectation may reach."""


class Cause(models.TextChoices):
    """What golden queries were run for."""

    LOAD = "load"
    REINDEX = "reindex"
    COMMAND = "command"
    PAGE = "page"


class GoldenQuery(models.Model):
    """A search whose answer the staff know, and what it found when it was last run.

    ``filters`` are written as in an address. ``own_id`` is made of the words, the field and the
    filters: the same search is kept once. ``first`` is a JSON list of ids, the best title of each
    of the first works found; ``total`` counts titles.
    """

    own_id = models.CharField(max_length=ID_LENGTH, unique=True)
    text = models.TextField()
    field = models.CharField(max_length=20)
    filters = models.TextField(default="")
    note = models.TextField(default="")
    made_by = models.TextField()
    made_by_name = models.TextField()
    made = models.DateTimeField()
    ran = models.DateTimeField(null=True)
    total = models.IntegerField(default=0)
    first = models.TextField(default="[]")

    def __str__(self) -> str:
        return self.text


class Expectation(models.Model):
    """A title that a golden query is to find, in any edition of its work.

    ``place`` is where the work stood among the works found when it was last looked for: 0 when it
    was not there, nothing before the first time. ``place_before`` is where it had stood until
    ``moved``. ``is_gone``: neither the title nor any other edition is in the catalogue.
    """

    query = models.ForeignKey(GoldenQuery, on_delete=models.CASCADE, related_name="expected")
    anchor = models.ForeignKey(Anchor, on_delete=models.PROTECT, related_name="+")
    within = models.PositiveSmallIntegerField(default=1)
    place = models.IntegerField(null=True)
    place_before = models.IntegerField(null=True)
    moved = models.DateTimeField(null=True)
    is_gone = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["query", "anchor"], name="expected_once"),
            models.CheckConstraint(
                condition=models.Q(within__gte=1, within__lte=MOST_PLACES), name="a_place_to_reach"
            ),
        )

    def __str__(self) -> str:
        return f"{self.anchor} within {self.within}"


class GoldenRun(models.Model):
    """One run of all golden queries: how many there were, held, and moved since the one before."""

    ran = models.DateTimeField(db_index=True)
    cause = models.CharField(max_length=8, choices=Cause.choices)
    queries = models.IntegerField()
    held = models.IntegerField()
    moved = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.held} of {self.queries} after {self.cause}"
