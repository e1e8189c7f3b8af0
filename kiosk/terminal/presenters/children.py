"""The children's entrance: picture books, stories and what children look things up about, in words a child of eight reads."""

from dataclasses import dataclass

from kiosk.domain.search import SearchFilters, SearchQuery
from kiosk.terminal.presenters.browse import BrowsePresenter, ShelfPart, Tile
from kiosk.terminal.rows import Choice
from kiosk.terminal.saying import Said
from kiosk.terminal.shelf_place import ShelfKind, ShelfPlace
from kiosk.terminal.visit import SearchBegun

STORIES = "9"


@dataclass(frozen=True, slots=True)
class ChildrenState:
    """As `ShelvesState`, with furigana."""

    kind: str
    shelf: ShelfPart
    branches: tuple[Choice, ...]
    awaiting: str
    problem: Said | None


class ChildrenPresenter(BrowsePresenter):
    """Asks for children's books only."""

    books_in_view = 8
    is_childrens = True

    @property
    def _place(self) -> ShelfPlace:
        return self.terminal.visit.childrens_shelf

    def _tiles(self, place: ShelfPlace) -> tuple[Tile, ...]:
        return ()

    def _behind(self, place: ShelfPlace) -> ShelfPlace | None:
        if place.kind is ShelfKind.ENTRANCE:
            return None
        return ShelfPlace(is_everywhere=place.is_everywhere)

    @property
    def state(self) -> ChildrenState:
        """What to show."""
        place = self._place
        return ChildrenState(
            kind=place.kind.value,
            shelf=self._shelf_part,
            branches=self._branches,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def search(self) -> None:
        """To the search by kana, among children's books."""
        self.terminal.dispatch(SearchBegun(SearchQuery("", filters=SearchFilters(is_childrens=True))))
