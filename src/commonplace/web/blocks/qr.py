"""A page's address as a QR code, for the printed page."""

from functools import lru_cache

import segno
from markupsafe import Markup


@lru_cache(maxsize=4096)
def qr_of(address: str) -> Markup:
    """The code as an SVG with plain attributes. One mask for all: trying eight costs four times."""
    code = segno.make_qr(address, error="l", boost_error=False, mask=2)
    drawn = code.svg_inline(scale=2, border=0, svgclass=None, lineclass=None, omitsize=True)
    return Markup(drawn)  # noqa: S704 -- segno draws squares; the address is not in it
