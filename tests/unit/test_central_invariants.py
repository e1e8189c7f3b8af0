"""Whatever patrons and the desk do in whatever order, items, holds and loans go on telling one story."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from central_world import World
from sqlalchemy import select

from kiosk.central import holds, loans, sequences
from kiosk.central.allocation import expire_holds, pick_list, scan_in
from kiosk.central.catalogue_views import OPEN_STATES
from kiosk.central.hold_requests import submit
from kiosk.central.library import Library
from kiosk.central.sequences import sequences_of
from kiosk.central.tables import HoldRow, ItemRow, LoanRow
from kiosk.domain.circulation import ReleaseOn
from kiosk.domain.errors import Refused
from kiosk.domain.requests import HoldChange, HoldRequest

LIMIT = 3
STEPS = 150


class Floor:
    """A small library in which things happen at random."""

    def __init__(self, world, seed, release_on):
        rules = replace(world.profile.holds, limit=LIMIT, sequences=release_on)
        self.world = world
        self.library = Library(replace(world.profile, holds=rules), world.clock)
        self.random = random.Random(seed)
        self.patrons = [world.add_patron(password=None) for _ in range(4)]
        self.branches = world.pickups
        self.titles = [
            world.add_title(f"本{n}", items=2, on_loan=False, branch=self.random.choice(self.branches)) for n in range(5)
        ]
        self.items = [item for title in self.titles for item in self._items(title)]
        self.requests = 0

    def _items(self, title):
        with self.world.rows() as session:
            return list(session.scalars(select(ItemRow.id).where(ItemRow.title_id == title)))

    def step(self, session):
        """One thing that happens."""
        act = self.random.choice([self.place, self.place, self.scan, self.scan, self.pick, self.lend, self.touch, self.wait])
        act(session)

    def place(self, session):
        titles = tuple(self.random.sample(self.titles, 2))
        wished = (titles,) if self.random.random() < 0.5 else ()
        request = HoldRequest(titles, self.random.choice(self.branches), "none", wished)
        self.requests += 1
        patron = self.random.choice(self.patrons)
        submit(session, self.library, self.random.choice(self.branches), patron.id, f"request-{self.requests}", request)

    def scan(self, session):
        scan_in(session, self.library, self.random.choice(self.items), self.random.choice(self.branches))

    def pick(self, session):
        branch = self.random.choice(self.branches)
        # Of several copies of a title any may be scanned first, and the first hold whose turn it is gets it.
        for line in pick_list(session, self.library, branch):
            assert scan_in(session, self.library, line.item_id, branch).hold_id is not None

    def lend(self, session):
        loans.check_out(session, self.library, self.random.choice(self.patrons).card, self.random.choice(self.items))

    def touch(self, session):
        found = session.scalars(select(HoldRow.id)).all()
        if not found:
            return
        hold = holds.hold_to_change(session, self.random.choice(found))
        branch = self.random.choice(self.branches)
        match self.random.randrange(4):
            case 0:
                holds.cancel_hold(session, self.library, branch, hold)
            case 1:
                holds.decline_hold(session, self.library, hold)
            case 2:
                holds.change_hold(session, self.library, branch, hold, HoldChange(pickup_branch=branch))
            case 3:
                sequences.set_sequence(session, self.library, hold.patron_id, [hold.id])

    def wait(self, session):
        self.world.advance(days=self.random.randrange(5))
        expire_holds(session, self.library)


def check(session, library):
    """What must hold between any two things that happen."""
    items = {item.id: item for item in session.scalars(select(ItemRow))}
    open_loans = Counter(session.scalars(select(LoanRow.item_id)))
    open_holds = session.scalars(select(HoldRow).where(HoldRow.state.in_(OPEN_STATES))).all()
    set_aside = Counter(hold.item_id for hold in open_holds if hold.state != "waiting")
    ready = {hold.item_id: hold for hold in open_holds if hold.state == "ready"}

    assert all(count == 1 for count in set_aside.values())
    assert {item_id for item_id, item in items.items() if item.state == "on_loan"} == set(open_loans)
    assert {item_id for item_id, item in items.items() if item.state == "hold_shelf"} == set(ready)
    assert all(items[item_id].at_branch == hold.pickup_branch for item_id, hold in ready.items())
    assert all(items[item_id].state in ("hold_shelf", "in_transit") for item_id in set_aside)
    assert all(item.at_branch == item.branch for item in items.values() if item.state == "on_shelf")
    assert all(count <= LIMIT for count in Counter(hold.patron_id for hold in open_holds).values())
    assert all(hold.expires_on >= library.today() for hold in ready.values())
    found = sequences_of(session, library, open_holds)
    assert all(len(members) > 1 for members in found.members.values())


@pytest.mark.rule("KU-02")
@pytest.mark.rule("KK-02")
@pytest.mark.parametrize("release_on", [ReleaseOn.RETURN, ReleaseOn.ALLOCATION])
@pytest.mark.parametrize("seed", range(4))
def test_items_holds_and_loans_always_tell_one_story(make_world, seed, release_on):
    world: World = make_world("kitakyushu")
    floor = Floor(world, seed, release_on)
    refused = 0
    for _ in range(STEPS):
        try:
            with world.change_rows() as session:
                floor.step(session)
        except Refused:
            refused += 1
        with world.change_rows() as session:
            expire_holds(session, floor.library)
        with world.rows() as session:
            check(session, floor.library)
    assert 0 < refused < STEPS
