"""The demo library as its files tell it, checked line by line; turning it into rows is `demo`."""

import csv
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from kiosk import paths
from kiosk.domain.catalogue import ItemState, LoanClass
from kiosk.domain.circulation import HoldState
from kiosk.domain.errors import KioskError
from kiosk.domain.staff import CatalogueRecord

_STRICT: dict[str, Any] = {"extra": "forbid"}


class InvalidDemoFile(KioskError):
    """A file of the demo library that cannot be used; the message names the file, the line or key and what is wrong."""


def _or_none(cell: object) -> object:
    return None if cell == "" else cell


@dataclass(frozen=True, slots=True)
class DemoItem:
    """A line of `items.tsv`. `branch` counts from 1; `due_in_days` from the day of loading; `borrower` is a patron's key."""

    __pydantic_config__ = _STRICT
    id: str
    title_id: str
    branch: int
    location: str
    call_number: str
    state: ItemState
    loan_class: LoanClass
    due_in_days: Annotated[int | None, BeforeValidator(_or_none)]
    borrower: str
    from_elsewhere: bool


@dataclass(frozen=True, slots=True)
class RecentEntry:
    """A line of `recent.tsv`: when a title came, counted back from the day of loading, and how often it is lent this month."""

    __pydantic_config__ = _STRICT
    id: str
    added_days_ago: Annotated[int | None, BeforeValidator(_or_none)]
    loans: int


@dataclass(frozen=True, slots=True)
class PatronEntry:
    """A patron of `patrons.toml`; what the keys mean is told there."""

    __pydantic_config__ = _STRICT
    key: str
    serial: int
    name: str = field(repr=False)
    kana: str = field(repr=False)
    birth_date: date = field(repr=False)
    case: str
    phone_1: str = field(default="", repr=False)
    phone_2: str = field(default="", repr=False)
    fax: str = field(default="", repr=False)
    emails: tuple[str, ...] = field(default=(), repr=False)
    is_hearing_registered: bool = False
    expires_in_days: int | None = None
    password: str = field(default="", repr=False)
    is_temporary: bool = False
    renewed: tuple[str, ...] = ()
    holds_below_limit: int = 0


@dataclass(frozen=True, slots=True)
class HoldEntry:
    """A hold of `patrons.toml`; what the keys mean is told there."""

    __pydantic_config__ = _STRICT
    patron: str
    title: str
    state: HoldState
    days_ago: int
    contact: str = ""
    pickup: int = 1
    ready_days_ago: int | None = None
    ended_days_ago: int | None = None
    sequence: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class TourPoints:
    """What the tour relies on: its patron, the three volumes it holds in order, and the single title it holds.

    `quick_series` and `quick_single` are those that it holds in the fewest touches.
    """

    __pydantic_config__ = _STRICT
    patron: str
    series: tuple[str, ...]
    single: str
    quick_series: tuple[str, ...]
    quick_single: str


@dataclass(frozen=True, slots=True)
class PatronFile:
    """The whole of `patrons.toml`."""

    __pydantic_config__ = _STRICT
    tour: TourPoints
    patrons: tuple[PatronEntry, ...]
    holds: tuple[HoldEntry, ...]


@dataclass(frozen=True, slots=True)
class DemoFiles:
    """The demo library as read: titles, what is recent, items, patrons with their holds, and the fixed points of the tour."""

    titles: tuple[CatalogueRecord, ...]
    recent: tuple[RecentEntry, ...]
    items: tuple[DemoItem, ...]
    patrons: tuple[PatronEntry, ...]
    holds: tuple[HoldEntry, ...]
    tour: TourPoints


_TITLE = TypeAdapter(CatalogueRecord)
_RECENT = TypeAdapter(RecentEntry)
_ITEM = TypeAdapter(DemoItem)
_PATRON_FILE = TypeAdapter(PatronFile)


@cache
def demo_files(folder: Path = paths.DEMO) -> DemoFiles:
    """The demo library in that folder, read once. Raises InvalidDemoFile."""
    patron_file = _patron_file(folder / "patrons.toml")
    return DemoFiles(
        titles=tuple(_titles(folder / "titles.tsv")),
        recent=tuple(_recent(folder / "recent.tsv")),
        items=tuple(_items(folder / "items.tsv")),
        patrons=patron_file.patrons,
        holds=patron_file.holds,
        tour=patron_file.tour,
    )


def _titles(file: Path) -> Iterator[CatalogueRecord]:
    for line, cells in _lines(file):
        year = cells["published"] if cells["published"].isdigit() else ""
        values = {
            **cells,
            "is_childrens": cells["material"] in _FOR_CHILDREN or "児童" in cells["subjects"],
            "subjects": tuple(cells["subjects"].split("、")) if cells["subjects"] else (),
            "issued_on": cells["issued_on"] or (f"{year}-01-01" if year else None),
        }
        with _told_with(file, f"line {line}"):
            yield _TITLE.validate_python(values)


_FOR_CHILDREN = ("picture_book", "kamishibai")


def _recent(file: Path) -> Iterator[RecentEntry]:
    for line, cells in _lines(file):
        with _told_with(file, f"line {line}"):
            yield _RECENT.validate_python(cells)


def _items(file: Path) -> Iterator[DemoItem]:
    for line, cells in _lines(file):
        with _told_with(file, f"line {line}"):
            yield _ITEM.validate_python({**cells, "from_elsewhere": cells["from_elsewhere"] == "yes"})


def _lines(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        for cells in reader:
            if None in cells or None in cells.values():
                raise InvalidDemoFile(f"{file.name}, line {reader.line_num}: not as many cells as columns")
            yield reader.line_num, cells


def _patron_file(file: Path) -> PatronFile:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidDemoFile(f"{file.name}: {error}") from error
    with _told_with(file, "entry"):
        return _PATRON_FILE.validate_python(table)


@contextmanager
def _told_with(file: Path, place: str) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        faults = (f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in error.errors())
        raise InvalidDemoFile(f"{file.name}, {place}: {'; '.join(faults)}") from error
