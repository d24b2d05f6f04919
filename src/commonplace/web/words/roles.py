"""What contributors did, in the page's language, and the order in which a page names them.

Roles are MARC relator terms. A table: the term, what one such person is called, what several are.
A term that is not here is shown as the record has it.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

# In the order a title page names them.
ROLES: dict[str, tuple[str, str]] = {
    "author": (noop("Author"), noop("Authors")),
    "creator": (noop("Creator"), noop("Creators")),
    "director": (noop("Director"), noop("Directors")),
    "film director": (noop("Director"), noop("Directors")),
    "television director": (noop("Director"), noop("Directors")),
    "composer": (noop("Composer"), noop("Composers")),
    "artist": (noop("Artist"), noop("Artists")),
    "performer": (noop("Performer"), noop("Performers")),
    "singer": (noop("Singer"), noop("Singers")),
    "musician": (noop("Musician"), noop("Musicians")),
    "instrumentalist": (noop("Musician"), noop("Musicians")),
    "conductor": (noop("Conductor"), noop("Conductors")),
    "vocalist": (noop("Singer"), noop("Singers")),
    "arranger": (noop("Arranger"), noop("Arrangers")),
    "choreographer": (noop("Choreographer"), noop("Choreographers")),
    "dancer": (noop("Dancer"), noop("Dancers")),
    "lyricist": (noop("Words by"), noop("Words by")),
    "librettist": (noop("Words by"), noop("Words by")),
    "speaker": (noop("Speaker"), noop("Speakers")),
    "host": (noop("Presented by"), noop("Presented by")),
    "presenter": (noop("Presented by"), noop("Presented by")),
    "interviewer": (noop("Interviewer"), noop("Interviewers")),
    "narrator": (noop("Narrator"), noop("Narrators")),
    "illustrator": (noop("Illustrator"), noop("Illustrators")),
    "photographer": (noop("Photographer"), noop("Photographers")),
    "animator": (noop("Animator"), noop("Animators")),
    "cartographer": (noop("Cartographer"), noop("Cartographers")),
    "designer": (noop("Designer"), noop("Designers")),
    "game designer": (noop("Game designer"), noop("Game designers")),
    "developer": (noop("Developer"), noop("Developers")),
    "programmer": (noop("Programmer"), noop("Programmers")),
    "editor": (noop("Editor"), noop("Editors")),
    "compiler": (noop("Compiler"), noop("Compilers")),
    "translator": (noop("Translator"), noop("Translators")),
    "adapter": (noop("Adapted by"), noop("Adapted by")),
    "abridger": (noop("Abridged by"), noop("Abridged by")),
    "author of introduction, etc.": (noop("Introduction"), noop("Introductions")),
    "writer of introduction": (noop("Introduction"), noop("Introductions")),
    "writer of foreword": (noop("Foreword"), noop("Forewords")),
    "writer of preface": (noop("Foreword"), noop("Forewords")),
    "writer of afterword": (noop("Afterword"), noop("Afterwords")),
    "author of afterword, colophon, etc.": (noop("Afterword"), noop("Afterwords")),
    "screenwriter": (noop("Screenplay"), noop("Screenplay")),
    "producer": (noop("Producer"), noop("Producers")),
    "film producer": (noop("Producer"), noop("Producers")),
    "television producer": (noop("Producer"), noop("Producers")),
    "television writer": (noop("Screenplay"), noop("Screenplay")),
    "actor": (noop("With"), noop("With")),
    "voice actor": (noop("Voices"), noop("Voices")),
    "on-screen participant": (noop("With"), noop("With")),
    "interviewee": (noop("With"), noop("With")),
    "cinematographer": (noop("Camera"), noop("Camera")),
    "videographer": (noop("Camera"), noop("Camera")),
    "film editor": (noop("Editing"), noop("Editing")),
    "editor of moving image work": (noop("Editing"), noop("Editing")),
    "production company": (noop("Made by"), noop("Made by")),
    "film production company": (noop("Made by"), noop("Made by")),
    "issuing body": (noop("Issued by"), noop("Issued by")),
    "publisher": (noop("Publisher"), noop("Publishers")),
    "film distributor": (noop("Distributor"), noop("Distributors")),
    "distributor": (noop("Distributor"), noop("Distributors")),
    "sponsoring body": (noop("Sponsor"), noop("Sponsors")),
}
ORDER = {term: place for place, term in enumerate(ROLES)}


def role_label(role: str, *, people: int = 1) -> str:
    """What one person, or several, with this role are called at the head of their line."""
    one, several = ROLES.get(role, (role[:1].upper() + role[1:],) * 2)
    return _(one if people == 1 else several) if role in ROLES else one


def by_role(role: str) -> str:
    """The role as it stands behind a name on a results page, in lower case."""
    return _BEHIND_A_NAME.get(role, lambda: role)()


_BEHIND_A_NAME = {
    "editor": lambda: _("editor"),
    "translator": lambda: _("translator"),
    "illustrator": lambda: _("illustrator"),
    "narrator": lambda: _("narrator"),
    "compiler": lambda: _("compiler"),
    "photographer": lambda: _("photographer"),
    "composer": lambda: _("composer"),
    "performer": lambda: _("performer"),
    "producer": lambda: _("producer"),
    "conductor": lambda: _("conductor"),
}
