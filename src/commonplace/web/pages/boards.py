"""New titles, and the children's page: covers on boards."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from commonplace.catalogue.queries import newest_titles
from commonplace.search.engines.contract import Filter, Sort
from commonplace.web.addresses import narrowed_search
from commonplace.web.answering import answer
from commonplace.web.blocks.boards import Board, best_of, on_a_board
from commonplace.web.pages.troubles import read_only
from commonplace.web.words.formats import format_label

MOST_NEW = 48
ON_A_BOARD = 6
_FOR_CHILDREN = Filter("audience", values=("children",))
_CHILDRENS_FORMATS = (
    "board_book", "picture_book", "graphic_novel", "book", "audiobook_cd", "dvd", "video_game",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NewPage:
    """What came in last."""

    board: Board

    def facts(self) -> dict[str, Any]:
        """The titles as JSON."""
        return self.board.facts()


@dataclass(frozen=True, slots=True)
class ChildrenPage:
    """A board for each format children ask for."""

    boards: tuple[Board, ...]

    def facts(self) -> dict[str, Any]:
        """The boards as JSON."""
        return {"boards": [board.facts() for board in self.boards]}


@read_only
def new_page(request: HttpRequest) -> HttpResponse:
    """The titles that came in last, newest first."""
    board = Board("new", _("New on the shelves"), "", on_a_board(newest_titles(MOST_NEW)))
    return answer(request, "boards/new.html", NewPage(board))


@read_only
def children_page(request: HttpRequest) -> HttpResponse:
    """The children's page."""
    boards = tuple(board for board in _childrens_boards() if board.titles)
    return answer(request, "boards/children.html", ChildrenPage(boards))


def _childrens_boards() -> Iterator[Board]:
    for code in _CHILDRENS_FORMATS:
        filters = (_FOR_CHILDREN, Filter("format", values=(code,)))
        yield Board(
            code,
            format_label(code),
            "",
            best_of(filters, sort=Sort.POPULAR, limit=ON_A_BOARD),
            narrowed_search(audience="children", format=code),
            _("See all"),
        )
