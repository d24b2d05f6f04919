"""Signing in with a name, a password and a code of the second factor, all three at once.

Which of them was wrong is never said and takes no other time: an unknown name costs what a known
one costs. A code is spent only when the password is right too.
"""

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone

from commonplace.catalogue.stores import PRECIOUS
from commonplace.patrons import accounts, second_factor
from commonplace.patrons.errors import SignInRefused
from commonplace.patrons.forgetting import forget_what_is_over
from commonplace.patrons.models import Account, SignIn
from commonplace.patrons.throttling import count_attempt, forgive

MOST_CODE = 40


def sign_in(name: str, password: str, code: str, *, subnet: str) -> Account:
    """The staff account all three belong to.

    Raises ``SignInRefused`` or ``TooManyAttempts``.
    """
    counted = count_attempt(accounts.sign_in_name(name), subnet)
    account = accounts.find(name)
    is_right = _is_right_password(account, password[: accounts.MOST_PASSWORD + 1])
    right = second_factor.right_code(account, code[:MOST_CODE])
    if account is None or not (is_right and right and account.is_staff and right.spend()):
        _note_failure(account)
        raise SignInRefused
    forget_what_is_over()
    forgive(counted)
    _note(account.account_id, is_success=True)
    return account


def _is_right_password(account: Account | None, password: str) -> bool:
    if account is None:
        make_password(password)  # takes as long as looking at one
        return False
    return check_password(password, account.password)


def _note_failure(account: Account | None) -> None:
    """Note it for whoever has the name; for nobody, write as much and take it back."""
    with transaction.atomic(PRECIOUS):
        noted = _note(account.account_id if account else "", is_success=False)
        if account is None:
            noted.delete()


def _note(account_id: str, *, is_success: bool) -> SignIn:
    """What staff may see of their own account."""
    return SignIn.objects.create(account_id=account_id, at=timezone.now(), is_success=is_success)
