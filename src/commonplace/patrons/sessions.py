"""Sessions in the precious store: Django's database sessions, each joined to its account.

A session is only ever made by signing in. It holds the account and when it began, nothing else. It
ends an hour after its last use and twelve after it began, whichever comes first.
"""

import time
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore
from django.contrib.sessions.base_session import AbstractBaseSession

from commonplace.patrons.models import Account, Session

ACCOUNT, BEGAN, SEEN = "account", "began", "seen"
_SEEN_AGAIN_AFTER = 5 * 60


class SessionStore(DatabaseSessionStore):
    """What ``SESSION_ENGINE`` asks for."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table of ours."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """A row with its account beside the data."""
        row: AbstractBaseSession = super().create_model_instance(data)
        if isinstance(row, Session):
            row.account_id = data[ACCOUNT]
        return row


def begin(session: SessionBase, account: Account) -> None:
    """Make this the session of somebody who has just signed in, under a new key."""
    session.flush()
    now = int(time.time())
    session[ACCOUNT], session[BEGAN], session[SEEN] = account.account_id, now, now


def account_in(session: SessionBase) -> str:
    """The id of whose session this is; nothing when nobody is signed in or it has lasted its time.

    Being seen puts off the end, and is written down only every five minutes.
    """
    account_id = session.get(ACCOUNT, "")
    now = int(time.time())
    if not account_id:
        return ""
    if not 0 <= now - session[BEGAN] < settings.SESSION_LONGEST:
        session.flush()
        return ""
    if now - session[SEEN] >= _SEEN_AGAIN_AFTER:
        session[SEEN] = now
    return str(account_id)


def end_all_of(account: Account) -> None:
    """End every visit of this account, wherever it is."""
    Session.objects.filter(account=account).delete()
