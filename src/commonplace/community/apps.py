"""The community as Django knows it."""

from django.apps import AppConfig


class Community(AppConfig):
    """Tables of the precious store."""

    name = "commonplace.community"
    label = "community"
