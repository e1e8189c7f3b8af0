"""Counts attempts at logins and identities, by card and by terminal, so that neither can be guessed by trying.

Cards are counted under a keyed hash of their number; nothing here can be turned back into one.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.settings import AttemptLimits
from kiosk.central.tables import AttemptRow
from kiosk.central.tokens import keyed_hash
from kiosk.domain.errors import TooManyAttempts


@dataclass(frozen=True, slots=True)
class Attempts:
    """The counting, with the limits and the key of its hashes."""

    library: Library
    limits: AttemptLimits
    key: bytes

    def begin(self, session: Session, card_number: str, terminal_id: str) -> tuple[str, int]:
        """Count an attempt before it is judged, so that many at once cannot slip through; `succeed` takes it back.

        Raises TooManyAttempts with the seconds until the next may be made.
        """
        subjects = {
            keyed_hash(self.key, f"card:{card_number}"): self.limits.per_card,
            keyed_hash(self.key, f"terminal:{terminal_id}"): self.limits.per_terminal,
        }
        now = self.library.now()
        window = timedelta(seconds=self.limits.window_seconds)
        session.execute(delete(AttemptRow).where(AttemptRow.at <= now - window))
        for subject, limit in subjects.items():
            made = select(AttemptRow.at).where(AttemptRow.subject == subject).order_by(AttemptRow.at.desc())
            last = session.scalars(made.limit(limit)).all()
            if len(last) >= limit:
                raise TooManyAttempts(max(1, ceil((last[-1] + window - now).total_seconds())))
        rows = [AttemptRow(subject=subject, at=now) for subject in subjects]
        session.add_all(rows)
        session.flush()
        return rows[0].subject, rows[1].id

    def succeed(self, session: Session, attempt: tuple[str, int]) -> None:
        """Forget what was held against the card, and this attempt of the terminal."""
        card_subject, terminal_attempt_id = attempt
        session.execute(delete(AttemptRow).where(AttemptRow.subject == card_subject))
        session.execute(delete(AttemptRow).where(AttemptRow.id == terminal_attempt_id))
