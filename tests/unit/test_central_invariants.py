"""Whatever patrons and the desk do in whatever order, items, holds and loans go on telling one story."""

import random
from dataclasses import replace

import pytest
from central_world import World
from sqlalchemy import delete, select

from kiosk.central import holds, loans, sequences
from kiosk.central.allocation import expire_holds, has_expired_holds, pick_list, scan_in
from kiosk.central.hold_requests import submit
from kiosk.central.invariants import check
from kiosk.central.library import Library
from kiosk.central.private_records import PrivateRecords
from kiosk.central.tables import HoldRow, ItemRow, LoanRow, NoticeRow
from kiosk.domain.circulation import HoldState, ReleaseOn
from kiosk.domain.errors import Refused
from kiosk.domain.requests import HoldChange, HoldRequest

LIMIT = 3
STEPS = 120


class Floor:
    """A small library in which things happen at random."""

    def __init__(self, world: World, seed: int, **rules: object) -> None:
        self.world = world
        self.library = Library(replace(world.profile, holds=replace(world.profile.holds, limit=LIMIT, **rules)), world.clock)
        self.records = PrivateRecords(world.settings.secret_key)
        self.random = random.Random(seed)
        self.patrons = [world.add_patron(password=None) for _ in range(4)]
        self.branches = world.pickups
        self.titles = [
            world.add_title(f"本{n}", items=2, on_loan=False, branch=self.random.choice(self.branches)) for n in range(5)
        ]
        self.items = [item for title in self.titles for item in self._items(title)]
        self.requests = 0
        self.left_sequences: set[int] = set()

    def _items(self, title):
        with self.world.rows() as session:
            return list(session.scalars(select(ItemRow.id).where(ItemRow.title_id == title)))

    def step(self, session):
        """One thing that happens."""
        act = self.random.choice([self.place, self.place, self.scan, self.scan, self.pick, self.lend, self.touch, self.wait])
        act(session)

    def place(self, session):
        titles = tuple(self.random.sample(self.titles, 2))
        offers_sequences = self.library.profile.holds.sequences is not ReleaseOn.NEVER
        wished = (titles,) if offers_sequences and self.random.random() < 0.5 else ()
        contact = self.random.choice(self.library.profile.contact_methods).code
        request = HoldRequest(titles, self.random.choice(self.branches), contact, wished)
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
        card, item = self.random.choice(self.patrons).card, self.random.choice(self.items)
        loans.check_out(session, self.library, self.records, card, item)

    def touch(self, session):
        found = session.scalars(select(HoldRow.id)).all()
        if not found:
            return
        hold = holds.hold_to_change(session, self.random.choice(found))
        branch = self.random.choice(self.branches)
        match self.random.randrange(5):
            case 0:
                holds.cancel_hold(session, self.library, branch, hold)
            case 1:
                holds.decline_hold(session, self.library, hold)
            case 2:
                holds.change_hold(session, self.library, branch, hold, HoldChange(pickup_branch=branch))
            case 3:
                holds.accept_hold(session, self.library, hold)
            case 4:
                in_one = select(HoldRow.id).where(HoldRow.sequence_id == hold.sequence_id)
                self.left_sequences |= set(session.scalars(in_one))
                sequences.set_sequence(session, self.library, hold.patron_id, [hold.id])

    def wait(self, session):
        self.world.advance(days=self.random.randrange(5))
        expire_holds(session, self.library)


def play(floor: Floor) -> int:
    """Let things happen, look after each of them, and give how many were refused."""
    refused = 0
    for _ in range(STEPS):
        try:
            with floor.world.change_rows() as session:
                floor.step(session)
        except Refused:
            refused += 1
        with floor.world.change_rows() as session:
            expire_holds(session, floor.library)
        with floor.world.rows() as session:
            assert check(session, floor.library, floor.left_sequences) == []
            assert not has_expired_holds(session, floor.library)
    return refused


@pytest.mark.rule("KU-02")
@pytest.mark.rule("KK-02")
@pytest.mark.parametrize("release_on", [ReleaseOn.RETURN, ReleaseOn.ALLOCATION])
@pytest.mark.parametrize("seed", range(2))
def test_items_holds_and_loans_always_tell_one_story(make_world, seed, release_on):
    assert 0 < play(Floor(make_world("kitakyushu"), seed, sequences=release_on)) < STEPS


@pytest.mark.rule("OK-11")
@pytest.mark.rule("CH-07")
@pytest.mark.parametrize("profile", ["kumamoto", "okegawa", "chiba", "kitsuki"])
def test_they_do_by_the_rules_of_every_library(make_world, profile):
    assert 0 < play(Floor(make_world(profile), seed=11)) < STEPS


@pytest.fixture
def told(make_world):
    """A world with a hold that is ready, one that waits behind it, and a loan; and what the check says of it once changed."""
    world = make_world("okegawa")
    title, other = world.add_title(items=1), world.add_title(items=1)
    first, second = world.add_patron(), world.add_patron()
    ids = {"ready": world.add_hold(first, title, contact="phone_1"), "waiting": world.add_hold(second, title)}
    ids["item"], ids["lent"] = world.item_of(title), world.item_of(other)
    library = Library(world.profile, world.clock)
    with world.change_rows() as session:
        assert scan_in(session, library, ids["item"], world.home).hold_id == ids["ready"]
        assert check(session, library) == []

    def broken_by(change):
        with world.change_rows() as session:
            rows = {key: session.get_one(HoldRow, int(ids[key])) for key in ("ready", "waiting")}
            rows |= {key: session.get_one(ItemRow, ids[key]) for key in ("item", "lent")}
            change(session, rows)
            session.flush()
            return check(session, library)

    return broken_by


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda s, r: setattr(r["ready"], "item_id", None), "is ready without an item"),
        (lambda s, r: setattr(r["waiting"], "item_id", r["lent"].id), "is waiting with an item"),
        (lambda s, r: setattr(r["waiting"], "queued_at", None), "is in no queue"),
        (lambda s, r: setattr(r["item"], "at_branch", "elsewhere"), "not where it is to be collected"),
        (lambda s, r: setattr(r["ready"], "state", HoldState.CANCELLED), "on the hold shelf for nobody"),
        (lambda s, r: s.execute(delete(LoanRow)), "is on_loan, and a loan of it is not there"),
        (lambda s, r: setattr(r["lent"], "state", "on_shelf"), "is on_shelf, and a loan of it is there"),
        (lambda s, r: s.execute(delete(NoticeRow)), "nothing will tell its patron"),
        (lambda s, r: setattr(r["waiting"], "sequence_id", "s"), "is alone in a sequence"),
        (lambda s, r: setattr(r["waiting"], "place", 99), "its place 99 is none of"),
        (lambda s, r: setattr(r["waiting"], "loan_id", 1), "is open although it was collected"),
    ],
)
def test_what_no_service_would_do_is_found(told, change, said):
    assert any(said in sentence for sentence in told(change))


def test_a_hold_that_was_passed_over_is_found(told):
    def swap(session, rows):
        ready, waiting = rows["ready"], rows["waiting"]
        waiting.state, waiting.item_id, waiting.is_told = ready.state, ready.item_id, True
        ready.state, ready.item_id = HoldState.WAITING, None

    (sentence,) = told(swap)
    assert "it waits while hold" in sentence
