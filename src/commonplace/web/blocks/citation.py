"""A plain citation: who, what, where, when, in which form, and where to find it again.

For the printed page the address is drawn as a QR code too.
"""

from functools import lru_cache

import segno
from markupsafe import Markup

from commonplace.bibliography import Description
from commonplace.catalogue.queries import TitleRow
from commonplace.web.blocks.details import published
from commonplace.web.blocks.titles import leading
from commonplace.web.words.formats import format_label
from commonplace.web.words.names import as_said

_MOST_NAMES = 3


def citation_of(row: TitleRow, address: str) -> str:
    """One title cited in one paragraph, ending with its permanent address."""
    said = row.description
    parts = (_names(said), _title(said), said.edition, published(said.publication), _form(said))
    return " ".join(f"{part.rstrip('. ')}." for part in parts if part.strip(". ")) + f" {address}"


def _names(said: Description) -> str:
    people = [each for each in said.contributors if not each.work]
    makers = [each for each in people if each.is_creator] or leading(people)[:_MOST_NAMES]
    return ", ".join(as_said(each) for each in makers)


def _title(said: Description) -> str:
    twin = said.vernacular.get("title_proper", "") or said.uniform_title
    return f"{said.full_title} [{twin}]" if twin else said.full_title


def _form(said: Description) -> str:
    return said.extent or format_label(said.format)


@lru_cache(maxsize=4096)
def qr_of(address: str) -> Markup:
    """The code as an SVG with plain attributes. One mask for all: trying eight costs four times."""
    code = segno.make_qr(address, error="l", boost_error=False, mask=2)
    drawn = code.svg_inline(scale=2, border=0, svgclass=None, lineclass=None, omitsize=True)
    return Markup(drawn)  # noqa: S704 -- segno draws squares; the address is not in it
