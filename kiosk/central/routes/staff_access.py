"""Makes the routers of the staff side: no answer is stored, and only a key with the right scope comes in."""

from fastapi import APIRouter, Depends

from kiosk.central.routes.access import forbid_storing, keep_hold_shelf, require, staff_of
from kiosk.central.settings import StaffScope


def staff_router(scope: StaffScope) -> APIRouter:
    """A router all of whose calls need a staff key with that scope."""
    return APIRouter(
        prefix="/v1/staff",
        tags=["staff"],
        dependencies=[Depends(forbid_storing), Depends(staff_of), Depends(require(scope)), Depends(keep_hold_shelf)],
    )
