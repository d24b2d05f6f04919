"""What pages and commands ask of accounts: named SQL, answered with frozen values."""

from dataclasses import dataclass
from datetime import datetime

from commonplace.catalogue.stores import PRECIOUS, select
from commonplace.patrons.models import SignIn

_ACCOUNT = "account_id, name, is_staff"


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account as the door and the command line see it."""

    account_id: str
    name: str
    is_staff: bool


@dataclass(frozen=True, slots=True)
class Visits:
    """When somebody last signed in before this visit, and how often it failed since then."""

    before: datetime | None
    failed_since: int


def account_by_id(account_id: str) -> KnownAccount | None:
    """The account with this id, if it is still there."""
    sql = f"SELECT {_ACCOUNT} FROM patrons_account WHERE account_id = %s"
    rows = select(PRECIOUS, sql, [account_id])
    return _known(*rows[0]) if rows else None


def staff_accounts() -> tuple[KnownAccount, ...]:
    """Every staff account, by name."""
    sql = f"SELECT {_ACCOUNT} FROM patrons_account WHERE is_staff ORDER BY sign_in_name"
    return tuple(_known(*row) for row in select(PRECIOUS, sql))


def visits_of(account_id: str) -> Visits:
    """What a person should know of their own account: was somebody else here, or trying to be?"""
    rows = SignIn.objects.filter(account_id=account_id)
    times = rows.filter(is_success=True).order_by("-at").values_list("at", flat=True)[:2]
    this, before = (*times, None, None)[:2]
    failed = rows.filter(is_success=False)
    if before:
        failed = failed.filter(at__gt=before)
    return Visits(before, failed.filter(at__lt=this).count() if this else 0)


def _known(account_id: str, name: str, is_staff: object) -> KnownAccount:
    return KnownAccount(account_id, name, bool(is_staff))
