"""Titles and items in the hands of staff, one by one."""

from typing import Annotated

from fastapi import Body

from kiosk.central import catalogue_upkeep
from kiosk.central.routes.access import CentralPart
from kiosk.central.routes.staff_access import staff_router
from kiosk.central.settings import StaffScope
from kiosk.domain.staff import CatalogueRecord, ItemUpkeep

router = staff_router(StaffScope.CATALOGUE)


@router.put("/titles/{title_id}", status_code=204)
def put_title(central: CentralPart, title_id: str, record: Annotated[CatalogueRecord, Body()]) -> None:
    """Put a title in, or another record in its place; it can be searched at once."""
    with central.store.writing() as session:
        catalogue_upkeep.put_title(session, central.library, title_id, record)


@router.delete("/titles/{title_id}", status_code=204)
def delete_title(central: CentralPart, title_id: str) -> None:
    """Take out a title that has no items and no open holds."""
    with central.store.writing() as session:
        catalogue_upkeep.delete_title(session, title_id)


@router.put("/items/{item_id}", status_code=204)
def put_item(central: CentralPart, item_id: str, item: Annotated[ItemUpkeep, Body()]) -> None:
    """Put an item in, or change what is recorded of it; one found missing or damaged leaves its hold."""
    with central.store.writing() as session:
        catalogue_upkeep.put_item(session, central.library, item_id, item)


@router.delete("/items/{item_id}", status_code=204)
def delete_item(central: CentralPart, item_id: str) -> None:
    """Take out an item that is neither lent nor set aside."""
    with central.store.writing() as session:
        catalogue_upkeep.delete_item(session, item_id)
