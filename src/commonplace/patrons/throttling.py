"""Guessing made slow: failed sign-ins are counted for a quarter of an hour, then forgotten.

Counted are a name from one subnet (/24, /48), the name, the subnet, and all together. What is
stored is a keyed digest that changes with every quarter of an hour: no name and no address. A
stranger who fails on purpose keeps a name out for minutes, and needs many subnets to do it.
"""

import ipaddress
import time
from collections.abc import Mapping
from datetime import UTC, datetime

from django.db import connections, models, transaction
from django.utils.crypto import salted_hmac

from commonplace.catalogue.stores import PRECIOUS, as_stored
from commonplace.patrons.errors import TooManyAttempts
from commonplace.patrons.models import Attempts

WINDOW = 15 * 60
MOST = {"name here": 8, "name": 40, "subnet": 40, "all": 1_000}


def subnet_of(address: str) -> str:
    """The neighbourhood an address is in; never the address."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    width = 24 if isinstance(found, ipaddress.IPv4Address) else 48
    return str(ipaddress.ip_network(f"{found}/{width}", strict=False))


def count_attempt(name: str, subnet: str) -> tuple[str, ...]:
    """Count an attempt before it is looked at, so that many at once are not too many.

    The answer is for ``forgive``. Raises ``TooManyAttempts``; what is refused is not written.
    """
    now = time.time()
    window = int(now // WINDOW)
    left = int((window + 1) * WINDOW - now) + 1
    most = _allowed(window, name, subnet)
    if _is_over(_tries_of(most), most):
        raise TooManyAttempts(left)
    ends = datetime.fromtimestamp((window + 1) * WINDOW, UTC)
    with transaction.atomic():
        # In one order everywhere, so that no two wait for each other.
        counted = {digest: _count(digest, ends) for digest in sorted(most)}
    if _is_over({digest: tries - 1 for digest, tries in counted.items()}, most):
        raise TooManyAttempts(left)
    return tuple(sorted(most))


def forgive(counted: tuple[str, ...]) -> None:
    """Take an attempt back that succeeded."""
    with transaction.atomic():
        for digest in counted:
            rows = Attempts.objects.filter(digest=digest, tries__gt=0)
            rows.update(tries=models.F("tries") - 1)


def _allowed(window: int, name: str, subnet: str) -> dict[str, int]:
    told = {"name here": f"{name}\n{subnet}", "name": name, "subnet": subnet, "all": ""}
    return {_digest(f"{window}\n{kind}\n{told[kind]}"): most for kind, most in MOST.items()}


def _digest(said: str) -> str:
    return salted_hmac("commonplace attempts", said, algorithm="sha256").hexdigest()[:16]


def _tries_of(most: Mapping[str, int]) -> dict[str, int]:
    rows = Attempts.objects.filter(digest__in=list(most))
    return dict(rows.values_list("digest", "tries"))


def _is_over(tries: Mapping[str, int], most: Mapping[str, int]) -> bool:
    return any(made >= most[digest] for digest, made in tries.items())


def _count(digest: str, ends: datetime) -> int:
    with connections[PRECIOUS].cursor() as cursor:
        cursor.execute(
            """INSERT INTO patrons_attempts (digest, tries, ends) VALUES (%s, 1, %s)
               ON CONFLICT (digest) DO UPDATE SET tries = patrons_attempts.tries + 1
               RETURNING tries""",
            [digest, as_stored(PRECIOUS, ends)],
        )
        return int(cursor.fetchone()[0])
