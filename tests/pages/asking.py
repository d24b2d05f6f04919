"""Asking the library to get something, for tests: the form as a reader's browser sends it."""

from typing import Any

from django.test import Client

from tests.pages.markup import Markup


def the_wish_form(client: Client, address: str = "/wish") -> dict[str, str]:
    """What the form holds before anybody fills it in."""
    page = Markup(client.get(address).content.decode())
    fields = [each.attributes for each in page.all("input") if "name" in each.attributes]
    kept = ("form", "title", "creator", "website")
    return {each["name"]: each["value"] for each in fields if each["name"] in kept}


def wished(client: Client, **given: str) -> Any:
    return client.post("/wish", the_wish_form(client) | given)
