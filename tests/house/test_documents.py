"""Documentation that cannot lie: what the pages name is there, and what is there is named."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from commonplace.policy import read_library
from commonplace.policy.reading import KEYS
from tests.conftest import ROOT
from tests.house.commands_page import PAGE, commands, commands_page
from tests.house.reading import (
    DOCS,
    blocks_of,
    documents,
    modules,
    name_of,
    section_of,
    without_blocks,
)

LIBRARY_TOML = DOCS / "reference" / "library-toml.md"
ENVIRONMENT = DOCS / "reference" / "environment.md"
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
DECISION_HEADINGS = ["The choice", "What was measured", "What was refused"]

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_VARIABLE = re.compile(r"\bCOMMONPLACE_[A-Z_]+\b")
_KEY = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)

pages = pytest.mark.parametrize("page", documents(), ids=name_of)


@pytest.mark.parametrize("section", KEYS)
def test_every_key_of_library_toml_is_in_its_reference_and_no_other(section: str) -> None:
    allowed = KEYS[section]
    if allowed is not None:
        documented = set(_KEY.findall(section_of(LIBRARY_TOML, f"## {section}")))
        assert documented == allowed


@pages
def test_every_library_toml_that_a_page_shows_can_be_read(page: Path, tmp_path: Path) -> None:
    for number, block in enumerate(blocks_of(page, "toml")):
        if "[library]" in block or "[[branch]]" in block or "[locations]" in block:
            shown = tmp_path / f"{number}.toml"
            shown.write_text(block, encoding="utf-8")
            read_library(shown)


def test_the_commands_page_says_what_the_commands_say_of_themselves() -> None:
    command = ".venv/bin/python -m tests.house.write_commands_page"
    assert PAGE.read_text(encoding="utf-8") == commands_page(), f"run {command}"


def test_the_help_of_every_command_ends_with_an_example() -> None:
    silent = [name for name, each in commands().items() if "Example: " not in (each.help or "")]
    assert not silent


@pages
def test_every_command_that_a_page_shows_can_be_typed(page: Path) -> None:
    for words in _shown_commands(page):
        _type(words)


def test_every_command_that_is_an_example_in_the_help_can_be_typed() -> None:
    for each in commands().values():
        example = (each.help or "").partition("Example: ")[2].splitlines()[0]
        _type(shlex.split(example))


def test_what_the_service_files_start_can_be_typed() -> None:
    started = [
        line.removeprefix("ExecStart=")
        for path in (ROOT / "deploy").glob("*.service")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("ExecStart=")
    ]
    assert started
    for line in started:
        _type(_without_folder(shlex.split(line)))


@pages
def test_every_make_target_that_a_page_shows_is_in_the_makefile(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    shown = set(re.findall(r"`make ([a-z-]+)", without_blocks(page)))
    shown |= {line[1] for line in _shown_lines(page) if line[0] == "make" and len(line) > 1}
    assert shown <= targets


def test_every_variable_of_the_environment_is_documented_and_no_other() -> None:
    used = {
        name for path in modules() for name in _VARIABLE.findall(path.read_text(encoding="utf-8"))
    }
    documented = set(_KEY.findall(ENVIRONMENT.read_text(encoding="utf-8")))
    assert documented == used


@pages
def test_every_link_to_a_page_of_ours_leads_somewhere(page: Path) -> None:
    broken = []
    for target in _LINK.findall(without_blocks(page)):
        address, _, anchor = target.partition("#")
        if address.startswith(("http://", "https://", "mailto:")):
            continue
        path = (page.parent / address).resolve() if address else page
        if not path.exists() or (anchor and anchor not in _anchors(path)):
            broken.append(target)
    assert not broken


def test_the_index_of_the_documentation_leads_to_every_page() -> None:
    index = DOCS / "README.md"
    linked = {
        (DOCS / each.partition("#")[0]).resolve() for each in _LINK.findall(index.read_text())
    }
    folders = ("tutorial", "guides", "reference", "explanation")
    there = {path.resolve() for folder in folders for path in (DOCS / folder).glob("*.md")}
    assert not [name_of(path) for path in there - linked]


def test_the_index_of_the_decisions_leads_to_every_decision() -> None:
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    assert not [path.name for path in DECISIONS if f"({path.name})" not in index]
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("decision", DECISIONS, ids=name_of)
def test_a_decision_says_what_was_chosen_measured_and_refused_on_one_page(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == DECISION_HEADINGS
    assert len(text.splitlines()) <= 60


def _shown_lines(page: Path) -> Iterator[list[str]]:
    for block in blocks_of(page, "sh", "console"):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line.removeprefix("$ "), comments=True)
            while words and (words[0] == "sudo" or "=" in words[0]):
                words = words[3:] if words[0] == "sudo" and words[1] == "-u" else words[1:]
            if words:
                yield words


def _shown_commands(page: Path) -> Iterator[list[str]]:
    for words in _shown_lines(page):
        plain = _without_folder(words)
        if plain[0] == "commonplace":
            end = next((n for n, word in enumerate(plain) if word in {"|", ">", "&&"}), len(plain))
            yield plain[:end]


def _without_folder(words: list[str]) -> list[str]:
    return [words[0].rpartition("/")[2], *words[1:]]


def _type(words: list[str]) -> None:
    """Read the line as the command would, without doing what it says."""
    assert words[0] == "commonplace"
    rest = words[1:]
    if "--home" in rest:
        at = rest.index("--home")
        rest = rest[:at] + rest[at + 2 :]
    named = " ".join(rest[:2])
    name, arguments = (named, rest[2:]) if named in commands() else (rest[0], rest[1:])
    if arguments != ["--help"]:
        commands()[name].make_context(name, arguments)


def _anchors(page: Path) -> set[str]:
    if page.suffix != ".md":
        return set()
    headings = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}
