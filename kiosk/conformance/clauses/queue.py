"""The queue of a title: its order, who gets a returned item, how long it waits, and who comes next."""

from collections.abc import Sequence
from datetime import date

from kiosk.conformance.callers import Visitor, pickup_branches
from kiosk.conformance.trial import Clause, Trial, applies, require
from kiosk.domain.circulation import Hold, HoldState
from kiosk.domain.contact_method import Channel, ContactDay
from kiosk.domain.hold_shelf import expires_on
from kiosk.domain.profile import ShelfCount

_LIST = "GET /v1/me/holds"


def _require_positions(holders: Sequence[tuple[Visitor, str]]) -> None:
    """The holds stand in the queue in this order, counted from 1."""
    holds = [visitor.hold(hold_id) for visitor, hold_id in holders]
    positions = [hold.position for hold in holds]
    expected = list(range(1, len(holders) + 1))
    require(positions == expected, _LIST, f"positions {expected} in the order of receipt", f"{positions}")
    lengths = {hold.queue_length for hold in holds}
    require(lengths == {len(holders)}, _LIST, f"a queue length of {len(holders)}", f"{sorted(lengths)}")


def _queue(trial: Trial, title: str, length: int = 3) -> list[tuple[Visitor, str]]:
    visitors = [trial.visitor() for _ in range(length)]
    return [(visitor, trial.place_in_queue(visitor, title).hold_id) for visitor in visitors]


def _positions(trial: Trial) -> None:
    queue = _queue(trial, trial.stage.title())
    _require_positions(queue)
    queue[0][0].cancel(queue[0][1]).expect(200)
    _require_positions(queue[1:])


def _again_at_the_end(trial: Trial) -> None:
    title = trial.stage.title()
    queue = _queue(trial, title)
    visitor, hold_id = queue.pop(0)
    visitor.cancel(hold_id).expect(200)
    again = trial.place_in_queue(visitor, title)
    require(again.hold_id != hold_id, "POST /v1/me/hold-requests", "a new hold", "the cancelled one")
    _require_positions([*queue, (visitor, again.hold_id)])


def _by_acceptance(trial: Trial) -> None:
    applies(trial.profile.holds.is_provisional, "holds are not provisional under this profile")
    title, first, second = trial.stage.title(), trial.visitor(), trial.visitor()
    placed = [visitor.place(title).hold_id for visitor in (first, second)]
    shown = first.hold(placed[0])
    is_outside = shown.state is HoldState.PROVISIONAL and shown.position is None
    require(is_outside, _LIST, "no position before the library accepts", f"{shown.state} at {shown.position}")
    for hold_id in reversed(placed):
        trial.stage.desk().accept(hold_id)
    _require_positions([(second, placed[1]), (first, placed[0])])


def _first_is_served(trial: Trial) -> None:
    title = trial.stage.title()
    queue = _queue(trial, title)
    trial.stage.desk().scan(title, queue[0][0].pickup)
    _require_set_aside(trial, queue[0])
    for visitor, hold_id in queue[1:]:
        state = visitor.hold(hold_id).state
        require(state is HoldState.WAITING, _LIST, "only the first in the queue to be served", f"{state} of a later one")
    _require_positions(queue[1:])


def _require_set_aside(trial: Trial, holder: tuple[Visitor, str]) -> None:
    """The hold has its item: ready, or on its way to be until the patron has been told where that counts (KT-13)."""
    state = holder[0].hold(holder[1]).state
    expected = [HoldState.READY]
    if trial.profile.hold_shelf.is_ready_when_told:
        expected.append(HoldState.IN_TRANSIT)
    require(state in expected, _LIST, "the item set aside for the hold", f"a hold that is {state}")


def _shelf_days(trial: Trial) -> None:
    """The periods that run without anybody's doing; where staff or a mail has to tell first, nothing can be expected yet."""
    shelf = trial.profile.hold_shelf
    visitor, title = trial.visitor(), trial.stage.title()
    methods = {method.code: method for method in trial.profile.contact_methods}
    offers = [methods[offer.code] for offer in visitor.me().contacts if offer.allowed and offer.code in methods]
    is_by_ready_day = shelf.counted is ShelfCount.FROM_READY_DAY
    known = [
        method
        for method in offers
        if is_by_ready_day or (method.contact_day is ContactDay.READY_DAY and method.channel is Channel.NONE)
    ]
    applies(bool(known), "the period runs only once somebody has told the patron")
    hold = trial.place_in_queue(visitor, title, contact=known[0].code)
    today = trial.day_of(hold)
    trial.stage.desk().scan(title, hold.pickup_branch)
    hold = visitor.hold(hold.hold_id)
    calendar = trial.profile.calendar_of(hold.pickup_branch)
    _require_last_day(hold, expires_on(shelf, calendar, today))


def _require_last_day(hold: Hold, expected: date) -> None:
    came = hold.expires_on.isoformat() if hold.expires_on else "none"
    require(hold.expires_on == expected, _LIST, f"the last day on the hold shelf to be {expected.isoformat()}", came)


def _carried(trial: Trial) -> None:
    branches = pickup_branches(trial.profile, trial.terminal.branch)
    applies(len(branches) > 1, "the library has one pickup branch only")
    visitor, title, desk = trial.visitor(), trial.stage.title(), trial.stage.desk()
    hold = trial.place_in_queue(visitor, title, pickup=branches[1])
    desk.scan(title, branches[0])
    state = visitor.hold(hold.hold_id).state
    require(state is HoldState.IN_TRANSIT, _LIST, "in_transit while the item is carried to the pickup branch", f"{state}")
    desk.scan(title, branches[1])
    _require_set_aside(trial, (visitor, hold.hold_id))


def _next_is_served(trial: Trial) -> None:
    """However a hold ends that has its item, the item goes to the next and to nobody else."""
    title, desk = trial.stage.title(), trial.stage.desk()
    queue = _queue(trial, title)
    desk.scan(title, queue[0][0].pickup)
    _require_set_aside(trial, queue[0])
    desk.decline(queue[0][1])
    _require_set_aside(trial, queue[1])
    desk.cancel(queue[1][1])
    _require_set_aside(trial, queue[2])


def _collected(trial: Trial) -> None:
    title, desk = trial.stage.title(), trial.stage.desk()
    (visitor, hold_id), (other, other_hold) = _queue(trial, title, 2)
    desk.scan(title, visitor.pickup)
    desk.lend(visitor.person, title)
    is_there = hold_id in visitor.holds() and visitor.hold(hold_id).state.is_open
    require(not is_there, _LIST, "a collected hold to be open no more", "an open one")
    is_lent = title in {loan.title.title_id for loan in visitor.loans()}
    require(is_lent, "GET /v1/me/loans", "the loan it became", "none")
    require(other.hold(other_hold).position == 1, _LIST, "the next one first in the queue", "elsewhere")


CLAUSES = (
    Clause("C-70", "Positions in a queue are 1 to n in the order of receipt.", _positions),
    Clause("C-71", "A hold that was cancelled and placed again goes to the end of the queue.", _again_at_the_end),
    Clause("C-72", "Where holds are provisional, the queue is in the order of acceptance.", _by_acceptance),
    Clause("C-73", "A returned item is set aside for the first in the queue.", _first_is_served),
    Clause("C-74", "The last day on the hold shelf is the one the profile's rule gives.", _shelf_days),
    Clause("C-75", "An item for another pickup branch is shown in transit until it is there.", _carried),
    Clause("C-76", "When a hold ends that has its item, the item goes to the next in the queue.", _next_is_served),
    Clause("C-77", "A collected hold becomes a loan, and the queue moves up.", _collected),
)
