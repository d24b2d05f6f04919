"""What each class is about, one table a scheme, in our own English.

The words are marked with ``noop`` for the translators; who shows them translates them. They
describe; they are not the captions of the published schedules.
"""


def noop(words: str) -> str:
    """These words, marked for translation (gettext's name for it; nothing here needs Django)."""
    return words
