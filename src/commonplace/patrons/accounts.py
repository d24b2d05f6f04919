"""Staff accounts: making one, making one anew, taking one away.

Whoever can run commands on the library's machine can make an account; no page can.
"""

import secrets
import unicodedata
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from commonplace.patrons import second_factor
from commonplace.patrons.errors import NameTaken, NameUnusable, NoSuchAccount, PasswordTooWeak
from commonplace.patrons.models import MOST_NAME, Account
from commonplace.patrons.second_factor import Setup
from commonplace.patrons.sessions import end_all_of

MOST_PASSWORD = 1_000
# Without those that are taken for another: no i, l, o, 0, 1.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Made:
    """An account with all it takes to sign in, known this once."""

    account_id: str
    name: str
    password: str
    setup: Setup


def sign_in_name(name: str) -> str:
    """A name as it is compared: capitals, widths and blanks do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def find(name: str) -> Account | None:
    """The account that signs in with this name."""
    folded = sign_in_name(name)
    is_possible = folded.isprintable() and 0 < len(folded) <= MOST_NAME
    return Account.objects.filter(sign_in_name=folded).first() if is_possible else None


def add_staff(name: str, password: str, *, issuer: str) -> Made:
    """A new staff account with a second factor.

    Raises ``NameUnusable``, ``NameTaken`` or ``PasswordTooWeak``.
    """
    shown = _usable(name)
    account = Account(
        name=shown, sign_in_name=sign_in_name(shown), is_staff=True, made=timezone.now()
    )
    _set_password(account, password)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
            setup = second_factor.renew(account, issuer=issuer)
    except IntegrityError as error:
        raise NameTaken(shown) from error
    return Made(account.account_id, account.name, password, setup)


def reset_staff(name: str, password: str, *, issuer: str) -> Made:
    """A new password and a new second factor; every visit of the account ends.

    Raises ``NoSuchAccount`` or ``PasswordTooWeak``.
    """
    account = staff_named(name)
    _set_password(account, password)
    with transaction.atomic():
        account.save()
        setup = second_factor.renew(account, issuer=issuer)
        end_all_of(account)
    return Made(account.account_id, account.name, password, setup)


def remove_staff(name: str) -> str:
    """Take the account away, and answer its name. What it decided keeps its name and stays.

    Raises ``NoSuchAccount``.
    """
    account = staff_named(name)
    account.delete()
    return account.name


def made_password() -> str:
    """A password nobody guesses and anybody can type: four groups of four."""
    return password_of(secrets.token_bytes(32))


def password_of(random: bytes) -> str:
    """These random bytes as a password: 78 bits of them count."""
    number, letters = int.from_bytes(random, "big"), ""
    for _ in range(16):
        number, at = divmod(number, len(_LETTERS))
        letters += _LETTERS[at]
    return "-".join(letters[at : at + 4] for at in range(0, 16, 4))


def staff_named(name: str) -> Account:
    """The staff account with this name.

    Raises ``NoSuchAccount``.
    """
    account = find(name)
    if account is None or not account.is_staff:
        raise NoSuchAccount(name)
    return account


def _usable(name: str) -> str:
    shown = " ".join(name.split())
    folded = sign_in_name(shown)
    if not (shown.isprintable() and 0 < len(shown) <= MOST_NAME >= len(folded) > 0):
        raise NameUnusable(MOST_NAME)
    return shown


def _set_password(account: Account, password: str) -> None:
    if len(password) > MOST_PASSWORD:
        raise PasswordTooWeak([f"A password has at most {MOST_PASSWORD:,} characters."])
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise PasswordTooWeak(error.messages) from error
    account.set_password(password)
