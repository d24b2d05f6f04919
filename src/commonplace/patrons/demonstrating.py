"""The demonstration library's staff account, the same at each start of the same home.

Its password is made of the home's ``secret-key``: nobody elsewhere can know it, and none is stored.
"""

from django.contrib.auth.hashers import check_password
from django.utils.crypto import salted_hmac

from commonplace.patrons import accounts, second_factor
from commonplace.patrons.accounts import Made

NAME = "demo"


def demonstration_staff(*, issuer: str) -> Made:
    """The account, made when it is not there; its recovery codes are new each time."""
    random = salted_hmac("commonplace demonstration", NAME, algorithm="sha256").digest()
    password = accounts.password_of(random)
    account = accounts.find(NAME)
    if account is None:
        return accounts.add_staff(NAME, password, issuer=issuer)
    if not check_password(password, account.password):
        return accounts.reset_staff(NAME, password, issuer=issuer)
    setup = second_factor.setup_again(account, issuer=issuer)
    return Made(account.account_id, account.name, password, setup)
