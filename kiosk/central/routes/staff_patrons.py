"""Patrons' records in the hands of staff. A card number stands in bodies only, never in a URL."""

from typing import Annotated

from fastapi import Body

from kiosk.central import patron_upkeep
from kiosk.central.entrance import refuse_too_young
from kiosk.central.patron_records import patron_by_card
from kiosk.central.routes.access import CentralPart
from kiosk.central.routes.staff_access import staff_router
from kiosk.central.settings import StaffScope
from kiosk.central.tokens import new_temporary_password
from kiosk.domain.errors import Refused
from kiosk.domain.registration import TemporaryPasswordUse
from kiosk.domain.staff import NewCard, PatronAtDesk, PatronCard, PatronRecord, TemporaryPasswordSlip

router = staff_router(StaffScope.PATRONS)


@router.put("/patrons", status_code=204)
def put_patron(central: CentralPart, record: Annotated[PatronRecord, Body()]) -> None:
    """Put a patron's record in, or another in its place."""
    with central.store.writing() as session:
        patron_upkeep.put_patron(session, central.library, record)


@router.post("/patrons/lookup")
def look_up_patron(central: CentralPart, card: Annotated[PatronCard, Body()]) -> PatronAtDesk:
    """How things are between the bearer of a card and the library; nothing that is the patron's alone."""
    with central.store.reading() as session:
        return patron_upkeep.patron_at_desk(session, central.library, card.card_number)


@router.post("/patrons/delete", status_code=204)
def delete_patron(central: CentralPart, card: Annotated[PatronCard, Body()]) -> None:
    """Take a patron out, with everything that is theirs."""
    with central.store.writing() as session:
        patron_upkeep.delete_patron(session, central.library, central.records, card.card_number)


@router.post("/patrons/new-card", status_code=204)
def change_card(central: CentralPart, change: Annotated[NewCard, Body()]) -> None:
    """Give a patron a new card number in the place of one that was lost."""
    with central.store.writing() as session:
        patron_upkeep.change_card(session, central.library, change)


@router.post("/temporary-passwords", status_code=201)
def issue_temporary_password(central: CentralPart, card: Annotated[PatronCard, Body()]) -> TemporaryPasswordSlip:
    """Give a patron a temporary password in the place of the one there was (KK-14, CH-02, KT-01, KT-03)."""
    profile = central.settings.profile
    if profile.registration.temporary_password is TemporaryPasswordUse.NOT_ISSUED:
        raise Refused("temporary_password_not_offered")
    with central.store.reading() as session:
        patron = patron_by_card(session, card.card_number)
        refuse_too_young(central.library, patron)
        patron_id = patron.id
    password = new_temporary_password(min(max(8, profile.password.min_length), profile.password.max_length))
    central.entrance.issue_temporary_password(patron_id, password)
    return TemporaryPasswordSlip(password)
