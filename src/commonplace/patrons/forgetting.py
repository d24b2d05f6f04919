"""Forgetting what is over: counted attempts, visits that ended, sign-ins of ninety days ago."""

from datetime import timedelta

from django.utils import timezone

from commonplace.patrons.models import Attempts, Session, SignIn

SIGN_INS_KEPT = timedelta(days=90)


def forget_what_is_over() -> None:
    """Called every minute by the follower, and when somebody signs in; safe to call at any time."""
    now = timezone.now()
    Attempts.objects.filter(ends__lt=now).delete()
    Session.objects.filter(expire_date__lt=now).delete()
    SignIn.objects.filter(at__lt=now - SIGN_INS_KEPT).delete()
