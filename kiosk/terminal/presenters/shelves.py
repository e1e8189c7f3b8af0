"""The shelves: new arrivals, what is read much this month, and the classes, for who does not know what to type."""

from dataclasses import dataclass

from kiosk.domain.ndc import MAIN_CLASSES, divisions
from kiosk.terminal.presenters.browse import BrowsePresenter, ShelfPart, Tile
from kiosk.terminal.rows import Choice, TitleView, title_view
from kiosk.terminal.saying import Said
from kiosk.terminal.shelf_place import ShelfKind, ShelfPlace


@dataclass(frozen=True, slots=True)
class ShelfTile:
    """A shelf to be opened. `count` is None until it is known; `covers` are the first of its books."""

    kind: str
    ndc: str
    name: str
    note: str
    count: int | None = None
    covers: tuple[TitleView, ...] = ()


@dataclass(frozen=True, slots=True)
class ShelvesState:
    """`kind` is the `ShelfKind` of what is seen: the entrance, the divisions of a class, or the books of a shelf."""

    kind: str
    ndc: str
    heading: str
    tiles: tuple[ShelfTile, ...]
    books: tuple[TitleView, ...]
    shelf: ShelfPart
    place: str
    branches: tuple[Choice, ...]
    awaiting: str
    problem: Said | None


class ShelvesPresenter(BrowsePresenter):
    """From the entrance to a class, from there to its divisions, and along the shelf in the order of call numbers."""

    @property
    def _place(self) -> ShelfPlace:
        return self.terminal.visit.shelf

    def _tiles(self, place: ShelfPlace) -> tuple[Tile, ...]:
        if place.kind is ShelfKind.CLASS:
            return tuple((ShelfKind.NDC, ndc) for ndc in divisions(place.ndc))
        return ((ShelfKind.NEW, ""), (ShelfKind.POPULAR, ""), *((ShelfKind.CLASS, ndc) for ndc in MAIN_CLASSES))

    def _behind(self, place: ShelfPlace) -> ShelfPlace | None:
        if place.kind is ShelfKind.ENTRANCE:
            return None
        if place.kind is ShelfKind.NDC:
            return ShelfPlace(ShelfKind.CLASS, place.ndc[:1], is_everywhere=place.is_everywhere)
        return ShelfPlace(is_everywhere=place.is_everywhere)

    @property
    def state(self) -> ShelvesState:
        """What to show."""
        terminal, place, shelf = self.terminal, self._place, self._shelf_part
        titles = place.page.titles if place.page is not None else ()
        return ShelvesState(
            kind=place.kind.value,
            ndc=place.ndc,
            heading=f"{place.ndc} {self._name(place.kind, place.ndc)}".strip(),
            tiles=() if place.has_books else tuple(self._tile(*tile) for tile in self._tiles(place)),
            books=tuple(title_view(terminal.words, terminal.profile, title) for title in titles),
            shelf=shelf,
            place=terminal.words(shelf.sentence(self.named), first=shelf.first, last=shelf.last, total=shelf.total),
            branches=self._branches,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def _name(self, kind: ShelfKind, ndc: str) -> str:
        words = self.terminal.words
        return words(f"ndc-{ndc}") if kind in (ShelfKind.CLASS, ShelfKind.NDC) else words(f"shelves-{kind}")

    def _tile(self, kind: ShelfKind, ndc: str) -> ShelfTile:
        terminal, page = self.terminal, self._on_tiles.get((kind, ndc))
        note = terminal.words(f"ndc-{ndc}-note") if kind is ShelfKind.CLASS else ""
        if page is None:
            return ShelfTile(kind.value, ndc, self._name(kind, ndc), note)
        covers = tuple(title_view(terminal.words, terminal.profile, title) for title in page.titles)
        return ShelfTile(kind.value, ndc, self._name(kind, ndc), note, page.total, covers)
