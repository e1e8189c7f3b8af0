"""Holds as the desk handles them: taken at the counter or on paper, cancelled on the patron's wish, waiting to be accepted."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.allocation import end_hold
from kiosk.central.catalogue_views import OPEN_STATES, titles_by_id
from kiosk.central.holds import holds_as_shown
from kiosk.central.library import Library
from kiosk.central.notices import drop_notices_of
from kiosk.central.patron_records import contacts, locked_patron_by_card, standing
from kiosk.central.placing import Placing, place_hold
from kiosk.central.queues import lock_titles
from kiosk.central.tables import HoldRow, ItemRow, TitleRow
from kiosk.domain.catalogue import ItemState, LoanClass, Title
from kiosk.domain.circulation import Hold, HoldState
from kiosk.domain.contact import pickup_and_contact_refusals
from kiosk.domain.errors import Refused
from kiosk.domain.hold_limits import place_refusals
from kiosk.domain.profile import HoldRules
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.staff import DeskHoldRequest, ProvisionalHold, ShelfPlace

_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
"""Earlier than any form; the first days of the calendar cannot be told in every zone."""
_LEFT_TO_STAFF = (ReasonCode.NOT_OWNED, ReasonCode.NO_LOANABLE_ITEM, ReasonCode.ON_SHELF, ReasonCode.ON_SHELF_HERE)
"""What keeps a terminal from offering a hold, but not staff: they can order a copy, borrow one, or fetch it from the shelf."""


def place_desk_hold(session: Session, library: Library, request: DeskHoldRequest) -> Hold:
    """A hold taken by staff. It counts against the same limits (KU-02, KK-06) and is never provisional.

    Raises Refused: `not_found` for an unknown card, `invalid_request` for a receipt in the future, before 1970 or without its
    zone, `action_refused` with the reasons.
    """
    received_at = request.received_at
    if received_at is not None and (received_at.tzinfo is None or not _EARLIEST <= received_at <= library.now()):
        raise Refused("invalid_request")
    patron = locked_patron_by_card(session, request.card_number)
    lock_titles(session, [request.title_id])
    title = titles_by_id(session, library, request.pickup_branch, [request.title_id]).get(request.title_id)
    if title is None:
        raise Refused("action_refused", (Reason(ReasonCode.UNKNOWN_TITLE),))
    of_patron = contacts(session, patron)
    reasons = (
        *pickup_and_contact_refusals(library.profile, of_patron, request.pickup_branch, request.contact_method),
        *_against_title(library.profile.holds, title),
        *place_refusals(library.profile.holds, standing(session, library, patron), title.title_id, title.material),
    )
    if reasons:
        raise Refused("action_refused", reasons)
    received_at = received_at and received_at.astimezone(UTC)
    placing = Placing(patron.id, request.pickup_branch, request.contact_method, received_at=received_at)
    hold = place_hold(session, library, placing, title.title_id, title.material)
    return holds_as_shown(session, library, request.pickup_branch, [hold])[0]


def cancel_at_desk(session: Session, library: Library, hold: HoldRow) -> None:
    """Cancel on the patron's wish, in any open state (KU-13: "ask the library").

    Raises Refused `action_refused` when it has ended already.
    """
    if hold.state not in OPEN_STATES:
        raise Refused("action_refused", (Reason(ReasonCode.HOLD_ENDED),))
    end_hold(session, library, hold, HoldState.CANCELLED)


def put_back_in_queue(session: Session, hold: HoldRow) -> None:
    """The item set aside for the hold is gone: it waits again, at the place its time of receipt gives it."""
    hold.state, hold.item_id = HoldState.WAITING.value, None
    hold.is_told, hold.contacted_on, hold.expires_on = False, None, None
    drop_notices_of(session, hold.id)


def provisional_holds(session: Session, library: Library, branch: str) -> list[ProvisionalHold]:
    """The holds to be picked up at `branch` that wait to be accepted, the first placed first (CH-07, KT-08).

    Raises Refused `not_found` for an unknown branch.
    """
    if library.profile.branch(branch) is None:
        raise Refused("not_found")
    found = select(HoldRow, TitleRow).join(TitleRow, TitleRow.id == HoldRow.title_id)
    found = found.where(HoldRow.state == HoldState.PROVISIONAL.value, HoldRow.pickup_branch == branch)
    rows = session.execute(found.order_by(HoldRow.placed_at, HoldRow.id)).all()
    shelves = _copies_on_shelf(session, {title.id for _, title in rows})
    return [
        ProvisionalHold(
            hold_id=str(hold.id),
            title_id=title.id,
            title=title.title,
            volume=title.volume,
            placed_at=library.local(hold.placed_at),
            pickup_branch=hold.pickup_branch,
            on_shelf=tuple(shelves.get(title.id, ())),
        )
        for hold, title in rows
    ]


def _against_title(rules: HoldRules, title: Title) -> tuple[Reason, ...]:
    if title.material not in rules.materials:
        return (Reason(ReasonCode.MATERIAL_NOT_HOLDABLE, {"material": title.material.value}),)
    return tuple(reason for reason in title.hold.reasons if reason.code not in _LEFT_TO_STAFF)


def _copies_on_shelf(session: Session, title_ids: set[str]) -> dict[str, list[ShelfPlace]]:
    on_shelf = select(ItemRow).where(
        ItemRow.title_id.in_(title_ids),
        ItemRow.state == ItemState.ON_SHELF.value,
        ItemRow.loan_class == LoanClass.LOANABLE.value,
    )
    places: dict[str, list[ShelfPlace]] = {}
    for item in session.scalars(on_shelf.order_by(ItemRow.id)):
        place = ShelfPlace(item.id, item.at_branch, item.location, item.call_number)
        places.setdefault(item.title_id, []).append(place)
    return places
