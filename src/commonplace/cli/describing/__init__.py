"""Commands that need no library: what Commonplace understands of records and of call numbers."""

from commonplace.cli.describing.call_numbers import arrange
from commonplace.cli.describing.records import describe

__all__ = ["arrange", "describe"]
