"""The examples in the docstrings of mapping, vocabularies and works are true."""

import doctest
import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest

import commonplace.records.mapping
import commonplace.records.vocabularies
import commonplace.works

PACKAGES = (commonplace.records.mapping, commonplace.records.vocabularies, commonplace.works)


def modules() -> Iterator[str]:
    """Every module of the packages."""
    for package in PACKAGES:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield found.name


def examples_in(module: ModuleType) -> int:
    """How many examples the module has; a wrong one raises."""
    return doctest.testmod(module, raise_on_error=True).attempted


@pytest.mark.parametrize("name", list(modules()))
def test_the_examples_of_a_module_are_true(name: str) -> None:
    examples_in(importlib.import_module(name))
