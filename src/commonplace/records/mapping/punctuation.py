"""Taking off the punctuation that ISBD and AACR2 put between parts, and nothing else.

ISBD prints `` : `` before a remainder, `` / `` before a statement of responsibility and so on, and
cataloguers key it at the end of the part before. A final full stop goes too, unless it belongs to
the word: initials, a lone letter, or an abbreviation listed here.
"""

from functools import lru_cache

BETWEEN_PARTS = ",/;:="
WORTH_KEEPING = 100
_EDGES = " \t\r\n\u00a0\u200b\ufeff"

ABBREVIATIONS = frozenset(
    [
        "abp",
        "al",
        "assn",
        "assoc",
        "ave",
        "bart",
        "bp",
        "bros",
        "co",
        "col",
        "comp",
        "corp",
        "dept",
        "dr",
        "ed",
        "eds",
        "esq",
        "etc",
        "ft",
        "gen",
        "gov",
        "govt",
        "hon",
        "inc",
        "intl",
        "jr",
        "lt",
        "ltd",
        "maj",
        "mr",
        "mrs",
        "ms",
        "mss",
        "mt",
        "natl",
        "op",
        "ph",
        "prof",
        "pt",
        "ptg",
        "pty",
        "pub",
        "pvt",
        "repr",
        "rev",
        "sen",
        "ser",  # codespell:ignore
        "sgt",
        "sr",
        "st",
        "supt",
        "univ",
        "vol",
        "vols",
    ]
)


def trimmed(text: str) -> str:
    """The text without the punctuation that leads to the next part.

    >>> [trimmed(each) for each in ("Gone girl :", "Jaws /", "Lloyd, Jo.", "Tolkien, J. R. R.")]
    ['Gone girl', 'Jaws', 'Lloyd, Jo', 'Tolkien, J. R. R.']
    >>> [trimmed(each) for each in ("Monsters, Inc.", "Wait for it ...", "[Map of Paris")]
    ['Monsters, Inc.', 'Wait for it ...', 'Map of Paris']
    """
    if text[-1:].isalnum() and text[0] > " " and "  " not in text and "[" not in text:
        return text
    return _remembered(text) if len(text) < WORTH_KEEPING else _trimmed(text)


def _trimmed(text: str) -> str:
    text = text.strip(_EDGES).removesuffix(" +")
    if text[-1:] in BETWEEN_PARTS:
        text = text.rstrip(_EDGES + BETWEEN_PARTS)
    if text.endswith(".") and not _stop_belongs(text):
        text = text[:-1].rstrip(_EDGES + BETWEEN_PARTS)
    if "  " in text:
        text = " ".join(text.split())
    return _without_lone_bracket(text) if "[" in text or "]" in text else text


_remembered = lru_cache(maxsize=1 << 13)(_trimmed)


def _stop_belongs(text: str) -> bool:
    word = text[:-1].replace("-", " ").rpartition(" ")[2].lstrip("([\"'–")
    if not word or text[-2] == "." or ("." in word and not word[-1].isdigit()):
        return True
    return word.isalpha() if len(word) == 1 else word.lower() in ABBREVIATIONS


def _without_lone_bracket(text: str) -> str:
    if text.startswith("[") and "]" not in text:
        return text[1:].lstrip()
    if text.endswith("]") and "[" not in text:
        return text[:-1].rstrip()
    return text


@lru_cache(maxsize=1 << 13)
def unbracketed(text: str) -> str:
    """Trimmed, and without the square brackets that say a cataloguer supplied it.

    >>> unbracketed("[Washington, D.C.] :"), unbracketed("[London?] ;")
    ('Washington, D.C.', 'London?')
    """
    text = trimmed(text)
    if text.startswith("[") and text.endswith("]") and "[" not in text[1:]:
        text = text[1:-1].strip()
    elif "[" in text or "]" in text:
        text = text.replace("[", "").replace("]", "").strip()
    return text


def tidy(text: str) -> str:
    """The text in one line, single spaces, nothing at the edges.

    >>> tidy("  Laura J.  Martin \\n")
    'Laura J. Martin'
    """
    return " ".join(text.split())
