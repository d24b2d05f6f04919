"""Why titles are one work or are not, in words; why something cannot be decided about works."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from markupsafe import Markup

from commonplace.catalogue.grouping.deciding import LONGEST_REASON, MOST_WORKS, Why
from commonplace.web.wording import said_here
from commonplace.web.words.moments import number
from commonplace.works.evidence import Kind
from commonplace.works.explaining import Called, Obstacle

# The kinds of creation that keys tell apart: the mediums of ``bibliography.FORMATS``.
MEDIUMS: Mapping[str, str] = {
    "text": noop("Text, to read or to hear"),
    "comic": noop("Comic"),
    "music": noop("Music, recorded"),
    "score": noop("Music, printed"),
    "film": noop("Film"),
    "game": noop("Game"),
    "object": noop("Object"),
    "software": noop("Software"),
    "periodical": noop("Periodical"),
    "website": noop("Website"),
    "map": noop("Map"),
    "picture": noop("Picture"),
    "kit": noop("Kit"),
    "other": noop("Something else"),
}

# What evidence is called, in the order of its strength.
KINDS: Mapping[Kind, str] = {
    Kind.KEY: noop("Key"),
    Kind.WORK_NUMBER: noop("Number of the work"),
    Kind.OCLC: noop("OCLC number"),
    Kind.ISBN: noop("ISBN"),
    Kind.LCCN: noop("Library of Congress number"),
    Kind.CALLED: noop("Name"),
}

_OBSTACLES: Mapping[Obstacle, str] = {
    Obstacle.MEDIUM: noop("They are different kinds of work."),
    Obstacle.PART: noop("They are different parts of something larger."),
    Obstacle.NAMES: noop("Their makers’ names or their titles do not agree."),
    Obstacle.COMMON: noop("So many titles have it that it says nothing."),
    Obstacle.DECIDED: noop("The library set them apart."),
    Obstacle.WHOLE: noop("Together they would hold different parts of something larger."),
}

_WARNINGS: Mapping[Obstacle, str] = {
    Obstacle.MEDIUM: noop(
        "These are different kinds of work. A film and its book are two works, and so are a novel"
        " and the comic made from it."
    ),
    Obstacle.PART: noop(
        "These are different parts of something larger. Two volumes of a series are two works."
    ),
}

_REFUSALS: Mapping[Why, Callable[[], str]] = {
    Why.NO_REASON: lambda: _("Say why, so that readers and colleagues know."),
    Why.LONG_REASON: lambda: (
        _("The reason may have %(most)s characters at most.") % {"most": number(LONGEST_REASON)}
    ),
    Why.NOT_SEVERAL: lambda: (
        _("Choose at least one other work, and at most %(most)s in all.")
        % {"most": number(MOST_WORKS)}
    ),
    Why.NO_SUCH_WORK: lambda: _(
        "One of these works is not what it was: somebody else decided something meanwhile, or its"
        " records changed. Look at it again."
    ),
    Why.ALL_OR_NONE: lambda: _(
        "Choose some of the editions, not none and not all. If you did, the work has changed"
        " meanwhile: look at it again."
    ),
    Why.NOT_STANDING: lambda: _("This was undone already."),
}


def medium_label(code: str) -> str:
    """The kind of creation; the code where nobody gave it a name."""
    return _(MEDIUMS[code]) if code in MEDIUMS else code


def kind_of_evidence(kind: Kind) -> str:
    """What this kind of evidence is called."""
    return _(KINDS[kind])


def why_not(obstacle: Obstacle) -> str:
    """Why evidence did not join two works."""
    return _(_OBSTACLES[obstacle])


def warning_of(obstacle: Obstacle) -> str:
    """What to consider before joining works that differ so; nothing where they do not."""
    return _(_WARNINGS[obstacle]) if obstacle in _WARNINGS else ""


def refusal_of(why: Why) -> str:
    """Why it cannot be decided, and what to do next."""
    return _REFUSALS[why]()


def tie_sentence(kind: Kind, one: Markup, other: Markup, text: Markup) -> Markup:
    """That these two editions share this number."""
    return _TIES[kind](one=one, other=other, text=text)


def called_sentence(how: Called, one: Markup, other: Markup, text: Markup) -> Markup:
    """That the first edition is also named as the second is: ``text`` is in what they meet."""
    return _CALLED[how](one=one, other=other, text=text)


_TIES: Mapping[Kind, Callable[..., Markup]] = {
    Kind.WORK_NUMBER: lambda **said: said_here(
        "The records of %(one)s and %(other)s name the same work: %(text)s.", **said
    ),
    Kind.OCLC: lambda **said: said_here(
        "%(one)s and %(other)s have the same OCLC number: %(text)s.", **said
    ),
    Kind.ISBN: lambda **said: said_here(
        "%(one)s and %(other)s have the same ISBN: %(text)s.", **said
    ),
    Kind.LCCN: lambda **said: said_here(
        "%(one)s and %(other)s have the same Library of Congress number: %(text)s.", **said
    ),
}

_CALLED: Mapping[Called, Callable[..., Markup]] = {
    Called.TITLE: lambda **said: said_here(
        "%(one)s is also called %(text)s in its record, as %(other)s is.", **said
    ),
    Called.SPACES: lambda **said: said_here(
        "The titles of %(one)s and %(other)s differ only in their spaces.", **said
    ),
    Called.CREATOR: lambda **said: said_here(
        "%(one)s is also under the name %(text)s in its record, as %(other)s is.", **said
    ),
    Called.NOBODY: lambda **said: said_here(
        "%(one)s has the title of %(other)s, whose record names no maker.", **said
    ),
    Called.KEY: lambda **said: said_here(
        "By what its record says, %(one)s could have the key of %(other)s too: %(text)s.", **said
    ),
}
