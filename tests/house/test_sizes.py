"""Small enough to be seen whole: the limits that no linter knows."""

import ast
from collections import Counter

from tests.conftest import ROOT
from tests.house.reading import PACKAGE, is_exempt, lines_of, modules, name_of, parsed

Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

MOST_LINES_OF_A_MODULE = 400
MOST_LINES_OF_A_FUNCTION = 40
MOST_LINES_OF_A_CLASS = 200
MOST_LINES_OF_A_VIEW = 25
MOST_LINES_OF_A_TEMPLATE = 120
MOST_MODULES_OF_A_PACKAGE = 15


def test_no_module_is_over_400_lines() -> None:
    long = {name_of(path): lines_of(path) for path in modules() if not is_exempt(path)}
    assert not _over(long, MOST_LINES_OF_A_MODULE)


def test_no_test_file_is_over_400_lines() -> None:
    long = {name_of(path): lines_of(path) for path in (ROOT / "tests").rglob("*.py")}
    assert not _over(long, MOST_LINES_OF_A_MODULE)


def test_no_function_is_over_40_lines() -> None:
    assert not _over(_lengths(ast.FunctionDef, ast.AsyncFunctionDef), MOST_LINES_OF_A_FUNCTION)


def test_no_class_is_over_200_lines() -> None:
    assert not _over(_lengths(ast.ClassDef), MOST_LINES_OF_A_CLASS)


def test_no_view_is_over_25_lines() -> None:
    views = {
        f"{name_of(path)}: {node.name}": _length(node)
        for path in (PACKAGE / "web" / "pages").glob("*.py")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.name.endswith("_page")
    }
    assert views
    assert not _over(views, MOST_LINES_OF_A_VIEW)


def test_no_template_is_over_120_lines() -> None:
    templates = (PACKAGE / "web" / "templates").rglob("*.html")
    long = {name_of(path): lines_of(path) for path in templates}
    assert long
    assert not _over(long, MOST_LINES_OF_A_TEMPLATE)


def test_no_package_has_over_15_modules() -> None:
    named = (path for path in modules() if path.name != "__init__.py" and not is_exempt(path))
    assert not _over(Counter(name_of(path.parent) for path in named), MOST_MODULES_OF_A_PACKAGE)


def test_every_module_begins_with_its_manual() -> None:
    silent = [
        name_of(path)
        for path in modules()
        if not is_exempt(path) and not ast.get_docstring(parsed(path))
    ]
    assert not silent


def _over(lengths: dict[str, int], most: int) -> dict[str, int]:
    return {name: length for name, length in lengths.items() if length > most}


def _lengths(*kinds: type[Named]) -> dict[str, int]:
    return {
        f"{name_of(path)}: {node.name}, line {node.lineno}": _length(node)
        for path in modules()
        if not is_exempt(path)
        for node in ast.walk(parsed(path))
        if isinstance(node, kinds)
    }


def _length(node: Named) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1
