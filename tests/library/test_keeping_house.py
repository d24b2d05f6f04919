"""The follower forgets what is over, without anybody signing in."""

from django.utils import timezone

from commonplace.config.home import Home
from commonplace.ingest.keeping_house import KeepingHouse
from commonplace.patrons.models import Account, Attempts, Session, SignIn
from commonplace.patrons.sessions import SessionStore, begin

LONG_AGO = "2020-01-01T00:00Z"


def test_what_is_over_is_forgotten_once_a_minute_and_what_is_not_is_kept(home: Home) -> None:
    assert home
    account = Account.objects.create(name="Maud", sign_in_name="maud", made=timezone.now())
    for _ in range(2):
        session = SessionStore()
        begin(session, account)
        session.save()
    Session.objects.filter(session_key=session.session_key).update(expire_date=LONG_AGO)
    for at in (LONG_AGO, timezone.now()):
        Attempts.objects.create(digest=str(at)[:16], tries=1, ends=at)
        SignIn.objects.create(account_id=account.account_id, at=at, is_success=True)
    Attempts.objects.exclude(ends=LONG_AGO).update(ends="2200-01-01T00:00Z")
    keep_house = KeepingHouse()
    keep_house()
    assert [table.objects.count() for table in (Attempts, SignIn)] == [1, 1]
    assert Session.objects.count() == 1
    SignIn.objects.update(at=LONG_AGO)
    keep_house()
    assert SignIn.objects.count() == 1
