"""What must be true of the tables between any two things that happen, and sentences about what is not.

It only reads. Benchmarks, the simulation, crash runs and tests ask it; nothing the service answers depends on it. Sentences
name holds, items and loans by their ids, never a patron.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.allocation import SET_ASIDE_STATES
from kiosk.central.catalogue_views import OPEN_STATES
from kiosk.central.library import Library
from kiosk.central.notices import NoticeState
from kiosk.central.tables import HoldRequestRow, HoldRow, ItemRow, LoanRow, NoticeRow, TitleRow
from kiosk.domain.catalogue import ItemState, Material
from kiosk.domain.circulation import HoldRequestState, HoldState, LineOutcome
from kiosk.domain.contact_method import Channel
from kiosk.domain.hold_limits import material_limit


def check(session: Session, library: Library, passed_rightly: Collection[int] = ()) -> list[str]:
    """What is broken, a sentence each; empty when all is well.

    `passed_rightly` are the ids of holds that may have been passed over, and no table remembers why: their patrons took them
    out of a sequence, or an item was lost and they were put back into the queue.
    """
    tables = _Tables(session, library, frozenset(passed_rightly))
    return [sentence for rule in _RULES for sentence in rule(tables)]


class _Tables:
    """The tables as read once, so that every rule sees the same moment."""

    def __init__(self, session: Session, library: Library, passed_rightly: frozenset[int]) -> None:
        self.library = library
        self.passed_rightly = passed_rightly
        self.items: dict[str, Any] = {item.id: item for item in session.execute(select(*_ITEM_COLUMNS))}
        self.loans = {loan.id: loan for loan in session.scalars(select(LoanRow))}
        self.holds = {hold.id: hold for hold in session.scalars(select(HoldRow).order_by(HoldRow.id))}
        self.open_holds = [hold for hold in self.holds.values() if hold.state in OPEN_STATES]
        self.set_aside = [hold for hold in self.open_holds if hold.state in SET_ASIDE_STATES]
        self.requests = session.scalars(select(HoldRequestRow)).all()
        told = select(NoticeRow.hold_id).where(NoticeRow.state != NoticeState.DROPPED.value)
        self.holds_with_notices = set(session.scalars(told))
        of_open = select(HoldRow.title_id).where(HoldRow.state.in_(OPEN_STATES))
        materials = select(TitleRow.id, TitleRow.material).where(TitleRow.id.in_(of_open))
        self.materials = {title_id: Material(material) for title_id, material in session.execute(materials)}


_ITEM_COLUMNS = (ItemRow.id, ItemRow.title_id, ItemRow.state, ItemRow.branch, ItemRow.at_branch, ItemRow.sent_on)


def _limits(tables: _Tables) -> Iterator[str]:
    """KU-02, OK-11, CH-01, KK-06."""
    rules = tables.library.profile.holds
    of_patron = Counter(hold.patron_id for hold in tables.open_holds)
    for count in of_patron.values():
        if count > rules.limit:
            yield f"a patron has {count} open holds, of which {rules.limit} are allowed"
    in_group: Counter[tuple[int, tuple[Material, ...]]] = Counter()
    for hold in tables.open_holds:
        limit = material_limit(rules.limits_by_material, tables.materials[hold.title_id])
        if limit is not None:
            in_group[hold.patron_id, limit.materials] += 1
            if in_group[hold.patron_id, limit.materials] == limit.limit + 1:
                names = ", ".join(limit.materials)
                yield f"hold {hold.id}: its patron has more than {limit.limit} open holds on {names}"


def _uniqueness(tables: _Tables) -> Iterator[str]:
    kinds: dict[str, Callable[[HoldRow], object]] = {
        "a second open hold of its patron on its title": lambda hold: (hold.patron_id, hold.title_id),
        "its place is taken twice": lambda hold: hold.place and (hold.patron_id, hold.place),
        "its place within its materials is taken twice": lambda hold: (
            hold.group_place and (hold.patron_id, hold.material_group, hold.group_place)
        ),
        "its item is set aside for two holds": lambda hold: hold.item_id,
    }
    for what, key in kinds.items():
        seen: set[object] = set()
        for hold in tables.open_holds:
            if key(hold) is not None and key(hold) in seen:
                yield f"hold {hold.id}: {what}"
            seen.add(key(hold))
    limit = tables.library.profile.holds.limit
    for hold in tables.open_holds:
        if hold.place is not None and not 1 <= hold.place <= limit:
            yield f"hold {hold.id}: its place {hold.place} is none of 1 to {limit}"


def _holds_and_items(tables: _Tables) -> Iterator[str]:
    for hold in tables.open_holds:
        is_set_aside = hold.state in SET_ASIDE_STATES
        if is_set_aside != (hold.item_id is not None):
            yield f"hold {hold.id}: it is {hold.state} {'without' if is_set_aside else 'with'} an item"
        if (hold.queued_at is None) != (hold.state == HoldState.PROVISIONAL):
            yield f"hold {hold.id}: it is {hold.state} and is {'in no' if hold.queued_at is None else 'in a'} queue"
        if hold.loan_id is not None or hold.is_returned:
            yield f"hold {hold.id}: it is open although it was collected"
    for hold in tables.set_aside:
        item = tables.items.get(hold.item_id or "")
        if item is None:
            continue
        expected = ItemState.HOLD_SHELF if hold.state == HoldState.READY else ItemState.IN_TRANSIT
        if item.state != expected or item.title_id != hold.title_id:
            yield f"hold {hold.id}: it is {hold.state}, and item {item.id} is {item.state}"
        if hold.state == HoldState.READY and item.at_branch != hold.pickup_branch:
            yield f"hold {hold.id}: item {item.id} is not where it is to be collected"


def _items(tables: _Tables) -> Iterator[str]:
    lent = {loan.item_id for loan in tables.loans.values()}
    ready = {hold.item_id for hold in tables.set_aside if hold.state == HoldState.READY}
    for item in tables.items.values():
        if (item.state == ItemState.ON_LOAN) != (item.id in lent):
            yield f"item {item.id}: it is {item.state}, and a loan of it is {'' if item.id in lent else 'not '}there"
        if item.state == ItemState.HOLD_SHELF and item.id not in ready:
            yield f"item {item.id}: it is on the hold shelf for nobody"
        if item.state == ItemState.ON_SHELF and item.at_branch != item.branch:
            yield f"item {item.id}: it is on a shelf of another branch"
        if item.sent_on is not None and item.state not in (ItemState.IN_TRANSIT, ItemState.ON_LOAN):
            yield f"item {item.id}: it was sent off and is {item.state}"


def _loans(tables: _Tables) -> Iterator[str]:
    filled: Counter[int] = Counter()
    for hold in tables.holds.values():
        if hold.loan_id is None:
            continue
        filled[hold.loan_id] += 1
        loan = tables.loans.get(hold.loan_id)
        if loan is None or hold.is_returned:
            yield f"hold {hold.id}: its loan has ended, and it does not know"
        elif (loan.patron_id, loan.item_id) != (hold.patron_id, hold.item_id) or hold.state != HoldState.COLLECTED:
            yield f"hold {hold.id}: its loan is another's"
    yield from (f"loan {loan_id}: it fills {count} holds" for loan_id, count in filled.items() if count > 1)
    for loan in tables.loans.values():
        item = tables.items.get(loan.item_id)
        if item is None or item.title_id != loan.title_id:
            yield f"loan {loan.id}: its item is of another title"


def _nobody_passed_over(tables: _Tables) -> Iterator[str]:
    """No item is set aside for a hold while one that was there first, stands alone, and comes before it still waits.

    What can be told afterwards is only this: a hold of a lower id with an earlier place in the queue was in it when the later
    one was given an item, unless its turn within a sequence had not come (KU-08, KK-02).
    """
    waiting: dict[str, list[HoldRow]] = defaultdict(list)
    for hold in tables.open_holds:
        stands_alone = hold.sequence_id is None and hold.id not in tables.passed_rightly
        if hold.state == HoldState.WAITING and hold.queued_at is not None and stands_alone:
            waiting[hold.title_id].append(hold)
    for served in tables.set_aside:
        for hold in waiting[served.title_id]:
            if served.queued_at and hold.queued_at and hold.id < served.id and hold.queued_at <= served.queued_at:
                yield f"hold {hold.id}: it waits while hold {served.id}, which came later, has an item"


def _told(tables: _Tables) -> Iterator[str]:
    for hold in tables.set_aside:
        method = tables.library.profile.contact_method(hold.contact_method)
        needs_telling = (method is None or method.channel is not Channel.NONE) and not hold.is_told
        if hold.state == HoldState.READY and needs_telling and hold.id not in tables.holds_with_notices:
            yield f"hold {hold.id}: it is ready, and nothing will tell its patron"


def _sequences(tables: _Tables) -> Iterator[str]:
    members: dict[str, list[HoldRow]] = defaultdict(list)
    for hold in tables.holds.values():
        if hold.sequence_id is not None:
            members[hold.sequence_id].append(hold)
    for holds in members.values():
        ids = ", ".join(str(hold.id) for hold in holds)
        if len(holds) < 2 and holds[0].state in OPEN_STATES:  # of those that ended, old ones are deleted one by one
            yield f"hold {ids}: it is alone in a sequence"
        if len({hold.sequence_place for hold in holds}) < len(holds):
            yield f"holds {ids}: two have one place in their sequence"
        if len({hold.patron_id for hold in holds}) > 1:
            yield f"holds {ids}: a sequence of several patrons"


def _requests(tables: _Tables) -> Iterator[str]:
    """What was answered to a request is what is there (the design's first promise)."""
    made: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for hold in tables.holds.values():
        made[hold.patron_id, hold.request_key][hold.title_id] = hold.id
    for request in tables.requests:
        told = _accepted(request.outcome)
        there = made.get((request.patron_id, request.key), {})
        for title_id, hold_id in told.items():
            if there.get(title_id) != hold_id:
                yield f"hold {hold_id}: its request was told that it is there"
        for title_id in there.keys() - told.keys():
            yield f"hold {there[title_id]}: its request was not told of it"


def _accepted(outcome: dict[str, Any]) -> dict[str, int]:
    """The ids of the holds that an outcome names, by title."""
    if outcome["state"] != HoldRequestState.DONE:
        return {}
    accepted = (line for line in outcome["lines"] if line["outcome"] == LineOutcome.ACCEPTED)
    return {line["title_id"]: int(line["hold"]["hold_id"]) for line in accepted}


_RULES: tuple[Callable[[_Tables], Iterator[str]], ...] = (
    _limits,
    _uniqueness,
    _holds_and_items,
    _items,
    _loans,
    _nobody_passed_over,
    _told,
    _sequences,
    _requests,
)
