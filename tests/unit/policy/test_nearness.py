"""Which branches are near which."""

from commonplace.policy import Branch, Library
from commonplace.policy.nearness import bands, kilometres, seen_from

HOME = Branch("HOME", "Home", latitude=54.0, longitude=-2.0)
NEXT = Branch("NEXT", "Next door", latitude=54.0, longitude=-1.98)
TOWN = Branch("TOWN", "In town", latitude=54.03, longitude=-2.0)
HILL = Branch("HILL", "On the hill", latitude=54.0, longitude=-2.0)
ABROAD = Branch("ABROAD", "Over the sea", latitude=40.71, longitude=-74.0)
UNSAID = Branch("UNSAID", "Nobody said where")
LIBRARY = Library(branches=(UNSAID, ABROAD, TOWN, NEXT, HOME, HILL))


def test_a_distance_is_over_the_ground() -> None:
    assert kilometres(HOME, HILL) == 0
    assert 1.2 < (kilometres(HOME, NEXT) or 0) < 1.4
    assert 5_200 < (kilometres(HOME, ABROAD) or 0) < 5_500
    across = Branch("W", "W", latitude=0.0, longitude=179.99)
    assert (kilometres(across, Branch("E", "E", latitude=0.0, longitude=-179.99)) or 99) < 3
    opposite = Branch("O", "O", latitude=-54.0, longitude=178.0)
    assert 20_000 < (kilometres(HOME, opposite) or 0) < 20_020


def test_a_place_nobody_said_is_at_no_distance() -> None:
    assert kilometres(HOME, UNSAID) is None
    assert kilometres(Branch("X", "X", latitude=1.0), HOME) is None


def test_branches_come_in_bands_and_those_too_far_or_unsaid_in_none() -> None:
    assert bands(LIBRARY, "HOME") == ((2, ("HILL", "NEXT")), (5, ("TOWN",)))
    assert bands(LIBRARY, "UNSAID") == ()
    assert bands(Library(), "HOME") == ()


def test_a_library_is_seen_from_a_branch_outwards() -> None:
    seen = [each.code for each in seen_from(LIBRARY, "HOME").branches]
    assert seen == ["HOME", "HILL", "NEXT", "TOWN", "ABROAD", "UNSAID"]
    assert seen_from(LIBRARY, "NOWHERE") is LIBRARY
    assert seen_from(LIBRARY, "UNSAID").branches[0].code == "UNSAID"
