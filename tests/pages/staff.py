"""Somebody of the staff, for tests of pages behind the door."""

from django.conf import settings
from django.test import Client
from django.utils import timezone

from commonplace.patrons.accounts import find, sign_in_name
from commonplace.patrons.models import Account
from commonplace.patrons.sessions import SessionStore, begin


def as_staff(client: Client, name: str = "Maud", *, is_staff: bool = True) -> Client:
    """This client, signed in as a member of staff; the form of signing in has tests of its own."""
    account = find(name) or Account.objects.create(
        name=name, sign_in_name=sign_in_name(name), is_staff=is_staff, made=timezone.now()
    )
    session = SessionStore()
    begin(session, account)
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return client
