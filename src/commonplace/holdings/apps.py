"""Holdings as Django knows them."""

from django.apps import AppConfig


class Holdings(AppConfig):
    """Tables of the derived store."""

    name = "commonplace.holdings"
    label = "holdings"
