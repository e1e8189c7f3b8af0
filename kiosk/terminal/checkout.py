"""The shortest way from the cart to a hold: what is known of the patron is chosen, and shown once more before it is sent."""

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.terminal.visit import Pickup, PickupChosen, Step

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


def go_to_checkout(terminal: "Terminal") -> None:
    """On to the confirmation where pickup and contact are known, else to where they are chosen.

    Known is this branch, or the only one; the contact chosen in this visit, or the first that the record of the patron who
    is logged in allows. The confirmation shows both, and can change them. A cart with nothing checked is shown first.
    """
    pickup = _known(terminal)
    if not terminal.visit.cart.checked:
        terminal.open(Step.CART)
        return
    if not terminal.visit.is_logged_in or not pickup.branch or not pickup.contact:
        terminal.open(Step.PICKUP)
        return
    terminal.dispatch(PickupChosen(pickup))
    terminal.open(Step.CONFIRM)


def _known(terminal: "Terminal") -> Pickup:
    pickup, me = terminal.visit.pickup, terminal.visit.me
    branches = [branch.code for branch in terminal.profile.branches if branch.is_pickup]
    branch = pickup.branch or (terminal.branch if terminal.branch in branches else branches[0] if len(branches) == 1 else "")
    allowed = [offer.code for offer in me.contacts if offer.allowed] if me is not None else []
    contact = pickup.contact if pickup.contact in allowed else next(iter(allowed), "")
    return replace(pickup, branch=branch, contact=contact)
