"""What both kinds of shelves share: walking from place to place, and asking for what stands there."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.domain.errors import ServiceError
from kiosk.domain.search import SearchPage
from kiosk.terminal.ports import HoldsApi
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import Choice
from kiosk.terminal.shelf_place import ShelfKind, ShelfPlace, shelf_query
from kiosk.terminal.visit import ShelfWalked, Step, TitleShown

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

Tile = tuple[ShelfKind, str]
"""A shelf to be opened: its kind, and the beginning of a class."""

MOST_NEW = 120
"""So many of the newest stand on the shelf of new arrivals."""

_COVERS = {ShelfKind.NEW: 9, ShelfKind.POPULAR: 9}
"""How many books are shown on the way to a shelf, where that is not three."""


@dataclass(frozen=True, slots=True)
class ShelfPart:
    """What is seen of a shelf of books: `first` and `last` count from 1. Until `is_known` nothing is said of the books."""

    is_known: bool = False
    first: int = 0
    last: int = 0
    total: int = 0
    has_previous: bool = False
    has_next: bool = False

    def sentence(self, named: str) -> str:
        """The id of the sentence that says where this is, or how many there are where all are seen."""
        return f"{named}-place" if self.has_previous or self.has_next else f"{named}-all"

    @property
    def share(self) -> float:
        """Where along the shelf this is: 0 at its left end, 1 when the last book is seen."""
        unseen = self.total - (self.last - self.first + 1)
        return (self.first - 1) / unseen if unseen > 0 and self.has_next else float(self.has_previous)

    @property
    def part(self) -> float:
        """How much of the shelf is seen, from 0 to 1."""
        return (self.last - self.first + 1) / self.total if self.total else 1.0


class BrowsePresenter(Presenter):
    """The place is the visit's, so that it is the same after a book has been looked at; the books on the tiles are not kept."""

    books_in_view = 12
    is_childrens = False
    named = "shelves"
    """How the ids of its sentences begin."""
    samples: Mapping[Tile, Tile] = {}
    """Whose books are shown on the way to a place that has none itself."""

    def __init__(self, terminal: "Terminal") -> None:
        super().__init__(terminal)
        self._goal = self._place
        self._on_tiles: Mapping[Tile, SearchPage] = {}

    @property
    @abstractmethod
    def _place(self) -> ShelfPlace:
        """Where the patron stands."""

    @abstractmethod
    def _tiles(self, place: ShelfPlace) -> tuple[Tile, ...]:
        """The shelves that can be opened from a place without books, and whose first books are shown on the way to them."""

    @abstractmethod
    def _behind(self, place: ShelfPlace) -> ShelfPlace | None:
        """The place from which one comes to this one; None before the entrance."""

    def enter(self) -> None:
        """Shows the shelf as it was left, or asks for what stands here."""
        if self._place.page is None:
            self._walk(self._place)

    # for the screen

    def open_shelf(self, kind: str, ndc: str = "") -> None:
        """A tile was touched: a `ShelfKind` and the beginning of a class."""
        self._walk(ShelfPlace(ShelfKind(kind), ndc, is_everywhere=self._place.is_everywhere))

    def turn(self, by: int) -> None:
        """That many views along the shelf, to the right or, where negative, to the left."""
        self._walk_along(self._goal.first // self.books_in_view + by)

    def walk_to(self, share: float) -> None:
        """To that share of the shelf's length, from 0 at its left end to 1."""
        total = self._goal.page.total if self._goal.page is not None else 0
        last = max(0, (total - 1) // self.books_in_view)
        self._walk_along(min(int(share * (last + 1)), last))

    def _walk_along(self, view: int) -> None:
        total = self._goal.page.total if self._goal.page is not None else 0
        first = view * self.books_in_view
        if 0 <= first < total and first != self._goal.first:
            self._walk(replace(self._goal, first=first))

    def look_in(self, code: str) -> None:
        """Shows the books of this branch (`here`), or of all (`everywhere`)."""
        self._walk(replace(self._place, is_everywhere=code == "everywhere", first=0, page=None))

    def open(self, title_id: str) -> None:
        """A book was touched."""
        self.ask("awaiting-title", lambda api: api.title(title_id), lambda detail: self.terminal.dispatch(TitleShown(detail)))

    def back(self) -> None:
        """Back to where the patron came from among the shelves, and from the entrance to the step before."""
        behind = self._behind(self._place)
        if behind is None:
            self.terminal.back()
        else:
            self._walk(behind)

    def search(self) -> None:
        """To the search by words."""
        self.terminal.open(Step.SEARCH)

    # what the states are made of

    @property
    def _shelf_part(self) -> ShelfPart:
        page = self._place.page
        if page is None:
            return ShelfPart()
        last = page.offset + len(page.titles)
        return ShelfPart(True, page.offset + 1 if page.titles else 0, last, page.total, page.offset > 0, last < page.total)

    @property
    def _branches(self) -> tuple[Choice, ...]:
        """Here or everywhere, where the library has more than one branch."""
        if len(self.terminal.profile.branches) < 2:
            return ()
        is_everywhere = self._goal.is_everywhere
        codes = (("here", not is_everywhere), ("everywhere", is_everywhere))
        return tuple(Choice(code, self.terminal.words(f"{self.named}-{code}"), is_chosen) for code, is_chosen in codes)

    # asking

    def _walk(self, place: ShelfPlace) -> None:
        """Goes to a place: to books when they are there, to tiles at once."""
        self._goal = place
        if place.has_books:
            query = shelf_query(place, self.terminal.branch, self.books_in_view, self.is_childrens)
            self.ask(
                f"awaiting-{self.named}", lambda api: api.search(query), lambda page: self._arrived(place, page), self._stayed
            )
            return
        if place != self._place:
            self._on_tiles = {}
            self.terminal.dispatch(ShelfWalked(place))
        self.ask(f"awaiting-{self.named}", lambda api: self._look(api, place), self._looked)

    def _stayed(self, _error: ServiceError) -> bool:
        """The walk led nowhere; the next one starts where the patron stands."""
        self._goal = self._place
        return False

    def _arrived(self, place: ShelfPlace, page: SearchPage) -> None:
        if not page.titles and 0 < page.total <= place.first:
            self._walk(replace(place, first=(page.total - 1) // self.books_in_view * self.books_in_view))
            return
        self._goal = replace(place, page=_newest(page) if place.kind is ShelfKind.NEW else page)
        self.terminal.dispatch(ShelfWalked(self._goal))

    def _look(self, api: HoldsApi, place: ShelfPlace) -> Mapping[Tile, SearchPage]:
        """The first books of every shelf that can be opened here."""
        return {
            tile: api.search(
                shelf_query(
                    ShelfPlace(*self.samples.get(tile, tile), is_everywhere=place.is_everywhere),
                    self.terminal.branch,
                    _COVERS.get(tile[0], 3),
                    self.is_childrens,
                )
            )
            for tile in self._tiles(place)
        }

    def _looked(self, pages: Mapping[Tile, SearchPage]) -> None:
        self._on_tiles = pages


def _newest(page: SearchPage) -> SearchPage:
    """The page without what is not new: it has no day of arrival, or too many came after it."""
    titles = tuple(title for title in page.titles if title.added_on is not None)
    total = min(page.total, MOST_NEW) if len(titles) == len(page.titles) else page.offset + len(titles)
    return replace(page, titles=titles[: max(0, MOST_NEW - page.offset)], total=total)
