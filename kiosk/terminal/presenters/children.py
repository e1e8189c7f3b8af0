"""The children's entrance: picture books, stories and what children look things up about, in words a child of eight reads."""

from dataclasses import dataclass

from kiosk.domain.catalogue import Title
from kiosk.domain.search import SearchFilters, SearchQuery
from kiosk.terminal.presenters.browse import BrowsePresenter, ShelfPart, Tile
from kiosk.terminal.rows import Choice, TitleView, title_view
from kiosk.terminal.saying import Said
from kiosk.terminal.shelf_place import ShelfKind, ShelfPlace
from kiosk.terminal.title_kana import kana_over, whole_reading
from kiosk.terminal.visit import SearchBegun
from kiosk.terminal.words import JAPANESE

STORIES = "9"
TOPICS = ["0", "1", "2", "28", "3", "38", "4", "44", "45", "47", "48", "49", "5", "59", "6", "7", "78", "8"]
"""The classes of the NDC but stories, and of their divisions those that children ask for most."""


@dataclass(frozen=True, slots=True)
class ChildTile:
    """A way to books, or to the search. `count` is None until it is known; `covers` are the first of them."""

    kind: str
    ndc: str
    name: str
    note: str = ""
    count: int | None = None
    covers: tuple[TitleView, ...] = ()


@dataclass(frozen=True, slots=True)
class ChildBook:
    """A book with kana over its title, and whether it can be had, as a sentence.

    `kana` is the whole reading where nobody can say which of it belongs to which kanji; then there is none over the title.
    """

    title: TitleView
    name: str
    where: str
    kana: str = ""


@dataclass(frozen=True, slots=True)
class ChildrenState:
    """`kind` is the `ShelfKind` of what is seen: the entrance, the topics, or books."""

    kind: str
    heading: str
    tiles: tuple[ChildTile, ...]
    books: tuple[ChildBook, ...]
    shelf: ShelfPart
    place: str
    branches: tuple[Choice, ...]
    awaiting: str
    problem: Said | None


class ChildrenPresenter(BrowsePresenter):
    """Asks for children's books only. In Japanese every kanji it shows has its kana."""

    books_in_view = 8
    is_childrens = True
    named = "children"
    samples = {(ShelfKind.TOPICS, ""): (ShelfKind.NDC, "4")}

    @property
    def _place(self) -> ShelfPlace:
        return self.terminal.visit.childrens_shelf

    def _tiles(self, place: ShelfPlace) -> tuple[Tile, ...]:
        if place.kind is ShelfKind.TOPICS:
            return tuple((ShelfKind.NDC, ndc) for ndc in TOPICS)
        return (
            (ShelfKind.PICTURE_BOOKS, ""),
            (ShelfKind.NDC, STORIES),
            (ShelfKind.TOPICS, ""),
            (ShelfKind.NEW, ""),
            (ShelfKind.POPULAR, ""),
        )

    def _behind(self, place: ShelfPlace) -> ShelfPlace | None:
        if place.kind is ShelfKind.ENTRANCE:
            return None
        is_topic = place.kind is ShelfKind.NDC and place.ndc != STORIES
        return ShelfPlace(ShelfKind.TOPICS if is_topic else ShelfKind.ENTRANCE, is_everywhere=place.is_everywhere)

    @property
    def state(self) -> ChildrenState:
        """What to show."""
        place = self._place
        shelf = self._shelf_part
        return ChildrenState(
            kind=place.kind.value,
            heading=self._say(self._name(place.kind, place.ndc)),
            tiles=self._tiles_seen(place),
            books=tuple(map(self._book, place.page.titles)) if place.page is not None else (),
            shelf=shelf,
            place=self._say(shelf.sentence(self.named), first=shelf.first, last=shelf.last, total=shelf.total),
            branches=self._branches,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    @property
    def problem(self) -> Said | None:
        """The trouble in words a child reads."""
        said, words = super().problem, self.terminal.words
        return said and Said(words("children-trouble"), words("children-trouble-remedy"), said.can_retry)

    def _say(self, message_id: str, **params: int) -> str:
        return self.terminal.words(message_id, **params)

    def _name(self, kind: ShelfKind, ndc: str) -> str:
        return f"children-topic-{ndc}" if ndc else f"children-{kind}"

    def _tiles_seen(self, place: ShelfPlace) -> tuple[ChildTile, ...]:
        """The ways from here: at the entrance the search by words is one of them."""
        tiles = () if place.has_books else tuple(self._tile(*tile) for tile in self._tiles(place))
        if place.kind is not ShelfKind.ENTRANCE:
            return tiles
        return (*tiles, ChildTile("search", "", self._say("children-search"), self._say("children-search-note")))

    def _tile(self, kind: ShelfKind, ndc: str) -> ChildTile:
        name, page = self._name(kind, ndc), self._on_tiles.get((kind, ndc))
        words, profile = self.terminal.words, self.terminal.profile
        covers = tuple(title_view(words, profile, title) for title in page.titles) if page is not None else ()
        note = self._say(f"{name}-note") if words.has(f"{name}-note") else ""
        return ChildTile(kind.value, ndc, self._say(name), note, page.total if page is not None else None, covers)

    def _book(self, title: Title) -> ChildBook:
        words = self.terminal.words
        view = title_view(words, self.terminal.profile, title)
        is_read = words.language in JAPANESE
        name = kana_over(title.title, title.reading) if is_read else title.title
        kana = whole_reading(title.title, title.reading) if is_read else ""
        volume = "　" + title.volume if title.volume else ""
        return ChildBook(view, name + volume, self._say(f"children-{title.availability.kind}"), kana)

    def search(self) -> None:
        """To the search by kana, among children's books."""
        self.terminal.dispatch(SearchBegun(SearchQuery("", filters=SearchFilters(is_childrens=True))))
