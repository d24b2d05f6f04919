"""Saying that something is wrong, for tests: the form as a reader's browser sends it."""

import re
from typing import Any

from django.test import Client

from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.small_library import address

EMMA = address("e1")


def the_form(client: Client, title: str = EMMA) -> dict[str, str]:
    """What the form of this title holds before anybody fills it in."""
    page = Markup(client.get(f"{title}/wrong").content.decode())
    hidden = [each.attributes for each in page.all("input") if each.attributes["type"] == "hidden"]
    return {each["name"]: each["value"] for each in hidden}


def sent(client: Client, title: str = EMMA, **given: str) -> Any:
    return client.post(f"{title}/wrong", the_form(client, title) | given)


def the_trouble(response: Any) -> str:
    """The sentence of a form that came back."""
    found = re.search(r'role="alert"[^>]*>(.*?)</p>', response.content.decode())
    return visible_text(found[1]) if found else ""
