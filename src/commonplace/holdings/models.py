"""Items and holdings statements. Branch and location are codes; names are in ``library.toml``."""

from django.db import models


class Item(models.Model):
    """One copy. ``status`` is a ``bibliography.ItemStatus`` as of the load that wrote it."""

    title_id = models.CharField(max_length=13, db_index=True)
    branch = models.TextField()
    location = models.TextField()
    call_number = models.TextField()
    barcode = models.TextField()
    status = models.CharField(max_length=20)
    due = models.DateField(null=True)
    note = models.TextField()
    copy = models.TextField()
    loans = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.branch} {self.call_number}"


class Statement(models.Model):
    """A run a branch has, in the record's words."""

    title_id = models.CharField(max_length=13, db_index=True)
    branch = models.TextField()
    text = models.TextField()
    note = models.TextField()

    def __str__(self) -> str:
        return self.text
