"""What can go wrong with accounts and signing in."""


class PatronsError(Exception):
    """Something about an account could not be done.

    ::

        PatronsError
        ├── SignInRefused      name, password and code do not belong together
        ├── TooManyAttempts    nobody may try again before some time has passed
        ├── NameTaken          an account signs in with this name already
        ├── NameUnusable       nobody could sign in with it
        ├── NoSuchAccount      no staff account has this name
        └── PasswordTooWeak    with the reasons
    """


class SignInRefused(PatronsError):
    """Which of the three was wrong is not said, and not known to whoever asked."""


class TooManyAttempts(PatronsError):
    """Too many failed sign-ins; ``seconds`` until the next may be tried."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many attempts; wait {seconds} seconds.")
        self.seconds = seconds


class NameTaken(PatronsError):
    """An account signs in with this name already."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a staff account “{name}” already; choose another name.")


class NameUnusable(PatronsError):
    """Nobody could sign in with this name."""

    def __init__(self, most: int) -> None:
        super().__init__(f"A name has from one to {most} characters, all of them visible.")


class NoSuchAccount(PatronsError):
    """No staff account has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"No staff account is called “{name}”. See: commonplace staff list")


class PasswordTooWeak(PatronsError):
    """The password is one that is guessed."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
