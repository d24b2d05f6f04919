"""The command line put together: every command, how mistakes are told, and the exit codes.

0 done; 1 could not be done; 2 the command line itself is wrong; 3 done, but something was
quarantined.
"""

import os
import sys
from collections.abc import Sequence

import typer

from commonplace.cli import (
    checking,
    demonstrating,
    describing,
    exporting,
    golden,
    importing,
    loading,
    quarantining,
    reindexing,
    searching,
    serving,
    showing,
    staff,
)
from commonplace.cli.saying import CommandError, complain

app = typer.Typer(
    name="commonplace",
    help="A public library's catalogue with its readers in it. --home DIR (or COMMONPLACE_HOME)"
    " says where the library lives; ./library when it is not said.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    demonstrating.demo,
    loading.load,
    quarantining.quarantine,
    describing.describe,
    describing.arrange,
    searching.search,
    searching.suggest,
    searching.parse,
    showing.show,
    serving.serve,
    reindexing.reindex,
    checking.check,
):
    app.command()(command)
app.add_typer(staff.app, name="staff")
app.add_typer(golden.app, name="golden")
app.add_typer(exporting.app, name="export")
app.add_typer(importing.app, name="import")


def run_app(arguments: Sequence[str]) -> int:
    """Run one command line; mistakes become one clear sentence, never a stack trace."""
    try:
        app(list(arguments))
    except CommandError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        complain(f"{error.filename or 'output'}: {error.strerror or error}.")
        return 1
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0
