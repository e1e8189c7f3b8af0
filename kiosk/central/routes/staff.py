"""The staff side of the contract as one router; each part has a scope of its own or shares one."""

from fastapi import APIRouter

from kiosk.central.routes import staff_catalogue, staff_circulation, staff_holds, staff_patrons

router = APIRouter()
for _part in (staff_circulation, staff_holds, staff_patrons, staff_catalogue):
    router.include_router(_part.router)
