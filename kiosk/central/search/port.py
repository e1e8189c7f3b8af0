"""What the service asks of a catalogue index; engines stand behind it, and `domain.search_record` says what they answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session

from kiosk.domain.search import SearchCounts, SearchQuery, Suggestion


@dataclass(frozen=True, slots=True)
class Found:
    """How many titles match, the ids of the page asked for, best first, and the counts when they were asked for."""

    total: int
    title_ids: Sequence[str]
    counts: SearchCounts | None = None


class CatalogueIndex(Protocol):
    """An index of the catalogue. It follows the tables by itself: what a transaction has committed is found by the next call.

    `session` reads the tables; the index may look there for what has changed.
    """

    def search(self, session: Session, query: SearchQuery) -> Found:
        """The titles that `domain.search_record.finds` finds, in the order of its `sort_key`."""
        ...

    def suggest(self, session: Session, text: str, limit: int) -> Sequence[Suggestion]:
        """Names in the catalogue that begin with the text, by surface or reading, best first."""
        ...

    def near(self, session: Session, query: SearchQuery) -> Sequence[str]:
        """Other words, close to those typed, that do find something in the same field and filters; best first, at most five."""
        ...

    def close(self) -> None:
        """Gives back what it holds: files, threads, connections."""
        ...
