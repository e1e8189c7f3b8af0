"""A patron's e-mail addresses: added, replaced, deleted, chosen for notices, as the profile says (KU-23, KK-17, OK-05)."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from kiosk.central.confirmations import Confirmations
from kiosk.central.library import Library
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.notices import mail_to_patron
from kiosk.central.patron_records import emails, keep_email
from kiosk.central.tables import EmailRow, PatronRow
from kiosk.domain.email_address import email_fault_of_pair
from kiosk.domain.errors import Refused
from kiosk.domain.profile import EmailConfirmation, NoticeAddresses
from kiosk.domain.requests import EmailAddress, EmailChange, EmailState


def add_email(session: Session, confirmations: Confirmations, patron_id: int, change: EmailChange) -> EmailAddress:
    """Register an address in the first free slot; one that waits for its link takes a slot too.

    Raises Refused: `email_<fault>` (KK-18, KT-04), `email_limit` when all are taken.
    """
    library = confirmations.library
    _refuse_faulty(library, change)
    session.get_one(PatronRow, patron_id, with_for_update=True)
    taken = {email.slot for email in emails(session, library, patron_id)}
    free = next((slot for slot in range(1, library.profile.emails.limit + 1) if slot not in taken), None)
    if free is None:
        raise Refused("email_limit")
    return _put(session, confirmations, patron_id, free, change.address)


def replace_email(
    session: Session, confirmations: Confirmations, patron_id: int, slot: int, change: EmailChange
) -> EmailAddress:
    """Put another address in the slot. Raises Refused: `email_<fault>`, `not_found` when the slot is empty."""
    _refuse_faulty(confirmations.library, change)
    session.get_one(PatronRow, patron_id, with_for_update=True)
    if all(email.slot != slot for email in emails(session, confirmations.library, patron_id)):
        raise Refused("not_found")
    return _put(session, confirmations, patron_id, slot, change.address)


def delete_email(session: Session, confirmations: Confirmations, patron_id: int, slot: int) -> None:
    """Delete what stands in the slot, and what waits to stand there. Raises Refused `not_found` when there is neither."""
    session.get_one(PatronRow, patron_id, with_for_update=True)
    was_waiting = confirmations.drop_email(session, patron_id, slot)
    row = session.get(EmailRow, (patron_id, slot))
    if row is not None:
        session.delete(row)
    elif not was_waiting:
        raise Refused("not_found")


def choose_for_notices(session: Session, library: Library, patron_id: int, slot: int) -> EmailAddress:
    """Have notices go to the address in the slot and to no other (OK-05).

    Raises Refused: `not_found` when no valid address is there, `notices_go_to_all` where the library does not ask.
    """
    if library.profile.emails.notices_to is not NoticeAddresses.ONE:
        raise Refused("notices_go_to_all")
    session.get_one(PatronRow, patron_id, with_for_update=True)
    row = session.get(EmailRow, (patron_id, slot))
    if row is None or row.is_undeliverable:
        raise Refused("not_found")
    session.execute(update(EmailRow).where(EmailRow.patron_id == patron_id).values(gets_notices=EmailRow.slot == slot))
    return EmailAddress(slot, row.address)


def _put(session: Session, confirmations: Confirmations, patron_id: int, slot: int, address: str) -> EmailAddress:
    """An address that was asked for: in its slot at once, or waiting for its link where one can be sent."""
    library = confirmations.library
    asked = library.profile.emails.confirmation
    if asked is EmailConfirmation.LINK and confirmations.can_be_asked:
        confirmations.ask_email(session, patron_id, slot, address)
        return EmailAddress(slot, address, EmailState.UNCONFIRMED, gets_notices=False, mail_follows=True)
    confirmations.drop_email(session, patron_id, slot)
    keep_email(session, patron_id, slot, address)
    is_told = asked is EmailConfirmation.NOTICE and mail_to_patron(
        session, library, NoticeKind.EMAIL_NOTICE, patron_id, {}, address
    )
    gets_notices = any(email.gets_notices for email in emails(session, library, patron_id) if email.slot == slot)
    return EmailAddress(slot, address, gets_notices=gets_notices, mail_follows=is_told)


def _refuse_faulty(library: Library, change: EmailChange) -> None:
    fault = email_fault_of_pair(change.address, change.address_again, library.profile.emails.declined_domains)
    if fault is not None:
        raise Refused(f"email_{fault.value}")
