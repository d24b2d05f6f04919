"""What outlives every load and rebuild (precious store): keys titles had, decisions, anchors."""

from django.db import models

ID_LENGTH = 13


class FormerKey(models.Model):
    """A work key a title had before its record was corrected; the old address leads on from it.

    ``title_id`` is empty where nobody knows any more which titles had it.
    """

    title_id = models.CharField(max_length=ID_LENGTH)
    key_id = models.CharField(max_length=ID_LENGTH, db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["title_id", "key_id"], name="former_key_once"),
        )

    def __str__(self) -> str:
        return f"{self.title_id} was under {self.key_id}"


class GroupingDecision(models.Model):
    """What staff decided about works: these keys are one work, or these titles are set apart.

    Of a join ``keys`` are one. Of a split ``titles`` leave the work that ``rest`` (keys) stays in,
    and ``keys`` go with them whole; ``own_id`` names what is left without a key of its own. All
    lists are JSON lists of ids. A row is never changed but for its undoing.
    """

    class Kind(models.TextChoices):
        """What was decided."""

        JOIN = "join"
        SPLIT = "split"

    kind = models.CharField(max_length=5, choices=Kind.choices)
    keys = models.TextField(default="[]")
    rest = models.TextField(default="[]")
    titles = models.TextField(default="[]")
    own_id = models.CharField(max_length=ID_LENGTH, unique=True)
    reason = models.TextField()
    made_by = models.TextField()
    made_by_name = models.TextField()
    made = models.DateTimeField()
    undone_by = models.TextField(default="")
    undone_by_name = models.TextField(default="")
    undone = models.DateTimeField(null=True)
    undone_reason = models.TextField(default="")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Anchor(models.Model):
    """Where readers' words are written: a key and a title, for ever, and the work they are in now.

    Contributions hang on an anchor; when works change, it alone is pointed elsewhere.
    """

    key_id = models.CharField(max_length=ID_LENGTH, db_index=True)
    title_id = models.CharField(max_length=ID_LENGTH, db_index=True)
    work_id = models.CharField(max_length=ID_LENGTH, db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["key_id", "title_id"], name="one_anchor_a_place"),
        )

    def __str__(self) -> str:
        return f"{self.title_id} in {self.work_id}"
