"""The derived half of the catalogue as Django knows it: a schema number, no migrations."""

from django.apps import AppConfig


class Rows(AppConfig):
    """Tables of the derived store."""

    name = "commonplace.catalogue.rows"
    label = "rows"
