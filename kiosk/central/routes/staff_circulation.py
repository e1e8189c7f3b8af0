"""Items in the hands of staff: lending, scanning in, and what a branch has to handle."""

from typing import Annotated

from fastapi import Body

from kiosk.central import desk_lists
from kiosk.central.allocation import pick_list, scan_in
from kiosk.central.loans import check_out
from kiosk.central.routes.access import CentralPart
from kiosk.central.routes.staff_access import staff_router
from kiosk.central.settings import StaffScope
from kiosk.domain.staff import CheckOut, CheckOutReceipt, HoldShelf, PickLine, Return, ScanResult, Transfers

router = staff_router(StaffScope.CIRCULATION)


@router.post("/check-outs", status_code=201)
def lend(central: CentralPart, body: Annotated[CheckOut, Body()]) -> CheckOutReceipt:
    """Lend an item; a hold it fills is collected."""
    with central.store.writing() as session:
        return check_out(session, central.library, central.records, body.card_number, body.item_id)


@router.post("/returns")
def take_back(central: CentralPart, body: Annotated[Return, Body()]) -> ScanResult:
    """Scan an item in, and learn where it goes."""
    with central.store.writing() as session:
        return scan_in(session, central.library, body.item_id, body.branch)


@router.get("/pick-list")
def read_pick_list(central: CentralPart, branch: str) -> list[PickLine]:
    """The items to fetch from the shelves of a branch for holds."""
    with central.store.reading() as session:
        return pick_list(session, central.library, branch)


@router.get("/transfers")
def read_transfers(central: CentralPart, branch: str) -> Transfers:
    """What a branch hands to the courier, and what is on its way to it (CH-08)."""
    with central.store.reading() as session:
        return desk_lists.transfers(session, central.library, branch)


@router.get("/hold-shelf")
def read_hold_shelf(central: CentralPart, branch: str) -> HoldShelf:
    """The ready holds of a branch, and the items to clear from its hold shelf."""
    with central.store.reading() as session:
        return desk_lists.hold_shelf(session, central.library, branch)
