"""The shelflist, the headings, the words they are spelt in and begin with, all derived."""

from django.db import models


class ShelfPlace(models.Model):
    """Where a title stands in call-number order, once in each scheme its copies follow."""

    scheme = models.CharField(max_length=10)
    shelf_key = models.TextField()
    title_id = models.CharField(max_length=13, db_index=True)
    call_number = models.TextField()

    class Meta:
        indexes = (models.Index(fields=["scheme", "shelf_key", "title_id"], name="shelf_order"),)

    def __str__(self) -> str:
        return self.call_number


class HeadingRow(models.Model):
    """A heading some title stands under. Which titles: the search index knows."""

    heading_id = models.CharField(max_length=13, primary_key=True)
    kind = models.CharField(max_length=10)
    label = models.TextField()
    vernacular = models.TextField()

    def __str__(self) -> str:
        return f"{self.kind}: {self.label}"


class SpellingRow(models.Model):
    """Words of this catalogue that share a key of ``search.suggestions.spelling``.

    ``words`` has a line for each: the word, a tab, its weight. Keys that fall into one bucket share
    a row, so that there are never more rows than buckets.
    """

    bucket = models.IntegerField(primary_key=True)
    words = models.TextField()

    def __str__(self) -> str:
        return str(self.bucket)


class BeginningRow(models.Model):
    """Letters that very many completions begin with, and a line for each of the commonest."""

    letters = models.CharField(max_length=6, primary_key=True)
    titles = models.TextField()
    headings = models.TextField()

    def __str__(self) -> str:
        return self.letters
