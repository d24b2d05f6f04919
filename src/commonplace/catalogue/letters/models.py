"""What every letter to the library has, whatever it is about, and what every answer has."""

from django.db import models


class Letter(models.Model):
    """One reader's words to the library. Nothing in it says who wrote it.

    ``receipt`` is the hash of the code its reader was given. ``version`` counts answers, so that
    two people cannot answer over each other. ``closed`` is when it was last answered for good; its
    words are erased some time after that.
    """

    language = models.CharField(max_length=12)
    receipt = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(db_index=True)
    version = models.IntegerField(default=0)
    closed = models.DateTimeField(null=True, db_index=True)
    erased = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class LetterAnswer(models.Model):
    """What staff answered: the state they gave the letter and the sentence its reader sees.

    Answers are only ever added; the newest holds.
    """

    state = models.CharField(max_length=8)
    sentence = models.TextField()
    made_by = models.TextField()
    made_by_name = models.TextField()
    made = models.DateTimeField()

    class Meta:
        abstract = True
