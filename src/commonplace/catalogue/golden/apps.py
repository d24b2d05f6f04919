"""Golden queries as Django knows them."""

from django.apps import AppConfig


class GoldenConfig(AppConfig):
    """Searches whose answer the staff know."""

    name = "commonplace.catalogue.golden"
    label = "golden"
    default_auto_field = "django.db.models.BigAutoField"
