"""Ratings and comments (precious store). Each kind is a table with the same first columns.

A contribution hangs on an anchor: the key and the title it was written on, which never change, and
the work it is in now. Nothing here follows works; the anchor does.
"""

from django.db import models

from commonplace.bibliography.names_that_last import ID_LENGTH
from commonplace.catalogue.grouping.models import Anchor

MOST_NAME = 100
MOST_LIBRARY = 200
MOST_ORIGIN = 200
AUTHOR_LENGTH = 32
LEAST_STARS, MOST_STARS = 1, 10


class State(models.TextChoices):
    """Who sees a contribution: everybody, or its author and the staff."""

    PUBLISHED = "published"
    AWAITING_REVIEW = "awaiting_review"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


class Role(models.TextChoices):
    """As what its author wrote."""

    READER = "reader"
    STAFF = "staff"


class ReviewReason(models.TextChoices):
    """What in the words made them wait for review."""

    LINK = "link"
    ADDRESS = "address"
    NUMBER = "number"


class Contribution(models.Model):
    """What every kind has.

    ``author`` is a keyed hash and empty where nobody knows who it was. ``library`` is where it was
    written, empty for this one; ``origin_id`` is what it is called there, and ``imported`` when it
    came from there. ``format`` is the edition's. ``changed`` is the last edit's time, at first
    ``written``; ``version`` counts edits.
    """

    contribution_id = models.CharField(max_length=ID_LENGTH, primary_key=True)
    anchor = models.ForeignKey(Anchor, on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=20)
    author = models.CharField(max_length=AUTHOR_LENGTH)
    author_name = models.CharField(max_length=MOST_NAME)
    role = models.CharField(max_length=6, choices=Role.choices)
    library = models.CharField(max_length=MOST_LIBRARY)
    origin_id = models.CharField(max_length=MOST_ORIGIN)
    language = models.CharField(max_length=35)
    written = models.DateTimeField()
    changed = models.DateTimeField()
    imported = models.DateTimeField(null=True)
    state = models.CharField(max_length=15, choices=State.choices)
    review_reason = models.CharField(max_length=8, choices=ReviewReason.choices)
    version = models.IntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.contribution_id


class Rating(Contribution):
    """How good it is: ``stars`` counts half stars.

    Of an author's ratings in one work the latest counts; there are several only where works were
    joined that the author had rated apart, and the older come back when the join is undone.
    """

    stars = models.SmallIntegerField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(stars__range=(LEAST_STARS, MOST_STARS)), name="stars_in_halves"
            ),
            models.UniqueConstraint(
                fields=["anchor", "author"],
                condition=~models.Q(author=""),
                name="one_rating_of_an_author",
            ),
        )
        indexes = (
            models.Index(fields=["anchor", "state", "stars"], name="ratings_of_a_work"),
            models.Index(fields=["author"], name="ratings_of_an_author"),
        )


class Comment(Contribution):
    """An opinion, of any length up to ``words.MOST_CHARACTERS``."""

    words = models.TextField()
    is_spoiler = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(
                fields=["anchor", "state", "-written", "-contribution_id"],
                name="comments_of_a_work",
            ),
            models.Index(fields=["author"], name="comments_of_an_author"),
        )
