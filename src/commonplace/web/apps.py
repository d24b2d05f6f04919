"""The pages as Django knows them."""

from django.apps import AppConfig


class Web(AppConfig):
    """Templates, styles and pages; no tables."""

    name = "commonplace.web"
    label = "web"
