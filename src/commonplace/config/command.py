"""Where ``commonplace`` begins: the home is chosen before anything that reads it is imported."""

import os
import sys

from commonplace.config.home import BadHome
from commonplace.config.stores import BadDatabaseAddress


def main() -> None:
    """Run the command line. ``--home DIR`` may stand anywhere on it.

    Bytes that are no text are replaced, so that they cannot trouble a database further down.
    """
    readable = [each.encode("utf-8", "replace").decode("utf-8") for each in sys.argv[1:]]
    arguments, home = _without_home(readable)
    if home is not None:
        os.environ["COMMONPLACE_HOME"] = home
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonplace.config.settings")
    from commonplace.cli import run  # noqa: PLC0415 -- reads the environment set above

    try:
        code = run(arguments)
    except (BadDatabaseAddress, BadHome) as error:
        sys.stderr.write(f"commonplace: {error}\n")
        code = 1
    sys.exit(code)


def _without_home(arguments: list[str]) -> tuple[list[str], str | None]:
    """The arguments without ``--home``, and the folder it named, if it was said."""
    kept: list[str] = []
    home = None
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            kept += [argument, *rest]
        elif argument == "--home":
            home = next(rest, "")
        elif argument.startswith("--home="):
            home = argument.partition("=")[2]
        else:
            kept.append(argument)
    return kept, home


if __name__ == "__main__":
    main()
