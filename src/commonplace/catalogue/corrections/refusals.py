"""Why a correction was not taken, each in one sentence for the page it was made on."""


class CorrectionRefused(Exception):
    """A correction was not taken; what was entered is not lost.

    ``sentence`` is in English, marked for translation; ``filled`` fills its places.

    CorrectionRefused
    ├── BadEntry       an entry cannot be the value of its field
    ├── NothingToDo    it is so already, or it was undone already
    └── Meanwhile      somebody else corrected the same field since the form was shown
    """

    def __init__(self, sentence: str, **filled: str) -> None:
        super().__init__(sentence % filled if filled else sentence)
        self.sentence = sentence
        self.filled = filled


class BadEntry(CorrectionRefused):
    """An entry cannot be the value of its field."""


class NothingToDo(CorrectionRefused):
    """It is so already."""


class Meanwhile(CorrectionRefused):
    """Somebody else was quicker."""
