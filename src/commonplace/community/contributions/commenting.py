"""Commenting on a work, and changing one's comment."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from commonplace.bibliography import identity
from commonplace.catalogue.grouping.anchors import NoSuchTitle, anchor_for
from commonplace.catalogue.queries import title
from commonplace.catalogue.stores import PRECIOUS
from commonplace.catalogue.storing import log_precious_changes
from commonplace.community.contributions.authors import Author
from commonplace.community.contributions.models import Comment, State
from commonplace.community.contributions.refusals import ContributionRefused, Why
from commonplace.community.contributions.words import reason_to_review, tidied_name, tidied_words

OPEN = (State.PUBLISHED, State.AWAITING_REVIEW)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says, and whether it gives away how things end."""

    words: str
    is_spoiler: bool = False
    language: str = ""


def comment(title_id: str, said: Said, author: Author, *, form: str) -> Comment:
    """Keep this comment on the work of this title; ``form`` is the nonce of the form it came in.

    The same form sent twice is one comment. Raises ``NoSuchTitle`` or ``ContributionRefused``.
    """
    words = tidied_words(said.words)
    if not author.key:
        raise ContributionRefused(Why.NOBODY)
    row = title(title_id)
    if row is None:
        raise NoSuchTitle(title_id)
    now, reason = timezone.now(), reason_to_review(words)
    with transaction.atomic(PRECIOUS):
        log_precious_changes([title_id])
        made, _is_new = Comment.objects.get_or_create(
            contribution_id=identity("comment", author.key, form),
            defaults={
                "anchor": anchor_for(title_id),
                "format": row.description.format,
                "author": author.key,
                "author_name": tidied_name(author.name),
                "role": author.role,
                "language": said.language,
                "written": now,
                "changed": now,
                "state": State.AWAITING_REVIEW if reason else State.PUBLISHED,
                "review_reason": reason or "",
                "words": words,
                "is_spoiler": said.is_spoiler,
            },
        )
    return made


def edit(contribution_id: str, said: Said, author: Author, *, version: int) -> Comment:
    """Change one's own comment, as it was read at this ``version``.

    Raises ``ContributionRefused``: also where it is another's, and where nobody wrote it.
    """
    words = tidied_words(said.words)
    with transaction.atomic(PRECIOUS):
        found = Comment.objects.select_for_update().filter(pk=contribution_id, author=author.key)
        made = found.select_related("anchor").first() if author.key else None
        if made is None:
            raise ContributionRefused(Why.NOT_THEIRS)
        if made.state not in OPEN:
            raise ContributionRefused(Why.CLOSED)
        if made.version != version:
            raise ContributionRefused(Why.MEANWHILE)
        log_precious_changes([made.anchor.title_id])
        if words != made.words:
            reason = reason_to_review(words)
            made.state = State.AWAITING_REVIEW if reason else State.PUBLISHED
            made.review_reason = reason or ""
        made.words, made.is_spoiler, made.language = words, said.is_spoiler, said.language
        made.changed, made.version = timezone.now(), made.version + 1
        made.save()
    return made
