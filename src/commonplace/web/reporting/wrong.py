"""Something wrong here? A reader says what, in a form that needs no account and leaves no trace."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from commonplace.catalogue.corrections.models import Kind
from commonplace.catalogue.corrections.reports import Said, send
from commonplace.catalogue.letters.words import MOST_CHARACTERS, kept
from commonplace.catalogue.queries import TitleRow, titles_of_works
from commonplace.web.addresses import parameters_of
from commonplace.web.blocks.folding import fold
from commonplace.web.blocks.online import Online, links_of
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.finding import title_or_nothing
from commonplace.web.pages.troubles import WITH_FORM, takes, too_much
from commonplace.web.reporting.form import (
    MOST_SHOWN,
    TRAP,
    Filled,
    fresh_seal,
    is_too_much,
    read_fields,
)
from commonplace.web.reporting.refusals import Refusal, refusal_of_length
from commonplace.web.reporting.taking import shown, take
from commonplace.web.words.reports import KINDS, kind_of_report

MOST_EDITIONS = 200


@dataclass(frozen=True)
class FilledReport(Filled):
    """What is in the form: what is wrong, with which edition or link, and the reader's words."""

    kind: str = ""
    words: str = ""
    edition: str = ""
    link: str = ""


@dataclass(frozen=True)
class WrongPage:
    """The form, empty or as it came back, with the editions and links one may point at."""

    row: TitleRow
    rows_of_work: Sequence[TitleRow]
    filled: FilledReport
    refusal: Refusal | None = None
    template = "wrong/page.html"

    @property
    def about(self) -> str:
        """The title its seal is for."""
        return self.row.title_id

    @property
    def title(self) -> ShownTitle:
        """What it is about."""
        return ShownTitle(self.row)

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """What can be wrong, each with its words."""
        return tuple((kind.value, kind_of_report(kind)) for kind in self._possible)

    @property
    def _possible(self) -> Sequence[Kind]:
        """Nothing is mixed in with a lone edition, and no link is dead where there is none."""
        never = {Kind.LINK} if not self.links else set()
        never |= {Kind.MERGED} if not self.editions else set()
        return [kind for kind in KINDS if kind not in never]

    @cached_property
    def editions(self) -> tuple[ShownTitle, ...]:
        """The editions it stands with, when there are others."""
        if len(self.rows_of_work) < 2:  # noqa: PLR2004 -- itself and another
            return ()
        return tuple(ShownTitle(row) for row in self.rows_of_work[:MOST_EDITIONS])

    @cached_property
    def links(self) -> tuple[Online, ...]:
        """The record's links, as many as a page bears."""
        links = links_of(self.row.description)
        return fold(links, weigh=lambda one: f"{one.address}{one.label}").all

    @property
    def most_characters(self) -> int:
        """How many characters there is room for."""
        return MOST_CHARACTERS

    @property
    def trap(self) -> str:
        """The field only a machine fills in."""
        return TRAP

    @property
    def is_cut(self) -> bool:
        """Whether there was more than any page shows again."""
        return len(self.filled.words) >= MOST_SHOWN

    def said(self) -> Said:
        """What a sound form says. An edition or a link that is not this title's is left out."""
        kind = Kind(self.filled.kind)
        editions = {each.row.title_id for each in self.editions}
        links = {each.address for each in self.links}
        edition, link = self.filled.edition, self.filled.link
        return Said(
            title_id=self.row.title_id,
            kind=kind,
            words=self.filled.words,
            edition=edition if kind is Kind.MERGED and edition in editions else "",
            link=link if kind is Kind.LINK and link in links else "",
            language=get_language() or "en",
        )

    def given_back(self, refusal: Refusal, seal: str) -> Self:
        """The same form with the reason why it came back."""
        return replace(self, refusal=refusal, filled=replace(self.filled, seal=seal))

    def refused(self) -> Refusal | None:
        """Why what is in the form cannot be taken."""
        if self.filled.kind not in set(Kind):
            return Refusal(422, _("Choose what is wrong."), "kind")
        if too_long := refusal_of_length(self.filled.words, "words"):
            return too_long
        if self.filled.kind == Kind.OTHER and not kept(self.filled.words):
            return Refusal(422, _("Say in a few words what is wrong."), "words")
        return None

    def send(self, nonce: str) -> str:
        """Keep the report."""
        return send(self.said(), nonce)

    def facts(self) -> dict[str, Any]:
        """The form as JSON."""
        facts: dict[str, Any] = {
            "title": self.title.facts(),
            "kinds": [{"kind": kind, "label": label} for kind, label in self.kinds],
            "editions": [each.row.title_id for each in self.editions],
            "links": [each.address for each in self.links],
            "most_characters": self.most_characters,
            "form": self.filled.seal,
        }
        return facts | ({"refused": self.refusal.sentence} if self.refusal else {})


@csrf_exempt  # nobody is signed in; the form is signed, and other sites' pages are refused
@takes(*WITH_FORM)
def wrong_page(request: HttpRequest, title_id: str) -> HttpResponse:
    """The form about one title, and where it is sent."""
    if request.method == "POST" and is_too_much(request):
        return too_much(request)
    row, fresh = title_or_nothing(title_id), fresh_seal(title_id)
    filled = FilledReport(fresh, kind=_chosen(request))
    if request.method == "POST":
        sent = read_fields(request, "kind", "edition", "link", texts=("words",))
        filled = FilledReport(**sent)
    page = WrongPage(row, titles_of_works([row.work_id])[row.work_id], filled)
    return take(request, page, fresh) if request.method == "POST" else shown(request, page)


def _chosen(request: HttpRequest) -> str:
    """What the link that led here says is wrong: ``?kind=merged``."""
    values = parameters_of(request.META.get("QUERY_STRING", "")).get("kind", [""])
    return values[-1] if values[-1] in set(Kind) else ""
