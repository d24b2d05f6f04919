"""The second factor: codes that change every 30 seconds (RFC 6238), and codes for recovery.

The key of an account is made of its seed and the library's ``secret-key``, so that the database
alone, or a copy of it, opens nothing. A code is good once, and for half a minute to either side.
"""

import secrets
import time
import unicodedata
from base64 import b32encode
from dataclasses import dataclass

import pyotp
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from commonplace.patrons.models import Account, RecoveryCode, SecondFactor

STEP = 30
DIGITS = 6
RECOVERY_CODES = 10
RECOVERY_DIGITS = 12
_KEY_BYTES = 20


@dataclass(frozen=True, slots=True)
class Setup:
    """What a person needs to set up the second factor, to be shown once."""

    key: str
    address: str
    recovery_codes: tuple[str, ...]

    @property
    def spaced_key(self) -> str:
        """The key in groups of four, for typing."""
        return " ".join(self.key[at : at + 4] for at in range(0, len(self.key), 4))

    def code_now(self) -> str:
        """The code of this half minute."""
        return pyotp.TOTP(self.key).now()


def renew(account: Account, *, issuer: str) -> Setup:
    """A new key and new recovery codes; the old ones are good no longer."""
    seed = secrets.token_hex(16)
    with transaction.atomic():
        SecondFactor.objects.update_or_create(
            account=account, defaults={"seed": seed, "last_step": 0}
        )
        return setup_again(account, issuer=issuer)


def setup_again(account: Account, *, issuer: str) -> Setup:
    """The same key with new recovery codes; the old codes are good no longer."""
    seed = SecondFactor.objects.get(account=account).seed
    codes = tuple(_recovery_code() for _ in range(RECOVERY_CODES))
    RecoveryCode.objects.filter(account=account).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, digest=_digest(code, seed)) for code in codes
    )
    key = _key(seed)
    address = pyotp.TOTP(key).provisioning_uri(name=account.name, issuer_name=issuer)
    return Setup(key, address, tuple(map(_spaced, codes)))


@dataclass(frozen=True, slots=True)
class Right:
    """A code that is right for an account and not yet spent."""

    account_id: str
    step: int = 0
    digest: str = ""

    def spend(self) -> bool:
        """Whether the code could be spent: of two who try at once, one can."""
        if self.digest:
            rows = RecoveryCode.objects.filter(account_id=self.account_id, digest=self.digest)
            return bool(rows.delete()[0])
        rows_left = SecondFactor.objects.filter(account_id=self.account_id, last_step__lt=self.step)
        return bool(rows_left.update(last_step=self.step))


def right_code(account: Account | None, code: str) -> Right | None:
    """The code if it is right for this account. Takes as long for one that is not there."""
    figures = "".join(str(unicodedata.decimal(each)) for each in code if each.isdecimal())
    factor = SecondFactor.objects.filter(account=account).first()
    seed = factor.seed if factor else "0" * 32
    last_step = factor.last_step if factor else 0
    if len(figures) == RECOVERY_DIGITS:
        found = _recovery(account, _digest(figures, seed))
    else:
        found = _timed(account, figures, key=_key(seed), after=last_step)
    return found if factor else None


def _timed(account: Account | None, code: str, *, key: str, after: int) -> Right | None:
    now = int(time.time()) // STEP
    made = pyotp.TOTP(key)
    steps = [
        step
        for step in (now - 1, now, now + 1)
        if constant_time_compare(made.generate_otp(step), code) and step > after
    ]
    return Right(account.account_id, step=steps[0]) if account and steps else None


def _recovery(account: Account | None, digest: str) -> Right | None:
    kept = list(RecoveryCode.objects.filter(account=account).values_list("digest", flat=True))
    is_right = any([constant_time_compare(digest, each) for each in kept])  # noqa: C419 -- all are compared
    return Right(account.account_id, digest=digest) if account and is_right else None


def _key(seed: str) -> str:
    key = salted_hmac("commonplace second factor", seed, algorithm="sha256").digest()[:_KEY_BYTES]
    return b32encode(key).decode("ascii")


def _recovery_code() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(RECOVERY_DIGITS))


def _spaced(code: str) -> str:
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _digest(code: str, seed: str) -> str:
    """Slow to make, so that codes cannot be found from a copy of the database."""
    return ScryptPasswordHasher().encode(code, seed)
