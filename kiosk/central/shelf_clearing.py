"""Ends what has outlived the hold shelf, once every day and before anybody looks at holds or items (KU-10, KK-08)."""

from datetime import date

from kiosk.central.allocation import expire_holds, has_expired_holds
from kiosk.central.database import Store
from kiosk.central.library import Library


class ShelfClearing:
    """Knows for which day this process has seen the hold shelf cleared; nothing more can outlive it before the next."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library
        self._cleared_for: date | None = None

    def is_done(self) -> bool:
        """Whether nothing is left to clear today."""
        return self._cleared_for == self._library.today()

    def clear(self) -> None:
        """End the holds whose last day has passed. Several at once do no harm."""
        today = self._library.today()
        with self._store.reading() as session:
            is_due = has_expired_holds(session, self._library)
        if is_due:
            with self._store.writing() as session:
                expire_holds(session, self._library)
        self._cleared_for = today
