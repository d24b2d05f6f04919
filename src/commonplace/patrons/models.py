"""Accounts, their second factor and their sessions; and, for minutes, who tries to sign in.

All in the precious store. Nothing here says where a person is or what they looked at.
"""

import secrets

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from commonplace.bibliography import id_of

MOST_NAME = 100


def fresh_id() -> str:
    """An id nobody can guess from another, as long as the ids of titles."""
    return id_of(secrets.randbits(64))


class Account(AbstractBaseUser):
    """A way to sign in. ``name`` is shown; ``sign_in_name`` is the same, folded, and unique."""

    account_id = models.CharField(max_length=13, primary_key=True, default=fresh_id)
    name = models.CharField(max_length=MOST_NAME)
    sign_in_name = models.CharField(max_length=MOST_NAME, unique=True)
    is_staff = models.BooleanField(default=False)
    made = models.DateTimeField()
    last_login = None  # Django's column is not kept; SignIn says what staff may see

    USERNAME_FIELD = "sign_in_name"

    def __str__(self) -> str:
        return self.name


class SecondFactor(models.Model):
    """What makes the codes of an account. The key itself is not stored: see ``second_factor``.

    ``last_step`` is the time step of the last code that was used; it and earlier ones are spent.
    """

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True)
    seed = models.CharField(max_length=32)
    last_step = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"second factor of {self.account_id}"


class RecoveryCode(models.Model):
    """A code for when the second factor is lost; its row goes when it is used."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    digest = models.CharField(max_length=256)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("account", "digest"), name="a_recovery_code_once"),
        )

    def __str__(self) -> str:
        return f"recovery code of {self.account_id}"


class Session(AbstractBaseSession):
    """Somebody signed in. Goes with its account, so that a reset ends every visit."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)

    def __str__(self) -> str:
        return f"session of {self.account_id}"


class Attempts(models.Model):
    """How often something was tried in a quarter of an hour. ``digest`` cannot be turned back."""

    digest = models.CharField(max_length=16, primary_key=True)
    tries = models.IntegerField()
    ends = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.tries} tries"


class SignIn(models.Model):
    """That an account signed in, or that somebody with its name could not. Only ever added to."""

    account_id = models.CharField(max_length=13, db_index=True)
    at = models.DateTimeField(db_index=True)
    is_success = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.account_id} {'signed in' if self.is_success else 'could not'}"
