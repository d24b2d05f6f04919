"""What readers ask the library to get, and what staff answered (precious store)."""

from django.db import models

from commonplace.catalogue.grouping.models import ID_LENGTH
from commonplace.catalogue.letters.models import Letter, LetterAnswer


class State(models.TextChoices):
    """What became of a wish."""

    OPEN = "open"
    LOOKING = "looking"
    COMING = "coming"
    HERE = "here"
    LEFT = "left"


CLOSED = (State.HERE, State.LEFT)
WAITING = (State.OPEN, State.LOOKING)


class Wish(Letter):
    """One reader's wish that the library get something.

    ``likeness`` is the id of the title asked for as search knows it whole: wishes for the same
    share it. ``format`` is a code of ``bibliography.formats``, or empty for any.
    """

    title = models.TextField()
    creator = models.TextField(default="")
    format = models.CharField(max_length=20, default="")
    note = models.TextField(default="")
    likeness = models.CharField(max_length=ID_LENGTH)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)

    class Meta:
        indexes = (
            models.Index(fields=["likeness", "state"], name="wishes_for_the_same"),
            models.Index(fields=["state", "likeness"], name="wishes_in_the_queue"),
        )

    def __str__(self) -> str:
        return self.title


class WishAnswer(LetterAnswer):
    """What staff answered a wish; ``title_id`` is the title that fulfils it."""

    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="answers")
    state = models.CharField(max_length=8, choices=State.choices)
    title_id = models.CharField(max_length=ID_LENGTH, default="")

    def __str__(self) -> str:
        return f"{self.state}, by {self.made_by_name}"
