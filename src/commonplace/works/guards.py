"""What evidence may not do: join a film and its book, two volumes, or a set and all that is in it.

Numbers are shared by mistake and by sets; a guard looks at the two keys before they are joined.
"""

from commonplace.works.evidence import Kind


def part_of(key: str) -> str:
    """Which part of a larger whole this key is of: its volume or season, or an empty string."""
    told = key.split("|")[3]
    return " ".join(word for word in told.split() if word.isdigit())


def may_meet(kind: Kind, one: str, other: str) -> bool:
    """Whether titles with these two keys, which share evidence of this kind, may be one work."""
    if one == other:
        return True
    _, creator, title, _, medium = one.split("|")
    _, its_creator, its_title, _, its_medium = other.split("|")
    if medium != its_medium or part_of(one) != part_of(other):
        return False
    if kind in (Kind.WORK_NUMBER, Kind.CALLED):
        return True
    return _agree(creator, its_creator) and _agree(title, its_title)


def _agree(one: str, other: str) -> bool:
    """Whether one says nothing, or half the words of the shorter are in the longer."""
    words, others = set(one.split()), set(other.split())
    return 2 * len(words & others) >= min(len(words), len(others))
