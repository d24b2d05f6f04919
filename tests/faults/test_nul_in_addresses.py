"""Promise 37: a NUL in an address is nothing, on every database; PostgreSQL takes none."""

from pathlib import Path

from commonplace.config.home import Home
from tests.faults.small import load_three_titles

ADDRESSES = (
    "/search?q=%00emma%00", "/search?author=%00a&not.subject=%00b",
    "/search?field=%00&sort=nearest&near=%00",
    "/suggest?q=em%00", "/filter/subject?find=%00a",
    "/filter/subject?under=subject/%00", "/filter/subject?under=%00/%00",
    "/wish?title=%00", "/shelf?at=%00&scheme=%00",
    "/receipt/%00", "/title/%00", "/heading/subject/%00", "/branch/%00",
)  # fmt: skip


def test_a_nul_in_an_address_is_no_fault(home: Home, tmp_path: Path) -> None:
    assert home
    reader = load_three_titles(tmp_path)
    for address in ADDRESSES:
        page, _, query = address.partition("?")
        for each in (page, f"{page}.json"):
            assert reader.get(f"{each}?{query}").status_code in {200, 301, 404}
