"""A patron's own bookshelf, loan history and reading goal (OK-17 … OK-19, KK-20); keeping them secret is the service's work."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain.catalogue import Title

BOOKSHELF_LIMIT = 500
"""Titles on one bookshelf."""
GOAL_LIMIT = 1000
"""Titles in one reading goal."""


@dataclass(frozen=True, slots=True)
class BookshelfEntry:
    """A title kept to read later, as the asking terminal sees it now."""

    title: Title
    kept_on: date


@dataclass(frozen=True, slots=True)
class Bookshelf:
    """The titles a patron keeps, newest first; those that have left the catalogue are left out."""

    entries: tuple[BookshelfEntry, ...]
    limit: int


@dataclass(frozen=True, slots=True)
class HistoryConsent:
    """Whether the patron wishes the loan history to be kept (OK-18)."""

    is_given: bool


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A loan after the consent. It keeps its words, since the title may leave the catalogue."""

    entry_id: str
    title_id: str
    title: str
    volume: str
    creators: str
    lent_on: date


@dataclass(frozen=True, slots=True)
class ReadingHistory:
    """A patron's loan history, newest first; empty unless the patron has consented."""

    is_consented: bool
    entries: tuple[HistoryEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalRequest:
    """So many titles to borrow from one day to another, both included."""

    titles: int
    from_on: date
    until_on: date

    @property
    def is_sound(self) -> bool:
        """Whether it can be a goal: 1 to `GOAL_LIMIT` titles, in a period that does not end before it begins."""
        return 1 <= self.titles <= GOAL_LIMIT and self.from_on <= self.until_on


@dataclass(frozen=True, slots=True)
class ReadingGoal:
    """A goal and how far the patron has come: `borrowed` counts the titles lent in its period (OK-19)."""

    titles: int
    from_on: date
    until_on: date
    borrowed: int

    @classmethod
    def of(cls, wished: GoalRequest, history: Iterable[HistoryEntry]) -> "ReadingGoal":
        """The goal with what the history says of it; a title lent twice counts once."""
        within = {entry.title_id for entry in history if wished.from_on <= entry.lent_on <= wished.until_on}
        return cls(wished.titles, wished.from_on, wished.until_on, len(within))


def period_from(first: date, months: int) -> tuple[date, date]:
    """The first and last day of a period of so many months."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    day = min(first.day, monthrange(year, month + 1)[1])
    return first, date(year, month + 1, day) - timedelta(days=1)
