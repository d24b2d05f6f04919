"""``commonplace staff``: who of the staff may sign in.

What is needed to sign in is printed once, when it is made. Who lost it gets a new one: ``reset``.
"""

import sys
from getpass import getpass
from typing import TYPE_CHECKING, Annotated, Any

import segno
import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, note, say, say_json

if TYPE_CHECKING:
    from commonplace.patrons.accounts import Made

app = typer.Typer(
    help="Accounts of the staff: add, list, reset, remove. Example: commonplace staff add Maud",
    no_args_is_help=True,
)

Name = Annotated[str, typer.Argument(help="The name to sign in with.")]
AsJson = Annotated[bool, typer.Option("--json", help="End with one JSON object.")]
Make = Annotated[bool, typer.Option("--make-password", help="Make a password; do not ask for one.")]


@app.command()
def add(name: Name, make_password: Make = False, as_json: AsJson = False) -> None:
    """An account for somebody of the staff, with a second factor.

    Asks for a password, or makes one when there is nobody to ask. Prints once what is needed to
    sign in: the password if it was made, the key for an authenticator app, and recovery codes.

    Example: commonplace staff add Maud
    """
    library = open_library()
    from commonplace.patrons import accounts

    password, is_made = _password(ask=not make_password)
    made = _done(accounts.add_staff, name, password, issuer=library.name)
    _tell(made, is_made=is_made, as_json=as_json)


@app.command("list")
def show_all(as_json: AsJson = False) -> None:
    """Everybody of the staff who may sign in.

    Example: commonplace staff list --json
    """
    open_library()
    from commonplace.patrons.queries import staff_accounts

    found = staff_accounts()
    if as_json:
        say_json({"staff": [{"account_id": e.account_id, "name": e.name} for e in found]})
        return
    for each in found:
        say(each.name)
    if not found:
        say("Nobody of the staff has an account. Make one: commonplace staff add NAME")


@app.command()
def reset(name: Name, make_password: Make = False, as_json: AsJson = False) -> None:
    """A new password, a new second factor and new recovery codes; ends every visit.

    Example: commonplace staff reset Maud
    """
    library = open_library()
    from commonplace.patrons import accounts

    _done(accounts.staff_named, name)
    password, is_made = _password(ask=not make_password)
    made = _done(accounts.reset_staff, name, password, issuer=library.name)
    _tell(made, is_made=is_made, as_json=as_json)


@app.command()
def remove(name: Name, as_json: AsJson = False) -> None:
    """Take an account away; ends every visit. What the person decided stays.

    Example: commonplace staff remove Maud
    """
    open_library()
    from commonplace.patrons import accounts

    removed = _done(accounts.remove_staff, name)
    if as_json:
        say_json({"removed": removed})
    else:
        say(f"{removed} can no longer sign in.")


def lines_of(made: "Made") -> list[tuple[str, str]]:
    """What is needed for the second factor, each with what it is."""
    return [
        ("setup key for an authenticator app", made.setup.spaced_key),
        ("the same as an address", made.setup.address),
        ("its code just now", made.setup.code_now()),
        ("recovery codes, each good once", ", ".join(made.setup.recovery_codes)),
    ]


def _done(deed: Any, *said: str, **named: str) -> Any:
    from commonplace.patrons.errors import PatronsError

    try:
        return deed(*said, **named)
    except PatronsError as error:
        raise CommandError(str(error)) from error


def _password(*, ask: bool) -> tuple[str, bool]:
    """A password, and whether it was made here."""
    from commonplace.patrons.accounts import made_password

    if not (ask and sys.stdin.isatty()):
        return made_password(), True
    said = getpass("Password (leave it empty to have one made): ")
    if not said:
        return made_password(), True
    if getpass("The same once more: ") != said:
        raise CommandError("The two passwords differ; nothing was changed.")
    return said, False


def _tell(made: "Made", *, is_made: bool, as_json: bool) -> None:
    if as_json:
        say_json(_as_json(made, is_made=is_made))
        return
    say(f"{made.name} may sign in at /sign-in. This is shown once:")
    say()
    told = [("password", made.password)] if is_made else []
    for what, said in told + lines_of(made):
        say(f"  {what}: {said}")
    if sys.stdout.isatty():
        segno.make(made.setup.address, error="m").terminal(sys.stdout, compact=True)
    note("Add the key to an authenticator app, or show the app the picture.")


def _as_json(made: "Made", *, is_made: bool) -> dict[str, Any]:
    told = {
        "account_id": made.account_id,
        "name": made.name,
        "setup_key": made.setup.key,
        "otpauth": made.setup.address,
        "recovery_codes": made.setup.recovery_codes,
    }
    return told | ({"password": made.password} if is_made else {})
