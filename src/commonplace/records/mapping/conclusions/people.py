"""The contributors, each once: the main entry first, roles of doubles joined."""

from msgspec.structs import replace

from commonplace.bibliography import Contributor
from commonplace.records.mapping.plan import Gathered


def contributors(gathered: Gathered) -> tuple[Contributor, ...]:
    """Everybody who had a part, the creator first.

    A second main entry is a mistake many systems let pass; it stays, as an added entry.
    """
    people: list[Contributor] | None = gathered.values.get("people")
    if people is None:
        return ()
    if len(people) == 1:
        return (people[0],)
    return tuple(_creator_first(_each_once(people), gathered))


def _each_once(people: list[Contributor]) -> list[Contributor]:
    found: dict[tuple[str, str, str], Contributor] = {}
    for each in people:
        key = (each.name, each.dates, each.work)
        before = found.get(key)
        found[key] = each if before is None else _joined(before, each)
    return list(found.values())


def _joined(one: Contributor, other: Contributor) -> Contributor:
    return replace(
        one,
        roles=tuple(dict.fromkeys(one.roles + other.roles)),
        vernacular=one.vernacular or other.vernacular,
        is_creator=one.is_creator or other.is_creator,
    )


def _creator_first(people: list[Contributor], gathered: Gathered) -> list[Contributor]:
    creators = [each for each in people if each.is_creator]
    if len(creators) > 1:
        gathered.report(
            "field_repeated", "1XX", "the first is the creator, the others contributors"
        )
    if len(creators) > 1 or (creators and people[0] is not creators[0]):
        others = [
            replace(each, is_creator=False) if each.is_creator else each
            for each in people
            if each is not creators[0]
        ]
        return [creators[0], *others]
    return people
