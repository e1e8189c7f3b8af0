"""What staff have to tell patrons themselves, and mails that came back; with a staff key for notices."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends

from kiosk.central.returned_mails import take_returned_mail
from kiosk.central.routes.access import CentralPart, forbid_storing, keep_hold_shelf, require, row_id, staff_of
from kiosk.central.settings import StaffScope
from kiosk.central.worklist import send_again, tick_off, worklist
from kiosk.domain.contact_method import Channel
from kiosk.domain.worklist import ReturnedMail, Worklist

router = APIRouter(
    prefix="/v1/staff",
    tags=["staff"],
    dependencies=[
        Depends(forbid_storing),
        Depends(staff_of),
        Depends(require(StaffScope.NOTICES)),
        Depends(keep_hold_shelf),
    ],
)


@router.get("/notices")
def read_worklist(central: CentralPart, channel: Channel | None = None, branch: str | None = None) -> Worklist:
    """Whom staff have to tell what; `channel` and `branch` (of pickup) leave out the rest."""
    with central.store.reading() as session:
        return worklist(session, central.library, channel, branch)


@router.post("/notices/{notice_id}/done", status_code=204)
def tick_off_notice(central: CentralPart, notice_id: str) -> None:
    """The patron has been told; of a hold that is ready, today is the contact day."""
    with central.store.writing() as session:
        tick_off(session, central.library, row_id(notice_id))


@router.post("/notices/{notice_id}/send-again", status_code=204)
def send_notice_again(central: CentralPart, notice_id: str) -> None:
    """Mail after all what was refused or may have gone out already: somebody has decided so."""
    with central.store.writing() as session:
        send_again(session, central.library, row_id(notice_id))


@router.post("/bounces", status_code=204)
def take_bounce(central: CentralPart, body: Annotated[ReturnedMail, Body()]) -> None:
    """A mail that came back; what is no bounce of a mail of this service has no effect (OK-08, CH-12)."""
    take_returned_mail(central.store, central.library, body.message.encode("utf-8", "replace"))
