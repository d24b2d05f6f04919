"""What the house tests read: our modules, our documents, and the parts of a Markdown page."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "commonplace"
DOCS = ROOT / "docs"
FRONT_PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
EXEMPT_FROM_LENGTH = ("/tables/", "/vocabularies/", "/migrations/")

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@cache
def modules() -> tuple[Path, ...]:
    """Every Python module of the product."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


def packages() -> tuple[Path, ...]:
    """Every package of the product."""
    return tuple(path.parent for path in modules() if path.name == "__init__.py")


@cache
def parsed(path: Path) -> ast.Module:
    """The module as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def is_exempt(path: Path) -> bool:
    """Whether the module is a table, a vocabulary or a migration, as long as it needs to be."""
    return any(part in f"/{path.relative_to(PACKAGE).as_posix()}" for part in EXEMPT_FROM_LENGTH)


def name_of(path: Path) -> str:
    """A file as messages name it."""
    return path.relative_to(ROOT).as_posix()


def lines_of(path: Path) -> int:
    """How many lines the file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def documents() -> tuple[Path, ...]:
    """Every page of prose in the project."""
    pages = [ROOT / name for name in FRONT_PAGES]
    return (*pages, *sorted(DOCS.rglob("*.md")), *sorted((ROOT / "demo").glob("*.md")))


def blocks_of(page: Path, *languages: str) -> Iterator[str]:
    """The fenced blocks of this page that are in one of these languages."""
    for found in _FENCE.finditer(page.read_text(encoding="utf-8")):
        if found[1] in languages:
            yield found[2]


def without_blocks(page: Path) -> str:
    """The page's text without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def section_of(page: Path, heading: str) -> str:
    """The text under this heading, up to the next one of its level."""
    level = heading.split(" ", 1)[0]
    _, found, rest = page.read_text(encoding="utf-8").partition(f"\n{heading}\n")
    assert found, f"{name_of(page)} has no heading “{heading}”"
    return re.split(rf"^{level} ", rest, maxsplit=1, flags=re.MULTILINE)[0]
