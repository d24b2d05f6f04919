"""Browsing as Django knows it."""

from django.apps import AppConfig


class Browse(AppConfig):
    """Tables of the derived store."""

    name = "commonplace.browse"
    label = "browse"
