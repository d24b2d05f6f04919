"""Readers' wishes as Django knows them."""

from django.apps import AppConfig


class WishesConfig(AppConfig):
    """What readers ask the library to get."""

    name = "commonplace.catalogue.wishes"
    label = "wishes"
    default_auto_field = "django.db.models.BigAutoField"
