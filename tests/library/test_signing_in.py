"""Signing in: all three or nothing, each code once, and no faster for guessing."""

import hashlib
import time
from typing import Any

import pytest
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.db import connections
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from commonplace.catalogue.stores import PRECIOUS
from commonplace.config.home import Home
from commonplace.patrons import accounts, second_factor
from commonplace.patrons.accounts import Made
from commonplace.patrons.errors import (
    NameTaken,
    NameUnusable,
    NoSuchAccount,
    PasswordTooWeak,
    SignInRefused,
    TooManyAttempts,
)
from commonplace.patrons.forgetting import forget_what_is_over
from commonplace.patrons.models import Account, Attempts, RecoveryCode, SecondFactor, SignIn
from commonplace.patrons.queries import account_by_id, staff_accounts, visits_of
from commonplace.patrons.sessions import SessionStore, account_in, begin
from commonplace.patrons.signing_in import sign_in
from commonplace.patrons.throttling import MOST, WINDOW, count_attempt, forgive, subnet_of

PASSWORD = "a-lamp-in-every-window"  # noqa: S105 -- opens nothing but these tests
HERE = "192.0.2.0/24"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords hashed in no time: slowness is the hash's promise and not looked at here."""
    monkeypatch.setattr(ScryptPasswordHasher, "work_factor", 16)


@pytest.fixture
def maud(home: Home) -> Made:
    """Maud's account, just made."""
    assert home
    return accounts.add_staff("Maud Aldous", PASSWORD, issuer="Wrenfield")


def refused(name: str, password: str, code: str) -> bool:
    try:
        sign_in(name, password, code, subnet=HERE)
    except SignInRefused:
        return True
    return False


def test_name_password_and_code_together_open_the_door_and_no_two_of_them_do(maud: Made) -> None:
    code = maud.setup.code_now()
    assert refused("Nobody", PASSWORD, code)
    assert refused("Maud Aldous", "a-lamp-in-no-window", code)
    assert refused("Maud Aldous", PASSWORD, "000000" if code != "000000" else "111111")
    assert refused("Maud Aldous", PASSWORD, "")
    account = sign_in("  maud  ALDOUS ", PASSWORD, f"{code[:3]} {code[3:]}", subnet=HERE)
    assert account.account_id == maud.account_id


def test_a_name_nobody_has_is_written_for_as_much_as_a_known_one_and_nothing_stays(
    maud: Made,
) -> None:
    written: dict[str, int] = {}
    for name in (maud.name, "Nobody"):
        with CaptureQueriesContext(connections[PRECIOUS]) as asked:
            assert refused(name, "a-lamp-in-no-window", "000000")
        written[name] = sum('INTO "patrons_signin"' in each["sql"] for each in asked)
    assert written == {maud.name: 1, "Nobody": 1}
    assert list(SignIn.objects.values_list("account_id", flat=True)) == [maud.account_id]


def test_a_code_is_good_once_and_so_is_every_one_before_it(maud: Made) -> None:
    code = maud.setup.code_now()
    sign_in(maud.name, PASSWORD, code, subnet=HERE)
    assert refused(maud.name, PASSWORD, code)


def test_of_two_who_use_one_code_at_once_only_one_comes_in(maud: Made) -> None:
    account = accounts.find(maud.name)
    for code in (maud.setup.code_now(), maud.setup.recovery_codes[0]):
        rights = [second_factor.right_code(account, code) for _ in range(2)]
        assert [right.spend() for right in rights if right] == [True, False]


def test_a_recovery_code_is_good_once_however_it_is_typed(maud: Made) -> None:
    code = maud.setup.recovery_codes[3]
    eastern = code.replace("-", " ").translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
    sign_in(maud.name, PASSWORD, eastern, subnet=HERE)
    assert refused(maud.name, PASSWORD, code)
    assert RecoveryCode.objects.count() == second_factor.RECOVERY_CODES - 1


def test_a_wrong_password_spends_no_code(maud: Made) -> None:
    code = maud.setup.recovery_codes[0]
    assert refused(maud.name, "a-lamp-in-no-window", code)
    sign_in(maud.name, PASSWORD, code, subnet=HERE)


def test_an_unknown_name_costs_as_much_as_a_known_one(
    maud: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[int] = []
    scrypt = hashlib.scrypt

    def counted(password: bytes, **costs: Any) -> bytes:
        hashed.append(costs["n"] * costs["r"] * costs["p"])
        return scrypt(password, **costs)

    monkeypatch.setattr(hashlib, "scrypt", counted)
    for code in ("123456", "1234-5678-9012"):
        work = []
        for name, password in (
            ("Nobody", PASSWORD),
            (maud.name, PASSWORD),
            (maud.name, "a-lamp-in-no-window"),
        ):
            hashed.clear()
            assert refused(name, password, code)
            work.append(list(hashed))
        assert work[0] == work[1] == work[2]


@pytest.mark.parametrize("name", ["", " ", "\x00", "Maud\x00", "x" * 3_000, "\u202eduaM", "ﷺ" * 90])
def test_a_name_nobody_can_have_is_refused_like_any_other(home: Home, name: str) -> None:
    assert home
    assert refused(name, PASSWORD, "123456")
    with pytest.raises(NameUnusable):
        accounts.add_staff(name, PASSWORD, issuer="Wrenfield")


def test_an_account_that_is_not_staffs_does_not_come_in_here(maud: Made) -> None:
    Account.objects.update(is_staff=False)
    assert refused(maud.name, PASSWORD, maud.setup.code_now())
    assert not staff_accounts()


def test_the_ninth_attempt_on_a_name_from_one_place_has_to_wait(maud: Made) -> None:
    for _ in range(MOST["name here"]):
        count_attempt("maud aldous", HERE)
    with pytest.raises(TooManyAttempts) as refusal:
        sign_in(maud.name, PASSWORD, maud.setup.code_now(), subnet=HERE)
    assert 0 < refusal.value.seconds <= WINDOW + 1
    assert sign_in(maud.name, PASSWORD, maud.setup.code_now(), subnet="198.51.100.0/24")


@pytest.mark.parametrize(
    ("kind", "name", "subnet"),
    [("name", "maud", "10.0.{}.0/24"), ("subnet", "name {}", HERE), ("all", "n{}", "10.0.{}.0/24")],
)
def test_attempts_are_counted_by_name_by_subnet_and_in_all(
    home: Home, monkeypatch: pytest.MonkeyPatch, kind: str, name: str, subnet: str
) -> None:
    assert home
    monkeypatch.setitem(MOST, kind, 3)
    for turn in range(3):
        count_attempt(name.format(turn), subnet.format(turn))
    with pytest.raises(TooManyAttempts):
        count_attempt(name.format(9), subnet.format(9))


def test_an_attempt_that_succeeds_is_not_counted(maud: Made) -> None:
    sign_in(maud.name, PASSWORD, maud.setup.code_now(), subnet=HERE)
    assert set(Attempts.objects.values_list("tries", flat=True)) == {0}
    forgive(count_attempt("maud aldous", HERE))
    assert set(Attempts.objects.values_list("tries", flat=True)) == {0}


def test_after_a_quarter_of_an_hour_all_is_forgotten(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home
    monkeypatch.setitem(MOST, "name here", 1)
    count_attempt("maud", HERE)
    then = time.time()
    monkeypatch.setattr(time, "time", lambda: then + WINDOW)
    count_attempt("maud", HERE)
    assert Attempts.objects.count() == 2 * len(MOST)
    forget_what_is_over()
    assert Attempts.objects.count() == 2 * len(MOST)
    Attempts.objects.update(ends="2020-01-01T00:00Z")
    forget_what_is_over()
    assert not Attempts.objects.exists()


@pytest.mark.parametrize(
    ("address", "subnet"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("", "unknown"),
        ("192.0.2.77, 10.0.0.1", "unknown"),
        ("<script>", "unknown"),
    ],
)
def test_an_address_is_only_ever_its_neighbourhood(address: str, subnet: str) -> None:
    assert subnet_of(address) == subnet


def test_what_is_stored_opens_nothing_without_the_secret_key(maud: Made) -> None:
    factor = SecondFactor.objects.get()
    assert maud.setup.key not in factor.seed
    account = accounts.find(maud.name)
    assert account is not None
    with override_settings(SECRET_KEY="another"):  # noqa: S106 -- any other
        assert second_factor.right_code(account, maud.setup.code_now()) is None
    stored = " ".join(RecoveryCode.objects.values_list("digest", flat=True))
    assert not any(code.replace("-", "") in stored for code in maud.setup.recovery_codes)
    assert PASSWORD not in account.password


def test_a_reset_ends_every_visit_and_makes_everything_old_useless(maud: Made) -> None:
    session = SessionStore()
    account = accounts.find(maud.name)
    assert account is not None
    begin(session, account)
    session.save()
    new = accounts.reset_staff("maud aldous", "two-lamps-in-the-window", issuer="Wrenfield")
    assert not account_in(SessionStore(session.session_key))
    assert refused(maud.name, PASSWORD, new.setup.code_now())
    assert refused(maud.name, new.password, maud.setup.code_now())
    assert refused(maud.name, new.password, maud.setup.recovery_codes[0])
    assert sign_in(maud.name, new.password, new.setup.code_now(), subnet=HERE)


def test_who_is_removed_is_gone_with_everything_but_deeds(maud: Made) -> None:
    account = accounts.find(maud.name)
    assert account is not None
    session = SessionStore()
    begin(session, account)
    session.save()
    assert accounts.remove_staff("MAUD ALDOUS") == "Maud Aldous"
    assert not account_in(SessionStore(session.session_key))
    assert account_by_id(maud.account_id) is None
    assert not SecondFactor.objects.exists()
    with pytest.raises(NoSuchAccount):
        accounts.remove_staff("Maud Aldous")


def test_a_visit_ends_an_hour_after_its_last_use_and_twelve_after_it_began(
    maud: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = accounts.find(maud.name)
    assert account is not None
    session = SessionStore()
    begin(session, account)
    session.save()
    key, began = session.session_key, session["began"]
    row = SessionStore.get_model_class().objects.get()
    assert 3_590 <= row.expire_date.timestamp() - began <= 3_610
    again = SessionStore(key)
    monkeypatch.setattr(time, "time", lambda: began + 11 * 60 * 60)
    assert account_in(again) == maud.account_id
    assert again["seen"] == began + 11 * 60 * 60
    monkeypatch.setattr(time, "time", lambda: began + 12 * 60 * 60)
    assert not account_in(SessionStore(key))
    assert not SessionStore.get_model_class().objects.exists()


def test_one_name_is_one_account_whatever_its_capitals(maud: Made) -> None:
    with pytest.raises(NameTaken):
        accounts.add_staff("ＭＡＵＤ aldous", PASSWORD, issuer="Wrenfield")
    assert [each.name for each in staff_accounts()] == [maud.name]


@pytest.mark.parametrize("password", ["short", "password1234", "maud aldous 1", "x" * 1_001])
def test_a_password_that_is_guessed_is_not_taken(home: Home, password: str) -> None:
    assert home
    with pytest.raises(PasswordTooWeak):
        accounts.add_staff("Maud Aldous", password, issuer="Wrenfield")
    assert not Account.objects.exists()


def test_a_person_sees_what_happened_to_their_account_and_old_sign_ins_go(maud: Made) -> None:
    codes = iter(maud.setup.recovery_codes)
    sign_in(maud.name, PASSWORD, next(codes), subnet=HERE)
    assert visits_of(maud.account_id).before is None
    refused(maud.name, PASSWORD, "000000")
    sign_in(maud.name, PASSWORD, next(codes), subnet=HERE)
    visits = visits_of(maud.account_id)
    assert visits.before is not None
    assert visits.failed_since == 1
    SignIn.objects.update(at="2020-01-01T00:00Z")
    sign_in(maud.name, PASSWORD, next(codes), subnet=HERE)
    assert SignIn.objects.count() == 1


@given(st.text(max_size=200))
def test_a_folded_name_folds_to_itself(name: str) -> None:
    folded = accounts.sign_in_name(name)
    assert accounts.sign_in_name(folded) == folded


@given(st.binary(min_size=32, max_size=32))
def test_a_made_password_is_four_groups_of_four(random: bytes) -> None:
    groups = accounts.password_of(random).split("-")
    assert [len(each) for each in groups] == [4, 4, 4, 4]
    assert not set("".join(groups)) & set("ilo01")
