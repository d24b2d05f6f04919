"""The code of a receipt: twelve letters and figures in three groups, easy to read out and to write.

No vowels, so that no word is spelled by chance, and nothing that looks like something else; what a
reader types instead is read as what was meant. Only the code's hash is stored.
"""

import hashlib
import unicodedata

from django.utils.crypto import salted_hmac

LETTERS = "BCDFGHJKLMNPQRSTVWXYZ34679"
LENGTH = 12
_GROUP = 4
_MEANT = str.maketrans("1258I", "LZSBL")


def code_of(*evidence: str) -> str:
    """The code that this evidence has in this library and nobody can guess without its key."""
    digest = salted_hmac("report receipt", "\x1f".join(evidence), algorithm="sha256").digest()
    rest, letters = int.from_bytes(digest, "big"), []
    for _ in range(LENGTH):
        rest, place = divmod(rest, len(LETTERS))
        letters.append(LETTERS[place])
    return "".join(letters)


def read_code(typed: str) -> str:
    """The code somebody typed, however they grouped it; empty when it cannot be one.

    >>> read_code("bcdf ghjk-lm8p")
    'BCDFGHJKLMBP'
    """
    if len(typed) > LENGTH * 4:
        return ""
    plain = "".join(_plain(letter) for letter in typed.upper() if letter.isalnum())
    code = plain.translate(_MEANT)
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else ""


def grouped(code: str) -> str:
    """A code as people read it: ``BCDF-GHJK-LMNP``."""
    return "-".join(code[place : place + _GROUP] for place in range(0, LENGTH, _GROUP))


def hash_of(code: str) -> str:
    """What is stored instead of a code."""
    return hashlib.sha256(f"receipt {code}".encode()).hexdigest()


def _plain(letter: str) -> str:
    """A figure of any script as our figure."""
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)
