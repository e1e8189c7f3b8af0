"""Titles and items as the service shows them to a terminal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.reasons import Decision


class Material(StrEnum):
    """What kind of thing a title is, as loan rules tell them apart."""

    BOOK = "book"
    PICTURE_BOOK = "picture_book"
    MAGAZINE = "magazine"
    KAMISHIBAI = "kamishibai"
    CD = "cd"
    DVD = "dvd"
    VIDEO = "video"
    CASSETTE = "cassette"


class LoanClass(StrEnum):
    """帯出区分: whether an item leaves the building."""

    LOANABLE = "loanable"
    REFERENCE_ONLY = "reference_only"


class ItemState(StrEnum):
    """Where an item is now."""

    ON_SHELF = "on_shelf"
    ON_LOAN = "on_loan"
    HOLD_SHELF = "hold_shelf"
    IN_TRANSIT = "in_transit"
    MISSING = "missing"
    IN_REPAIR = "in_repair"


@dataclass(frozen=True, slots=True)
class Item:
    """One physical copy. `branch` is its home branch's code; `location` and `call_number` say where it stands there."""

    item_id: str
    branch: str
    location: str
    call_number: str
    state: ItemState
    loan_class: LoanClass
    due_on: date | None = None
    from_elsewhere: bool = False
    """Borrowed from a library outside this system."""


class AvailabilityKind(StrEnum):
    """The one word a results row says about a title."""

    ON_SHELF = "on_shelf"
    ON_LOAN = "on_loan"
    IN_LIBRARY_ONLY = "in_library_only"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Availability:
    """A title's items summed up; the shelf named is the nearest one to the asking terminal."""

    kind: AvailabilityKind
    item_count: int
    on_shelf_count: int
    hold_count: int
    branch: str = ""
    location: str = ""
    call_number: str = ""
    branches: tuple[str, ...] = ()
    """The branches whose copies this is about; a hold collected in any other has to be carried there (CH-08)."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as a results row needs it. `series_id` is shared by the volumes of one work, `""` when it has none.

    `volume` is the statement as catalogued (上, 2, 2026年11月号); `published` the year or date as catalogued.
    """

    title_id: str
    title: str
    reading: str
    volume: str
    creators: str
    publisher: str
    published: str
    material: Material
    ndc: str
    isbn: str
    series_id: str
    availability: Availability
    hold: Decision
    """Whether the asking terminal offers a hold on it (no patron's own limits are known here)."""
    is_reading_derived: bool = False
    """The reading was made by a dictionary, not by a cataloguer."""
    is_childrens: bool = False
    added_on: date | None = None
    """The day it came into this catalogue, when known."""


@dataclass(frozen=True, slots=True)
class TitleDetail:
    """A title with its items, the asking terminal's branch first, and the volumes of the same work in order."""

    title: Title
    items: tuple[Item, ...]
    siblings: tuple[Title, ...] = ()
    """All volumes of the work in reading order, this title among them; empty when it stands alone."""
    creators_reading: str = ""
    subjects: tuple[str, ...] = ()
    note: str = ""
