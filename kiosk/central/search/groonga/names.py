"""What may be suggested beside a catalogue in Groonga: names, read from the tables into each process and kept up to date."""

import threading
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from kiosk.central.database import Store
from kiosk.central.search.change_log import ChangeLog, ChangesForgotten, Position
from kiosk.central.search.names import catalogue_names
from kiosk.central.search.suggestions import Suggester, build

MOST_CHANGED: Final = 2_000
"""The names of so many changed titles are kept beside the others before all are read anew."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of the whole catalogue, and beside them those of the titles that have changed since."""

    suggester: Suggester
    position: Position
    changed: frozenset[str] = frozenset()
    changed_names: Suggester | None = None


class FollowedNames:
    """Reads the names when it is made. Any number of threads may ask. Names that are gone stay until all are read anew."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._log = ChangeLog()
        self._turn = threading.Lock()
        self._renewal: threading.Thread | None = None
        self._known = self._read()

    def known(self, session: Session) -> KnownNames:
        """The names, with those of every title that the session sees; while all are read anew, with what was known before."""
        known = self._known
        try:
            if self._log.since(session, known.position)[0]:
                known = self._followed(session)
        except ChangesForgotten:
            self._renew()
        if len(known.changed) > MOST_CHANGED:
            self._renew()
        return known

    def close(self) -> None:
        """Waits for names that are being read."""
        if (renewal := self._renewal) is not None:
            renewal.join()

    def _followed(self, session: Session) -> KnownNames:
        with self._turn:
            titles, position = self._log.since(session, self._known.position)
            changed = self._known.changed | titles
            names = build(catalogue_names(session, changed))
            self._known = replace(self._known, position=position, changed=changed, changed_names=names)
            return self._known

    def _read(self) -> KnownNames:
        with self._store.reading() as session:
            position = self._log.position(session)
            return KnownNames(build(catalogue_names(session)), position)

    def _renew(self) -> None:
        """Has all names read anew beside the searches, unless that is under way."""
        with self._turn:
            if self._renewal is None:
                self._renewal = threading.Thread(target=self._renewed, name="catalogue-names")
                self._renewal.start()

    def _renewed(self) -> None:
        try:
            known = self._read()
            with self._turn:
                self._known = known
        finally:
            self._renewal = None
