"""The people of a simulated library: staff who do what the service asks, and patrons who borrow, return, hold and collect."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Final, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.allocation import expire_holds, pick_list, scan_in
from kiosk.central.database import Store
from kiosk.central.desk_lists import transfers
from kiosk.central.hold_requests import submit
from kiosk.central.holds import accept_hold, cancel_hold, decline_hold, hold_to_change
from kiosk.central.library import Library
from kiosk.central.loans import check_out
from kiosk.central.private_records import PrivateRecords
from kiosk.central.tables import EmailRow, HoldRow, ItemRow, LoanRow, PatronRow
from kiosk.central.worklist import tick_off, worklist
from kiosk.domain.catalogue import ItemState, LoanClass
from kiosk.domain.circulation import HoldState, ReleaseOn
from kiosk.domain.errors import Refused
from kiosk.domain.opening_calendar import is_open
from kiosk.domain.requests import HoldRequest
from kiosk.domain.wait_estimate import WaitEstimate

T = TypeVar("T")
PATRONS: Final = 150
VISITORS_A_DAY: Final = 30
_BORROWS: Final = 0.6
_HOLDS: Final = 0.4
_IN_ORDER: Final = 0.3
"""How many visitors borrow from the shelves, place holds, and want several in an order."""
_CANCELLED: Final = 0.01
_DECLINED: Final = 0.002
"""How many of the waiting holds are cancelled or declined on a day."""
_NEVER_COLLECTED: Final = 0.07
_COLLECTED_WITHIN_DAYS: Final = 6
"""How many never come for what is ready, and after how many days the others do at the latest."""
_KEPT: Final = ((0.35, (2, 9)), (0.5, (10, 14)), (0.15, (15, 24)))
"""How many bring a loan back early, about when it is due, and late, with the days they keep it."""


class SimulatedFloor:
    """Everybody in the library. `events` counts what they did; `placed` and `ready` follow the holds placed by them."""

    def __init__(self, library: Library, records: PrivateRecords, chance: Random) -> None:
        self._library = library
        self._records = records
        self._chance = chance
        self._patrons: list[tuple[int, str]] = []
        self._titles: list[str] = []
        self._return_on: dict[tuple[str, date], date] = {}
        self._collect_on: dict[int, date | None] = {}
        self._expired: set[int] = set()
        self._requests = 0
        self.events: Counter[str] = Counter()
        self.placed: dict[int, tuple[date, WaitEstimate | None]] = {}
        self.ready: dict[int, date] = {}

    def move_in(self, session: Session) -> None:
        """Add the simulated patrons; their card numbers are none that a card could have."""
        rows = [PatronRow(card_number=f"simulated-{number}", phone_1="000-000-0000") for number in range(1, PATRONS + 1)]
        session.add_all(rows)
        session.flush()
        session.add_all(EmailRow(patron_id=row.id, slot=1, address=f"p{row.id}@example.jp") for row in rows[::2])
        self._patrons = [(row.id, row.card_number) for row in rows]
        lent = select(ItemRow.title_id).where(ItemRow.loan_class == LoanClass.LOANABLE.value).distinct()
        self._titles = sorted(session.scalars(lent))
        self._chance.shuffle(self._titles)

    def waiting(self, session: Session) -> set[int]:
        """The holds that wait for an item."""
        return set(session.scalars(select(HoldRow.id).where(HoldRow.state == HoldState.WAITING.value)))

    def begin_day(self, store: Store) -> None:
        """The hold shelf is cleared; where it is open, the courier's boxes and returns come in, and shelves are picked."""
        with store.writing() as session:
            expire_holds(session, self._library)
        for branch in self._open_branches():
            scan = partial(self._scan, branch)
            self._each(store, self._arrived_at(store, branch), scan)
            self._each(store, self._returned_to(store, branch), scan)
            with store.reading() as session:
                lines = pick_list(session, self._library, branch)
            self._each(store, [line.item_id for line in lines], scan)
        self._look(store)

    def receive_visitors(self, store: Store) -> None:
        """Patrons come: they collect, borrow from shelves, and place holds at terminals."""
        branches = self._open_branches()
        if not branches:
            return
        today = self._library.today()
        coming = [hold_id for hold_id, day in self._collect_on.items() if day is not None and day <= today]
        self._each(store, coming, self._collect)
        for _ in range(VISITORS_A_DAY):
            patron, branch = self._chance.choice(self._patrons), self._chance.choice(branches)
            if self._chance.random() < _BORROWS:
                self._each(store, self._one_on_shelf(store, branch), partial(self._lend, patron[1]))
            if self._chance.random() < _HOLDS:
                self._each(store, [branch], partial(self._place, patron[0]))

    def end_day(self, store: Store) -> None:
        """Staff tell, accept and decline; some patrons cancel."""
        if not self._open_branches():
            return
        states = (HoldState.PROVISIONAL.value, HoldState.WAITING.value)
        with store.reading() as session:
            to_tell = [int(line.notice_id) for line in worklist(session, self._library).lines]
            undecided = session.scalars(select(HoldRow.id).where(HoldRow.state.in_(states)).order_by(HoldRow.id)).all()
        self._each(store, to_tell, lambda session, notice_id: tick_off(session, self._library, notice_id))
        self._each(store, undecided, self._decide)
        self._look(store)

    def _each(self, store: Store, things: Sequence[T], act: Callable[[Session, T], object]) -> None:
        """Do it with each in a transaction of its own, as the service's calls do; what is refused stays undone."""
        for thing in things:
            with suppress(Refused), store.writing() as session:
                act(session, thing)

    def _open_branches(self) -> list[str]:
        profile, today = self._library.profile, self._library.today()
        return [branch.code for branch in profile.branches if is_open(profile.calendar_of(branch.code), today)]

    def _scan(self, branch: str, session: Session, item_id: str) -> None:
        scan_in(session, self._library, item_id, branch)
        self.events["scanned"] += 1

    def _arrived_at(self, store: Store, branch: str) -> list[str]:
        """The items that the courier has brought to the branch by now."""
        with store.reading() as session:
            incoming = transfers(session, self._library, branch).incoming
        today = self._library.today()
        return sorted(each.item_id for each in incoming if each.arrives_on is None or each.arrives_on <= today)

    def _returned_to(self, store: Store, branch: str) -> list[str]:
        """The items that come back today and are handed in at this branch; each loan's day is settled when first seen."""
        today, here = self._library.today(), []
        with store.reading() as session:
            loans = session.scalars(select(LoanRow).order_by(LoanRow.item_id)).all()
        for loan in loans:
            key = loan.item_id, loan.lent_on  # SQLite gives a loan's id again when the loan is gone
            if key not in self._return_on:
                self._return_on[key] = max(today, loan.lent_on + timedelta(days=self._days_kept()))
            if self._return_on[key] <= today and self._chance.random() < 1 / len(self._library.profile.branches):
                here.append(loan.item_id)
        return here

    def _days_kept(self) -> int:
        at = self._chance.random()
        for share, (least, most) in _KEPT:
            if at < share:
                return self._chance.randint(least, most)
            at -= share
        return _KEPT[-1][1][1]

    def _one_on_shelf(self, store: Store, branch: str) -> list[str]:
        on_shelf = (ItemRow.state == ItemState.ON_SHELF.value, ItemRow.loan_class == LoanClass.LOANABLE.value)
        here = select(ItemRow.id).where(ItemRow.at_branch == branch, *on_shelf).order_by(ItemRow.id)
        with store.reading() as session:
            items = session.scalars(here).all()
        return [self._chance.choice(items)] if items else []

    def _lend(self, card: str, session: Session, item_id: str) -> None:
        check_out(session, self._library, self._records, card, item_id)
        self.events["lent"] += 1

    def _collect(self, session: Session, hold_id: int) -> None:
        self._collect_on[hold_id] = None
        hold = session.get(HoldRow, hold_id)
        if hold is not None and hold.state == HoldState.READY and hold.item_id is not None:
            self._lend(session.get_one(PatronRow, hold.patron_id).card_number, session, hold.item_id)
            self.events["collected"] += 1

    def _place(self, patron_id: int, session: Session, branch: str) -> None:
        """A cart of some titles, often wished for ones, some of them in an order."""
        profile, chance = self._library.profile, self._chance
        wished = (self._titles[int(len(self._titles) * chance.random() ** 2)] for _ in range(chance.choice((1, 1, 2, 3))))
        titles = tuple(dict.fromkeys(wished))
        in_order = profile.holds.sequences is not ReleaseOn.NEVER and len(titles) > 1 and chance.random() < _IN_ORDER
        request = HoldRequest(
            titles=titles,
            pickup_branch=chance.choice([branch.code for branch in profile.branches if branch.is_pickup]),
            contact_method=chance.choice(profile.contact_methods).code,
            sequences=(titles,) if in_order else (),
        )
        self._requests += 1
        outcome, _ = submit(session, self._library, branch, patron_id, f"simulated-{self._requests}", request)
        for line in outcome.lines:
            self.events["refused" if line.hold is None else "placed"] += 1
            if line.hold is not None:
                self.placed[int(line.hold.hold_id)] = self._library.today(), line.hold.wait

    def _decide(self, session: Session, hold_id: int) -> None:
        hold, fate = hold_to_change(session, hold_id), self._chance.random()
        if fate < _DECLINED:
            decline_hold(session, self._library, hold)
            self.events["declined"] += 1
        elif fate < _DECLINED + _CANCELLED:
            cancel_hold(session, self._library, hold.pickup_branch, hold)
            self.events["cancelled"] += 1
        elif hold.state == HoldState.PROVISIONAL:
            accept_hold(session, self._library, hold)

    def _look(self, store: Store) -> None:
        """See which holds have become ready or expired; each patron decides when to come."""
        with store.reading() as session:
            states = session.execute(select(HoldRow.id, HoldRow.state).order_by(HoldRow.id)).all()
        today = self._library.today()
        for hold_id, state in states:
            if state == HoldState.READY and hold_id not in self._collect_on:
                comes = self._chance.random() >= _NEVER_COLLECTED
                days = self._chance.randint(0, _COLLECTED_WITHIN_DAYS)
                self._collect_on[hold_id] = today + timedelta(days=days) if comes else None
                if hold_id in self.placed:
                    self.ready[hold_id] = today
                    self.events["ready"] += 1
            elif state == HoldState.EXPIRED and hold_id not in self._expired:
                self._expired.add(hold_id)
                self.events["expired"] += 1
