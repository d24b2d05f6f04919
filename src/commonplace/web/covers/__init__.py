"""Covers for titles that have none: drawn from the title's own letters, one SVG each.

``draw_cover(Cover(...))`` gives the picture, ``cover_version()`` what to put in its ETag and
``class_ink(class_)`` the colour token that covers and spines share. Nothing here knows a request.
"""

from commonplace.web.covers.cover import Cover
from commonplace.web.covers.draw import cover_version, draw_cover
from commonplace.web.covers.inks import class_ink

__all__ = ["Cover", "class_ink", "cover_version", "draw_cover"]
