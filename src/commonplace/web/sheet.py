"""The style sheet: component files joined in order into one, named by what is in it.

The address changes with the content, so browsers may keep it for ever. Comments and indents are
left out; nothing else is changed.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "styles"
# Later files may lean on earlier ones; the last speaks of other states of the world.
ORDER = (
    "tokens", "ground", "controls", "desk", "marks", "title", "copies", "people", "voices", "shelf",
    "results", "home", "page", "forms", "staff", "reports", "works",
    "corrections", "states",
)  # fmt: skip
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\n\s*")


@lru_cache(maxsize=1)
def sheet() -> str:
    """The whole sheet."""
    parts = ((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in ORDER)
    return _BLANKS.sub("\n", _COMMENTS.sub("", "\n".join(parts))).strip() + "\n"


@lru_cache(maxsize=1)
def sheet_address() -> str:
    """Where the sheet is served."""
    digest = hashlib.sha256(sheet().encode()).hexdigest()[:12]
    return f"/styles/{digest}.css"
