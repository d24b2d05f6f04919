"""Accounts as Django knows them."""

from django.apps import AppConfig


class Patrons(AppConfig):
    """Tables of the precious store."""

    name = "commonplace.patrons"
    label = "patrons"
