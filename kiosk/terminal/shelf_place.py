"""Where a patron stands among the shelves, and which titles stand there; leaves asking for them to the presenters."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.catalogue import Material
from kiosk.domain.search import SearchFilters, SearchPage, SearchQuery, SearchSort


class ShelfKind(StrEnum):
    """What stands before the patron."""

    ENTRANCE = "entrance"
    NEW = "new"
    POPULAR = "popular"
    CLASS = "class"
    """The ten divisions of a class, each to be opened."""
    NDC = "ndc"
    """The books of a class or division, as they stand."""
    TOPICS = "topics"
    """What children look things up about, each to be opened."""
    PICTURE_BOOKS = "picture_books"


@dataclass(frozen=True, slots=True)
class ShelfPlace:
    """A shelf, and the book at which the patron stands: `first` counts from 0. `ndc` is the beginning of a class.

    `is_everywhere`: the books of all branches, not only those of the branch in which the terminal stands. `page` is what
    stands there, so that who comes back from a book finds the shelf as it was.
    """

    kind: ShelfKind = ShelfKind.ENTRANCE
    ndc: str = ""
    first: int = 0
    is_everywhere: bool = False
    page: SearchPage | None = None

    @property
    def has_books(self) -> bool:
        """Whether books stand here, and not the ways to them."""
        return self.kind not in (ShelfKind.ENTRANCE, ShelfKind.CLASS, ShelfKind.TOPICS)


_SORTS = {ShelfKind.NEW: SearchSort.ARRIVAL, ShelfKind.POPULAR: SearchSort.POPULAR}


def shelf_query(place: ShelfPlace, branch: str, limit: int, is_childrens: bool = False) -> SearchQuery:
    """The question whose answer stands on the shelf, from the patron's place on."""
    is_pictures = place.kind is ShelfKind.PICTURE_BOOKS
    filters = SearchFilters(
        materials=(Material.PICTURE_BOOK,) if is_pictures else (),
        branches=() if place.is_everywhere else (branch,),
        is_childrens=is_childrens and not is_pictures,
        ndc=place.ndc,
    )
    return SearchQuery("", filters=filters, sort=_SORTS.get(place.kind, SearchSort.SHELF), offset=place.first, limit=limit)
