"""Puts a hold into the tables, with the places that keep its patron within the limits; whether it may be is settled before."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.catalogue_views import OPEN_STATES
from kiosk.central.library import Library
from kiosk.central.queues import join_queue
from kiosk.central.tables import HoldRow
from kiosk.domain.catalogue import Material
from kiosk.domain.circulation import HoldState
from kiosk.domain.hold_limits import free_place, material_limit


@dataclass(frozen=True, slots=True)
class Placing:
    """What the holds of one request share. `received_at` is set for one that came on paper and belongs earlier (KK-03)."""

    patron_id: int
    pickup_branch: str
    contact_method: str
    request_key: str = ""
    is_provisional: bool = False
    received_at: datetime | None = None


def place_hold(session: Session, library: Library, placing: Placing, title_id: str, material: Material) -> HoldRow:
    """A new hold, at the end of its queue unless it is provisional. Patron and title are locked, and the limits have room."""
    hold = HoldRow(
        patron_id=placing.patron_id,
        title_id=title_id,
        state=HoldState.PROVISIONAL.value,
        placed_at=placing.received_at or library.now(),
        pickup_branch=placing.pickup_branch,
        contact_method=placing.contact_method,
        request_key=placing.request_key,
    )
    _take_places(session, library, hold, material)
    if not placing.is_provisional:
        join_queue(session, library, hold, placing.received_at)
    session.add(hold)
    session.flush()  # one by one: the order of the ids is the order of receipt
    return hold


def _take_places(session: Session, library: Library, hold: HoldRow, material: Material) -> None:
    rules = library.profile.holds
    own = select(HoldRow.place, HoldRow.material_group, HoldRow.group_place)
    taken = session.execute(own.where(HoldRow.patron_id == hold.patron_id, HoldRow.state.in_(OPEN_STATES))).all()
    hold.place = free_place((place for place, _, _ in taken), rules.limit)
    limit = material_limit(rules.limits_by_material, material)
    if limit is not None:
        hold.material_group = ",".join(limit.materials)
        in_group = (place for _, group, place in taken if group == hold.material_group)
        hold.group_place = free_place(in_group, limit.limit)
