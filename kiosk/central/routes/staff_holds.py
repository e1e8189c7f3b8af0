"""Holds in the hands of staff: taken at the counter, accepted, declined, cancelled for the patron."""

from typing import Annotated

from fastapi import Body

from kiosk.central import desk_holds
from kiosk.central.holds import accept_hold, decline_hold, hold_to_change
from kiosk.central.routes.access import CentralPart, row_id
from kiosk.central.routes.staff_access import staff_router
from kiosk.central.settings import StaffScope
from kiosk.domain.circulation import Hold
from kiosk.domain.staff import DeskHoldRequest, ProvisionalHold

router = staff_router(StaffScope.CIRCULATION)


@router.post("/holds", status_code=201)
def place_desk_hold(central: CentralPart, request: Annotated[DeskHoldRequest, Body()]) -> Hold:
    """Take a hold at the counter or from a paper form (KU-02, KK-03, KK-06)."""
    with central.store.writing() as session:
        return desk_holds.place_desk_hold(session, central.library, request)


@router.get("/provisional-holds")
def read_provisional_holds(central: CentralPart, branch: str) -> list[ProvisionalHold]:
    """The holds that wait to be accepted, by pickup branch (CH-07, KT-08)."""
    with central.store.reading() as session:
        return desk_holds.provisional_holds(session, central.library, branch)


@router.post("/holds/{hold_id}/accept", status_code=204)
def accept(central: CentralPart, hold_id: str) -> None:
    """Accept a provisional hold, which queues from now on (CH-07, KT-08)."""
    with central.store.writing() as session:
        accept_hold(session, central.library, hold_to_change(session, row_id(hold_id)))


@router.post("/holds/{hold_id}/decline", status_code=204)
def decline(central: CentralPart, hold_id: str) -> None:
    """The library cannot fill a hold (KU-09)."""
    with central.store.writing() as session:
        decline_hold(session, central.library, hold_to_change(session, row_id(hold_id)))


@router.post("/holds/{hold_id}/cancel", status_code=204)
def cancel_at_desk(central: CentralPart, hold_id: str) -> None:
    """Cancel a hold on its patron's wish, also one that is ready (KU-13)."""
    with central.store.writing() as session:
        desk_holds.cancel_at_desk(session, central.library, hold_to_change(session, row_id(hold_id)))
