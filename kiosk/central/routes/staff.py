"""What a circulation desk tells the service, with the staff key."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, Body, Depends

from kiosk.central.allocation import PickLine, ScanResult, pick_list, scan_in
from kiosk.central.entrance import refuse_too_young
from kiosk.central.holds import accept_hold, decline_hold, hold_to_change
from kiosk.central.loans import CheckOutReceipt, check_out
from kiosk.central.patron_records import patron_by_card
from kiosk.central.routes.access import CentralPart, forbid_storing, keep_hold_shelf, require, row_id, staff_of
from kiosk.central.settings import StaffScope
from kiosk.central.tokens import new_temporary_password
from kiosk.domain.errors import Refused
from kiosk.domain.profile import TemporaryPasswordUse

router = APIRouter(
    prefix="/v1/staff",
    tags=["staff"],
    dependencies=[Depends(forbid_storing), Depends(staff_of), Depends(keep_hold_shelf)],
)
_CIRCULATION = [Depends(require(StaffScope.CIRCULATION))]
_PATRONS = [Depends(require(StaffScope.PATRONS))]


@dataclass(frozen=True, slots=True)
class CheckOut:
    """An item lent to the bearer of a card."""

    card_number: str = field(repr=False)
    item_id: str


@dataclass(frozen=True, slots=True)
class Return:
    """An item scanned at a branch, whether it comes back from a patron, from a courier or from the shelf."""

    item_id: str
    branch: str


@dataclass(frozen=True, slots=True)
class TemporaryPasswordRequest:
    """The card whose bearer stands at the desk."""

    card_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TemporaryPasswordSlip:
    """What to hand to the patron; it is kept nowhere."""

    temporary_password: str = field(repr=False)


@router.post("/check-outs", status_code=201, dependencies=_CIRCULATION)
def lend(central: CentralPart, body: Annotated[CheckOut, Body()]) -> CheckOutReceipt:
    """Lend an item; a hold it fills is collected."""
    with central.store.writing() as session:
        return check_out(session, central.library, central.records, body.card_number, body.item_id)


@router.post("/returns", dependencies=_CIRCULATION)
def take_back(central: CentralPart, body: Annotated[Return, Body()]) -> ScanResult:
    """Scan an item in, and learn where it goes."""
    with central.store.writing() as session:
        return scan_in(session, central.library, body.item_id, body.branch)


@router.get("/pick-list", dependencies=_CIRCULATION)
def read_pick_list(central: CentralPart, branch: str) -> list[PickLine]:
    """The items to fetch from the shelves of a branch for holds."""
    with central.store.reading() as session:
        return pick_list(session, central.library, branch)


@router.post("/temporary-passwords", status_code=201, dependencies=_PATRONS)
def issue_temporary_password(central: CentralPart, body: Annotated[TemporaryPasswordRequest, Body()]) -> TemporaryPasswordSlip:
    """Give a patron a temporary password in the place of the one there was (KK-14, CH-02, KT-01, KT-03)."""
    profile = central.settings.profile
    if profile.registration.temporary_password is TemporaryPasswordUse.NOT_ISSUED:
        raise Refused("temporary_password_not_offered")
    with central.store.reading() as session:
        patron = patron_by_card(session, body.card_number)
        refuse_too_young(central.library, patron)
        patron_id = patron.id
    password = new_temporary_password(min(max(8, profile.password.min_length), profile.password.max_length))
    central.entrance.issue_temporary_password(patron_id, password)
    return TemporaryPasswordSlip(password)


@router.post("/holds/{hold_id}/decline", status_code=204, dependencies=_CIRCULATION)
def decline(central: CentralPart, hold_id: str) -> None:
    """The library cannot fill a hold (KU-09)."""
    with central.store.writing() as session:
        decline_hold(session, central.library, hold_to_change(session, row_id(hold_id)))


@router.post("/holds/{hold_id}/accept", status_code=204, dependencies=_CIRCULATION)
def accept(central: CentralPart, hold_id: str) -> None:
    """Accept a provisional hold, which queues from now on (CH-07, KT-08)."""
    with central.store.writing() as session:
        accept_hold(session, central.library, hold_to_change(session, row_id(hold_id)))
