"""Counts attempts at logins and identities, by card and by terminal, so that neither can be guessed by trying.

Cards are counted under a keyed hash of their number; nothing here can be turned back into one.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.central.database import stand_in_line
from kiosk.central.library import Library
from kiosk.central.settings import AttemptLimits
from kiosk.central.tables import AttemptRow
from kiosk.central.tokens import keyed_hash
from kiosk.domain.errors import TooManyAttempts

_DAY = timedelta(days=1)


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
        card = keyed_hash(self.key, f"card:{card_number}")
        terminal = keyed_hash(self.key, f"terminal:{terminal_id}")
        window = timedelta(seconds=self.limits.window_seconds)
        now = self.library.now()
        stand_in_line(session, card, terminal)
        session.execute(delete(AttemptRow).where(AttemptRow.at <= now - max(window, _DAY)))
        for subject, limit, within in (
            (card, self.limits.per_card, window),
            (card, self.limits.per_card_a_day, _DAY),
            (terminal, self.limits.per_terminal, window),
        ):
            made = select(AttemptRow.at).where(AttemptRow.subject == subject, AttemptRow.at > now - within)
            last = session.scalars(made.order_by(AttemptRow.at.desc()).limit(limit)).all()
            if len(last) >= limit:
                raise TooManyAttempts(max(1, ceil((last[-1] + within - now).total_seconds())))
        rows = [AttemptRow(subject=subject, at=now) for subject in (card, terminal)]
        session.add_all(rows)
        session.flush()
        return card, rows[1].id

    def succeed(self, session: Session, attempt: tuple[str, int]) -> None:
        """Forget what was held against the card, and this attempt of the terminal."""
        card_subject, terminal_attempt_id = attempt
        session.execute(delete(AttemptRow).where(AttemptRow.subject == card_subject))
        session.execute(delete(AttemptRow).where(AttemptRow.id == terminal_attempt_id))
