"""One word, one thing: words we do not use, faces that hold what they promise, reasons given."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.house.reading import PACKAGE, modules, name_of, packages, parsed

NEVER_A_MODULE = frozenset(
    {
        "base", "bib", "biblio", "code", "common", "core", "data", "entity", "handler", "handlers",
        "helper", "helpers", "info", "main", "manager", "managers", "misc", "obj", "processor",
        "processors", "resource", "service", "services", "util", "utils",
    }
)  # fmt: skip
NEVER_IN_A_CLASS = frozenset(
    {"Bib", "Biblio", "Entity", "Handler", "Helper", "Info", "Manager", "Obj", "Processor", "Utils"}
)
_WORDS = re.compile(r"[A-Z][a-z]*")
_EXCEPTION = re.compile(r"#\s*(noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])(?P<reason>.*)")
_BARE_EXCEPTION = re.compile(r"#\s*(noqa(?!:)|type: ignore(?!\[))")


def test_no_module_or_package_has_a_name_that_says_nothing() -> None:
    named = (path.parent if path.name == "__init__.py" else path for path in modules())
    assert not [name_of(path) for path in named if path.stem in NEVER_A_MODULE]


def test_no_class_is_called_by_a_word_we_do_not_use() -> None:
    classes = (
        (path, node.name)
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
    )
    used = [
        f"{name_of(path)}: {name}"
        for path, name in classes
        if NEVER_IN_A_CLASS & set(_WORDS.findall(name))
    ]
    assert not used


@pytest.mark.parametrize("package", [name_of(path) for path in packages()])
def test_the_public_face_of_a_package_holds_every_name_it_promises(package: str) -> None:
    module = importlib.import_module(_dotted(ROOT / package))
    promised = getattr(module, "__all__", ())
    assert not [name for name in promised if not hasattr(module, name)]
    assert len(set(promised)) == len(promised)


def test_nobody_takes_from_the_face_of_a_package_what_it_does_not_promise() -> None:
    faces = {_dotted(package): _promised(parsed(package / "__init__.py")) for package in packages()}
    taken = [
        f"{name_of(path)}: {node.module} import {alias.name}"
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and faces.get(node.module or "")
        for alias in node.names
        if alias.name not in faces[str(node.module)]
    ]
    assert not [each for each in taken if not _is_module(each.partition(": ")[2])]


def test_an_exception_to_a_check_gives_its_reason_beside_it() -> None:
    """Of exceptions on lines that follow each other, the first speaks for all."""
    files = [*modules(), *(ROOT / "tests").rglob("*.py")]
    silent = [place for path in files if path != Path(__file__) for place in _unexplained(path)]
    assert not silent


def test_nothing_is_left_to_be_done_in_a_comment() -> None:
    left = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert not [name_of(path) for path in modules() if left.search(path.read_text("utf-8"))]


def test_the_map_in_the_architecture_shows_every_package_and_none_that_is_not_there() -> None:
    drawn = set(
        re.findall(r"^[├└]── (\w+)/", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
    )
    there = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert drawn == there


def _unexplained(path: Path) -> Iterator[str]:
    is_explained = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = _EXCEPTION.search(line)
        reason = found["reason"].strip(" #-—") if found else ""
        is_explained = bool(found) and (is_explained or bool(reason))
        if _BARE_EXCEPTION.search(line) or (found and not is_explained):
            yield f"{name_of(path)}, line {number}"


def _promised(face: ast.Module) -> set[str]:
    for node in face.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def _dotted(package: Path) -> str:
    return package.relative_to(PACKAGE.parent).as_posix().replace("/", ".")


def _is_module(imported: str) -> bool:
    path = PACKAGE.parent.joinpath(*imported.replace(" import ", ".").split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()
