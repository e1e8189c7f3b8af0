"""The fake holds API's bookshelf, loan history and reading goal; `contract/test_central_bookshelf.py` keeps it honest."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from fake_library import FakeLibrary, KeptPatron

from kiosk.domain.bookshelf import (
    BOOKSHELF_LIMIT,
    Bookshelf,
    BookshelfEntry,
    GoalRequest,
    HistoryConsent,
    HistoryEntry,
    ReadingGoal,
    ReadingHistory,
)
from kiosk.domain.errors import Refused
from kiosk.domain.requests import PatronSession

T = TypeVar("T")


@dataclass
class PrivateShelf:
    """What is one patron's alone."""

    kept: dict[str, date] = field(default_factory=dict)
    is_consented: bool = False
    entries: list[HistoryEntry] = field(default_factory=list)
    goal: GoalRequest | None = None


class FakeBookshelf:
    """To be mixed into `FakeHoldsApi`, which says who is calling."""

    library: FakeLibrary

    def _answer(self, call: str, work: Callable[[], T]) -> T:
        raise NotImplementedError

    def _patron(self, session: PatronSession) -> KeptPatron:
        raise NotImplementedError

    def shelf_of(self, patron: KeptPatron) -> PrivateShelf:
        """What is that patron's alone."""
        shelves: dict[int, PrivateShelf] = self.__dict__.setdefault("_shelves", {})
        return shelves.setdefault(patron.id, PrivateShelf())

    def check_out(self, patron: KeptPatron, title_id: str) -> None:
        """The desk lends the title's item."""
        self.library.lend(self.library.item_of(title_id), patron)
        shelf, title = self.shelf_of(patron), self.library.titles[title_id]
        if shelf.is_consented and self.library.profile.bookshelf.keeps_history:
            number = str(next(self.library.numbers))
            entry = HistoryEntry(number, title_id, title.title, title.volume, title.creators, self.library.today)
            shelf.entries.insert(0, entry)

    def _shelf(self, session: PatronSession) -> PrivateShelf:
        patron = self._patron(session)
        if not self.library.profile.bookshelf.is_offered:
            raise Refused("bookshelf_not_offered")
        return self.shelf_of(patron)

    def _history(self, session: PatronSession, *, needs_consent: bool = False) -> PrivateShelf:
        patron = self._patron(session)
        if not self.library.profile.bookshelf.keeps_history:
            raise Refused("history_not_offered")
        shelf = self.shelf_of(patron)
        if needs_consent and not shelf.is_consented:
            raise Refused("history_consent_needed")
        return shelf

    def bookshelf(self, session: PatronSession) -> Bookshelf:
        def told() -> Bookshelf:
            kept = reversed(self._shelf(session).kept.items())
            entries = (BookshelfEntry(self.library.title_of(title_id), kept_on) for title_id, kept_on in kept)
            return Bookshelf(tuple(entries), BOOKSHELF_LIMIT)

        return self._answer("bookshelf", told)

    def keep_title(self, session: PatronSession, title_id: str) -> None:
        def kept() -> None:
            shelf = self._shelf(session)
            if title_id not in self.library.titles:
                raise Refused("not_found")
            if title_id not in shelf.kept and len(shelf.kept) >= BOOKSHELF_LIMIT:
                raise Refused("bookshelf_full")
            shelf.kept.setdefault(title_id, self.library.today)

        self._answer("keep_title", kept)

    def remove_title(self, session: PatronSession, title_id: str) -> None:
        self._answer("remove_title", lambda: self._shelf(session).kept.pop(title_id, None))

    def history(self, session: PatronSession) -> ReadingHistory:
        return self._answer("history", lambda: self._told(self._history(session)))

    def _told(self, shelf: PrivateShelf) -> ReadingHistory:
        return ReadingHistory(shelf.is_consented, tuple(shelf.entries))

    def set_history_consent(self, session: PatronSession, consent: HistoryConsent) -> ReadingHistory:
        def done() -> ReadingHistory:
            shelf = self._history(session)
            shelf.is_consented = consent.is_given
            if not consent.is_given:
                shelf.entries.clear()
                shelf.goal = None
            return self._told(shelf)

        return self._answer("set_history_consent", done)

    def delete_history_entry(self, session: PatronSession, entry_id: str) -> None:
        def deleted() -> None:
            shelf = self._history(session)
            if all(entry.entry_id != entry_id for entry in shelf.entries):
                raise Refused("not_found")
            shelf.entries = [entry for entry in shelf.entries if entry.entry_id != entry_id]

        self._answer("delete_history_entry", deleted)

    def clear_history(self, session: PatronSession) -> None:
        self._answer("clear_history", lambda: self._history(session).entries.clear())

    def reading_goal(self, session: PatronSession) -> ReadingGoal | None:
        def told() -> ReadingGoal | None:
            shelf = self._history(session, needs_consent=True)
            return None if shelf.goal is None else ReadingGoal.of(shelf.goal, shelf.entries)

        return self._answer("reading_goal", told)

    def set_reading_goal(self, session: PatronSession, goal: GoalRequest) -> ReadingGoal:
        def done() -> ReadingGoal:
            if not goal.is_sound:
                raise Refused("reading_goal_invalid")
            shelf = self._history(session, needs_consent=True)
            shelf.goal = goal
            return ReadingGoal.of(goal, shelf.entries)

        return self._answer("set_reading_goal", done)

    def delete_reading_goal(self, session: PatronSession) -> None:
        def deleted() -> None:
            self._history(session).goal = None

        self._answer("delete_reading_goal", deleted)
