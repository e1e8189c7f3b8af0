"""Changes that wait until the link in a mail is followed (OK-03): asked for, replaced, settled once. The page is another's."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.notices import NoticeState, mail_to_patron, settle
from kiosk.central.patron_records import keep_email, usable_addresses
from kiosk.central.sessions import close_all
from kiosk.central.tables import ConfirmationRow, NoticeRow, PatronRow
from kiosk.central.tokens import new_token
from kiosk.domain.errors import KioskError

VALID_HOURS = 24


class ConfirmationKind(StrEnum):
    """What following the link puts in place."""

    EMAIL = "email"
    PASSWORD = "password"


_NOTICES = {ConfirmationKind.EMAIL: NoticeKind.EMAIL_LINK, ConfirmationKind.PASSWORD: NoticeKind.PASSWORD_LINK}


class UnknownLink(KioskError):
    """A link that this service has not made."""


@dataclass(frozen=True, slots=True)
class Confirmations:
    """Makes the links and settles what they stand for.

    A link carries nothing but the signed id of its row, and only the row decides: once it is used, replaced or past its time
    the link opens nothing. `public_url` is where patrons' browsers reach the service; without it no link can be made.
    """

    library: Library
    key: bytes = field(repr=False)
    public_url: str

    @property
    def can_be_asked(self) -> bool:
        """Whether a link would arrive; where it would not, a change must be valid at once."""
        return self.library.sends_mail and bool(self.public_url)

    def ask_email(self, session: Session, patron_id: int, slot: int, address: str) -> None:
        """Have an address wait for its link, in place of what waited for the slot before. The patron must be locked."""
        self.drop_email(session, patron_id, slot)
        row = ConfirmationRow(patron_id=patron_id, kind=ConfirmationKind.EMAIL.value, slot=slot, address=address)
        self._ask(session, row, [address])

    def ask_password(self, session: Session, patron_id: int, password_hash: str) -> bool:
        """Have a password wait for its link, sent to every usable address; false, and nothing done, where none would arrive."""
        addresses = usable_addresses(session, patron_id)
        if not (self.can_be_asked and addresses):
            return False
        self.drop_password(session, patron_id)
        row = ConfirmationRow(patron_id=patron_id, kind=ConfirmationKind.PASSWORD.value, password_hash=password_hash)
        self._ask(session, row, addresses)
        return True

    def drop_email(self, session: Session, patron_id: int, slot: int) -> bool:
        """Forget what waits for that slot; false when nothing does. Its mail, if it has not gone out, never will."""
        return self._drop(session, patron_id, ConfirmationKind.EMAIL, slot)

    def drop_password(self, session: Session, patron_id: int) -> None:
        """Forget the password that waits: another has been put in place."""
        self._drop(session, patron_id, ConfirmationKind.PASSWORD, 0)

    def kind_of(self, session: Session, token: str) -> ConfirmationKind | None:
        """What a link would settle, None when it is no longer valid. Raises UnknownLink."""
        row = session.get(ConfirmationRow, self._id_in(token))
        return None if row is None or self._is_over(row) else ConfirmationKind(row.kind)

    def settle(self, session: Session, token: str) -> ConfirmationKind | None:
        """Put in place what the link stands for, once; None when it is no longer valid. Raises UnknownLink.

        A new password ends every session of the patron (KU-20).
        """
        confirmation_id = self._id_in(token)
        known = session.get(ConfirmationRow, confirmation_id)
        if known is None:
            return None
        patron = session.get_one(PatronRow, known.patron_id, with_for_update=True)
        row = session.get(ConfirmationRow, confirmation_id, with_for_update=True, populate_existing=True)
        if row is None or self._is_over(row):
            return None
        kind = ConfirmationKind(row.kind)
        if kind is ConfirmationKind.EMAIL:
            keep_email(session, patron.id, row.slot, row.address)
        else:
            patron.password_hash, patron.has_temporary_password = row.password_hash, False
            close_all(session, patron.id)
        session.delete(row)
        return kind

    def _ask(self, session: Session, row: ConfirmationRow, addresses: Sequence[str]) -> None:
        own = ConfirmationRow.patron_id == row.patron_id
        session.execute(delete(ConfirmationRow).where(own, ConfirmationRow.expires_at <= self.library.now()))
        row.id, row.expires_at = new_token(), self.library.now() + timedelta(hours=VALID_HOURS)
        session.add(row)
        link = f"{self.public_url.rstrip('/')}/v1/confirmations/{self._signer.dumps(row.id)}"
        params = {"link": link, "valid_hours": VALID_HOURS}
        for address in addresses:
            mail_to_patron(session, self.library, _NOTICES[ConfirmationKind(row.kind)], row.patron_id, params, address)

    def _drop(self, session: Session, patron_id: int, kind: ConfirmationKind, slot: int) -> bool:
        of_slot = ConfirmationRow.patron_id == patron_id, ConfirmationRow.kind == kind.value, ConfirmationRow.slot == slot
        rows = session.scalars(select(ConfirmationRow).where(*of_slot)).all()
        for row in rows:
            unsent = select(NoticeRow).where(
                NoticeRow.patron_id == patron_id,
                NoticeRow.kind == _NOTICES[kind].value,
                NoticeRow.state == NoticeState.WAITING.value,
            )
            to_it = unsent.where(NoticeRow.address == row.address) if row.address else unsent
            for notice in session.scalars(to_it.order_by(NoticeRow.id).with_for_update()).all():
                settle(self.library, notice, NoticeState.DROPPED)
            session.delete(row)
        return any(not self._is_over(row) for row in rows)

    def _is_over(self, row: ConfirmationRow) -> bool:
        return row.expires_at <= self.library.now()

    def _id_in(self, token: str) -> str:
        try:
            return str(self._signer.loads(token))
        except BadSignature:
            raise UnknownLink from None

    @property
    def _signer(self) -> URLSafeSerializer:
        # The row's own time is the one that counts: a time within the signature would be a second, of another clock.
        digest = {"digest_method": hashlib.sha256, "key_derivation": "hmac"}
        return URLSafeSerializer(self.key, salt="confirmation", signer_kwargs=digest)
