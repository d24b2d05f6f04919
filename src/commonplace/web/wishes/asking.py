"""Ask the library to get it: a form that needs no account and leaves no trace."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from commonplace.bibliography import FORMATS
from commonplace.catalogue.letters.words import MOST_CHARACTERS, kept
from commonplace.catalogue.wishes.asking import MOST_OF_A_LINE, Asked, ask
from commonplace.web.addresses import cleaned, parameters_of
from commonplace.web.pages.troubles import WITH_FORM, takes, too_much
from commonplace.web.reporting.form import TRAP, Filled, fresh_seal, is_too_much, read_fields
from commonplace.web.reporting.refusals import Refusal, refusal_of_length
from commonplace.web.reporting.taking import shown, take
from commonplace.web.words.formats import format_label

LINES = ("title", "creator", "format")
OFFERED = (
    "book", "large_print", "graphic_novel", "ebook", "audiobook_cd", "eaudiobook", "dvd", "bluray",
    "evideo", "music_cd", "score", "video_game", "board_game", "magazine", "map",
)  # fmt: skip
_ABOUT = "what to get"


@dataclass(frozen=True)
class FilledWish(Filled):
    """What is in the form: what is asked for, and why or where it was heard of."""

    title: str = ""
    creator: str = ""
    format: str = ""
    note: str = ""


@dataclass(frozen=True)
class WishPage:
    """The form, empty or as it came back."""

    filled: FilledWish
    refusal: Refusal | None = None
    template = "wish/page.html"
    about = _ABOUT

    @property
    def formats(self) -> tuple[tuple[str, str], ...]:
        """The formats one may ask for."""
        chosen = (self.filled.format,) if self.filled.format in FORMATS else ()
        return tuple((code, format_label(code)) for code in dict.fromkeys((*OFFERED, *chosen)))

    @property
    def most_characters(self) -> int:
        """How many characters there is room for in the note."""
        return MOST_CHARACTERS

    @property
    def most_of_a_line(self) -> int:
        """How many characters there is room for in a line."""
        return MOST_OF_A_LINE

    @property
    def trap(self) -> str:
        """The field only a machine fills in."""
        return TRAP

    def given_back(self, refusal: Refusal, seal: str) -> Self:
        """The same form with the reason why it came back."""
        return replace(self, refusal=refusal, filled=replace(self.filled, seal=seal))

    def refused(self) -> Refusal | None:
        """Why what is in the form cannot be taken."""
        filled = self.filled
        if not kept(filled.title):
            return Refusal(422, _("Say what the library should get: its title."), "title")
        return (
            refusal_of_length(filled.title, "title", MOST_OF_A_LINE)
            or refusal_of_length(filled.creator, "creator", MOST_OF_A_LINE)
            or refusal_of_length(filled.note, "note")
        )

    def send(self, nonce: str) -> str:
        """Keep the wish."""
        filled = self.filled
        chosen = filled.format if filled.format in FORMATS else ""
        language = get_language() or "en"
        return ask(Asked(filled.title, filled.creator, chosen, filled.note, language), nonce)

    def facts(self) -> dict[str, Any]:
        """The form as JSON."""
        facts: dict[str, Any] = {
            "fields": [*LINES, "note"],
            "formats": [{"format": code, "label": label} for code, label in self.formats],
            "most_characters": self.most_characters,
            "form": self.filled.seal,
        }
        return facts | ({"refused": self.refusal.sentence} if self.refusal else {})


@csrf_exempt  # nobody is signed in; the form is signed, and other sites' pages are refused
@takes(*WITH_FORM)
def wish_page(request: HttpRequest) -> HttpResponse:
    """The form, and where it is sent."""
    fresh = fresh_seal(_ABOUT)
    if request.method != "POST":
        return shown(request, WishPage(FilledWish(fresh, **_known(request))))
    if is_too_much(request):
        return too_much(request)
    sent = read_fields(request, *LINES, texts=("note",))
    return take(request, WishPage(FilledWish(**sent)), fresh)


def _known(request: HttpRequest) -> Mapping[str, str]:
    """What the search that led here says already: nobody types it again."""
    given = parameters_of(request.META.get("QUERY_STRING", ""))
    return {name: cleaned(given[name][-1], MOST_OF_A_LINE) for name in LINES if name in given}
