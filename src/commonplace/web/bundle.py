"""Files joined in order into one, named by what is in it, so that browsers may keep it for ever.

Comments and indents are left out; nothing else is changed.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENT_LINES = re.compile(r"^\s*//.*$", re.MULTILINE)
_BLANKS = re.compile(r"\n\s*")
_LETTERS = 12


@dataclass(frozen=True)
class Bundle:
    """Files of one kind: ``ending`` is that of each, and of the whole."""

    folder: Path
    order: Sequence[str]
    ending: str
    kind: str

    @cached_property
    def text(self) -> str:
        """The whole."""
        parts = (self.folder / f"{name}.{self.ending}" for name in self.order)
        joined = "\n".join(part.read_text(encoding="utf-8") for part in parts)
        bare = _COMMENT_LINES.sub("", _COMMENTS.sub("", joined))
        return _BLANKS.sub("\n", bare).strip() + "\n"

    @cached_property
    def address(self) -> str:
        """Where it is served."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()[:_LETTERS]
        return f"/{self.folder.name}/{digest}.{self.ending}"
