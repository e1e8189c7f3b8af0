"""What a terminal asks the catalogue and is answered: searches, filters, counts and suggestions as values of the contract."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.catalogue import Material, Title


class SearchField(StrEnum):
    """Where a search looks."""

    ANY = "any"
    TITLE = "title"
    CREATOR = "creator"
    PUBLISHER = "publisher"
    SUBJECT = "subject"
    ISBN = "isbn"
    NDC = "ndc"
    CALL_NUMBER = "call_number"


class SearchSort(StrEnum):
    """How what was found is ordered; ties go by the title's reading. `POPULAR` is only what was lent this month."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    TITLE = "title"
    CREATOR = "creator"
    ARRIVAL = "arrival"
    POPULAR = "popular"
    SHELF = "shelf"


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """What a title must be to be found. Several materials, or branches, are alternatives; an empty one filters nothing.

    `year_from` and `year_to` are inclusive years of publication, 0 for no limit; `ndc` is the beginning of a class (`913`).
    """

    materials: tuple[Material, ...] = ()
    branches: tuple[str, ...] = ()
    """Codes of the branches, one of which must own a copy."""
    year_from: int = 0
    year_to: int = 0
    is_available: bool = False
    """A copy stands on a shelf and can be borrowed, in one of `branches` where any is named."""
    is_childrens: bool = False
    ndc: str = ""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A catalogue search as typed; several words must all match. `offset` counts rows from 0.

    An empty text finds every title that passes the filters: the shelves of new arrivals, of a class, for children. A text of
    signs alone finds nothing. With `has_counts` the page says how many titles each further filter would leave.
    """

    text: str = field(repr=False)
    within: SearchField = SearchField.ANY
    filters: SearchFilters = field(default_factory=SearchFilters)
    sort: SearchSort = SearchSort.RELEVANCE
    offset: int = 0
    limit: int = 20
    has_counts: bool = False

    @property
    def lists_all(self) -> bool:
        """Whether nothing was typed: everything that passes the filters is wanted."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class FilterCount:
    """How many of the titles found have this code: a material, a branch, the first year of a decade, an NDC class."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchCounts:
    """The titles found (all filters applied), counted by what they could be narrowed to; nothing is named with a count of 0.

    Classes are one figure longer than the filter's `ndc`. The most frequent come first, decades and classes in their order.
    """

    materials: tuple[FilterCount, ...] = ()
    branches: tuple[FilterCount, ...] = ()
    decades: tuple[FilterCount, ...] = ()
    classes: tuple[FilterCount, ...] = ()
    available: int = 0
    childrens: int = 0


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of search results. `total` counts all matches; `offset` is the place of the first row, from 0.

    `near` is only there when nothing was found: other words that do find something, best first (もしかして). Where `is_near`,
    the titles are what the first of them finds.
    """

    total: int
    offset: int
    titles: tuple[Title, ...]
    counts: SearchCounts | None = None
    near: tuple[str, ...] = ()
    is_near: bool = False


class SuggestionKind(StrEnum):
    """What a suggestion is a name of."""

    TITLE = "title"
    CREATOR = "creator"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class SuggestionQuery:
    """What stands in the search field so far: kana, kanji or letters."""

    text: str = field(repr=False)
    limit: int = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A title, person or subject of the catalogue that begins with what was typed, by its surface or its reading."""

    text: str
    kind: SuggestionKind
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Best first. They come from the catalogue alone, never from what others have typed."""

    suggestions: tuple[Suggestion, ...] = ()
