"""How commands speak: sentences on standard error, results and JSON on standard output."""

import json
import sys
from typing import Any

import orjson


class CommandError(Exception):
    """What was asked could not be done; the message says why and what to do."""

    def __init__(self, sentence: str, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def say(text: str = "") -> None:
    """One line of result."""
    sys.stdout.write(f"{text}\n")


def say_json(value: Any) -> None:
    """One JSON object on one line."""
    try:
        said = orjson.dumps(value, default=str).decode()
    except TypeError:  # half a character: an argument or a file's name that is no UTF-8
        said = json.dumps(value, default=str)
    sys.stdout.write(said + "\n")


def note(sentence: str) -> None:
    """Something worth knowing that is not the result."""
    sys.stderr.write(f"{sentence}\n")


def complain(sentence: str) -> None:
    """What went wrong."""
    sys.stderr.write(f"commonplace: {sentence}\n")
