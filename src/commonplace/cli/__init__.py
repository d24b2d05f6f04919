"""The ``commonplace`` command: one module a command, listed in ``cli.app``."""

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    from commonplace.cli.app import run_app

    return run_app(arguments)


__all__ = ["run"]
