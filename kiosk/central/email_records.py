"""A patron's e-mail addresses: added, replaced and deleted, as many as the profile allows (KU-23, KU-24, KK-17)."""

from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.patron_records import emails
from kiosk.central.tables import EmailRow, PatronRow
from kiosk.domain.email_address import email_fault_of_pair
from kiosk.domain.errors import Refused
from kiosk.domain.requests import EmailAddress, EmailChange


def add_email(session: Session, library: Library, patron_id: int, change: EmailChange) -> EmailAddress:
    """Register an address in the first free slot. Raises Refused: `email_<fault>` (KK-18), `email_limit` when all are taken."""
    _refuse_faulty(change)
    session.get_one(PatronRow, patron_id, with_for_update=True)
    taken = {email.slot for email in emails(session, patron_id)}
    free = next((slot for slot in range(1, library.profile.emails.limit + 1) if slot not in taken), None)
    if free is None:
        raise Refused("email_limit")
    session.add(EmailRow(patron_id=patron_id, slot=free, address=change.address))
    return EmailAddress(free, change.address)


def replace_email(session: Session, patron_id: int, slot: int, change: EmailChange) -> EmailAddress:
    """Put another address in the slot. Raises Refused: `email_<fault>`, `not_found` when the slot is empty."""
    _refuse_faulty(change)
    _row(session, patron_id, slot).address = change.address
    return EmailAddress(slot, change.address)


def delete_email(session: Session, patron_id: int, slot: int) -> None:
    """Delete the address in the slot. Raises Refused `not_found` when it is empty."""
    session.delete(_row(session, patron_id, slot))


def _row(session: Session, patron_id: int, slot: int) -> EmailRow:
    row = session.get(EmailRow, (patron_id, slot), with_for_update=True)
    if row is None:
        raise Refused("not_found")
    return row


def _refuse_faulty(change: EmailChange) -> None:
    fault = email_fault_of_pair(change.address, change.address_again)
    if fault is not None:
        raise Refused(f"email_{fault.value}")
