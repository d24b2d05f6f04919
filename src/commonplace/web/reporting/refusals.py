"""Why a form comes back: a sentence that says what to do next. What was written comes with it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonplace.catalogue.corrections.reports import TooManyOnTitle
from commonplace.catalogue.letters.sending import TooManyJustNow
from commonplace.catalogue.letters.words import MOST_CHARACTERS, kept
from commonplace.web.reporting.form import Filled, Seal
from commonplace.web.words.moments import number

AN_HOUR, HALF_A_MINUTE = 3_600, 30


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the form was not taken: the answer's status, the sentence, the part to look at again.

    ``retry_after`` are seconds after which it may be.
    """

    status: int
    sentence: str
    part: str = ""
    retry_after: int = 0


def refusal_of_seal(seal: Seal | None, filled: Filled, *, is_from_here: bool) -> Refusal | None:
    """Why this form cannot be one of ours that a person filled in; ``None`` when it can."""
    if not is_from_here or seal is None:
        return Refusal(403, _not_ours())
    if filled.trap:
        return Refusal(422, _trapped())
    return Refusal(422, _too_quick()) if seal.is_too_quick else None


def refusal_of_length(words: str, part: str, most: int = MOST_CHARACTERS) -> Refusal | None:
    """Why these words cannot be taken: there are too many; ``None`` when there are not."""
    written = len(kept(words))
    return Refusal(422, _too_long(written, most), part) if written > most else None


def refusal_for(error: Exception) -> Refusal:
    """Why a sound form was not kept."""
    if isinstance(error, TooManyOnTitle):
        return Refusal(429, _many_on_title(), retry_after=24 * AN_HOUR)
    if isinstance(error, TooManyJustNow):
        return Refusal(429, _many_just_now(), retry_after=AN_HOUR)
    return Refusal(503, _busy(), retry_after=HALF_A_MINUTE)


def _too_long(written: int, most: int) -> str:
    sentence = ngettext(
        "You wrote %(num)s character, and there is room for %(most)s. Nothing is lost: make it"
        " shorter and send it again.",
        "You wrote %(num)s characters, and there is room for %(most)s. Nothing is lost: make it"
        " shorter and send it again.",
        written,
    )
    return sentence % {"num": number(written), "most": number(most)}


def _not_ours() -> str:
    return _(
        "This form did not come from this page as it is now. What you wrote is below: look it over"
        " and send it again."
    )


def _trapped() -> str:
    return _("The field that is to stay empty was filled in. Empty it and send the form again.")


def _too_quick() -> str:
    return _("That was quicker than anybody reads. What you wrote is below: send it again.")


def _many_on_title() -> str:
    return _(
        "Several people have told us about this title already, and the staff will look at it. More"
        " can be said when they have answered."
    )


def _many_just_now() -> str:
    return _(
        "More was sent to the library in the last hour than the staff can look at. What you wrote"
        " is below: leave this page open and send it again in an hour."
    )


def _busy() -> str:
    return _(
        "The catalogue is busy just now. What you wrote is below: wait half a minute and send it"
        " again."
    )
