"""The catalogue as Django knows it."""

from django.apps import AppConfig


class Catalogue(AppConfig):
    """Tables of the records store and of the precious store."""

    name = "commonplace.catalogue"
    label = "catalogue"
