"""``commonplace export``: one module for each kind of thing that can be taken elsewhere."""

from commonplace.cli.exporting.decisions import app

__all__ = ["app"]
