"""Queues, sequences and items under any order of events, step by step against a model written apart from the service."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from central_world import World
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from queue_model import Copy, Model, Place, Stage
from sqlalchemy import select

from kiosk.central import allocation, desk_holds, holds, loans, sequences
from kiosk.central.allocation import expire_holds, scan_in
from kiosk.central.catalogue_upkeep import put_item
from kiosk.central.hold_requests import submit
from kiosk.central.invariants import check
from kiosk.central.library import Library
from kiosk.central.private_records import PrivateRecords
from kiosk.central.tables import HoldRow, ItemRow
from kiosk.domain.circulation import HoldState, LineOutcome, ReleaseOn
from kiosk.domain.errors import Refused
from kiosk.domain.profile import HoldScope
from kiosk.domain.requests import HoldChange, HoldRequest
from kiosk.domain.staff import ItemCondition, ItemUpkeep
from kiosk.profiles import load_profile

PATRONS = TITLES = 3
ITEMS = 4
STAGES = {
    HoldState.PROVISIONAL: Stage.PROVISIONAL,
    HoldState.WAITING: Stage.WAITING,
    HoldState.IN_TRANSIT: Stage.SET_ASIDE,
    HoldState.READY: Stage.SET_ASIDE,
    HoldState.COLLECTED: Stage.COLLECTED,
}
OPEN = (Stage.PROVISIONAL, Stage.WAITING, Stage.SET_ASIDE)
any_patron = st.integers(0, PATRONS - 1)
any_item = st.integers(0, ITEMS - 1)
any_titles = st.lists(st.integers(0, TITLES - 1), min_size=1, max_size=TITLES, unique=True)
any_branch = st.integers(0, 4)
any_hold = st.integers(0, 30)


class Queues(RuleBasedStateMachine):
    """A library with three titles of four items, in one transaction that is rolled back at the end."""

    def __init__(self, world: World, patrons: list, items: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self.world, self.patrons = world, patrons
        self.library = Library(world.profile, world.clock)
        self.records = PrivateRecords("secret")
        self.model = Model(world.profile.holds.sequences)
        self.model.items = {item_id: Copy(title, home, home) for item_id, title, home in items}
        self.titles = sorted({title for _, title, _ in items})
        self.item_ids = [item_id for item_id, _, _ in items]
        self.started_at, self.requests, self.may_have_been_passed_over = world.now, 0, set()
        self._transaction = world.change_rows()
        self.session = self._transaction.__enter__()

    def teardown(self) -> None:
        self.session.rollback()
        self._transaction.__exit__(None, None, None)
        self.world.now = self.started_at

    @contextmanager
    def attempt(self):
        """What the service refuses is undone, and nothing has happened in the model either."""
        savepoint = self.session.begin_nested()
        try:
            yield
        except Refused:
            savepoint.rollback()
        else:
            savepoint.commit()

    def branch(self, number: int) -> str:
        """One of the library's branches."""
        return self.world.pickups[number % len(self.world.pickups)]

    def in_stage(self, *stages: Stage) -> list[int]:
        """The holds that have come so far."""
        return sorted(hold_id for hold_id, hold in self.model.holds.items() if hold.stage in stages)

    def one(self, number: int, *stages: Stage) -> tuple[int, HoldRow]:
        """One of them."""
        among = self.in_stage(*stages)
        return among[number % len(among)], self.session.get_one(HoldRow, among[number % len(among)])

    @rule(patron=any_patron, titles=any_titles, pickup=any_branch)
    def place(self, patron, titles, pickup):
        self._submit(patron, titles, pickup, is_sequence=False)

    @precondition(lambda self: self.model.release_on is not ReleaseOn.NEVER)
    @rule(patron=any_patron, titles=st.permutations(range(TITLES)), pickup=any_branch)
    def place_in_order(self, patron, titles, pickup):
        self._submit(patron, titles, pickup, is_sequence=True)

    def _submit(self, patron, titles, pickup, is_sequence):
        chosen, person = tuple(self.titles[n] for n in titles), self.patrons[patron]
        request = HoldRequest(chosen, self.branch(pickup), "none", (chosen,) if is_sequence else ())
        self.requests += 1
        outcome, _ = submit(self.session, self.library, self.world.home, person.id, f"request-{self.requests}", request)
        placed = [int(line.hold.hold_id) for line in outcome.lines if line.outcome is LineOutcome.ACCEPTED]
        accepted = [line.title_id for line in outcome.lines if line.outcome is LineOutcome.ACCEPTED]
        for hold_id, title in zip(placed, accepted, strict=True):
            self.model.holds[hold_id] = Place(title, person.id, self.branch(pickup))
            if not self.library.profile.holds.is_provisional:
                self.model.join(hold_id)
        if is_sequence and placed:
            self.model.put_in_sequence(placed)

    @precondition(lambda self: self.in_stage(Stage.PROVISIONAL))
    @rule(number=any_hold)
    def accept(self, number):
        hold_id, row = self.one(number, Stage.PROVISIONAL)
        holds.accept_hold(self.session, self.library, row)
        self.model.join(hold_id)

    @precondition(lambda self: self.in_stage(*OPEN))
    @rule(number=any_hold, who=st.sampled_from(["patron", "desk", "library"]))
    def end(self, number, who):
        hold_id, row = self.one(number, *OPEN)
        with self.attempt():
            if who == "patron":
                holds.cancel_hold(self.session, self.library, self.world.home, row)
            elif who == "desk":
                desk_holds.cancel_at_desk(self.session, self.library, row)
            else:
                holds.decline_hold(self.session, self.library, row)
            self.model.end(hold_id)

    @precondition(lambda self: self.in_stage(*OPEN))
    @rule(number=any_hold, pickup=any_branch)
    def change_pickup(self, number, pickup):
        hold_id, row = self.one(number, *OPEN)
        with self.attempt():
            holds.change_hold(self.session, self.library, self.world.home, row, HoldChange(pickup_branch=self.branch(pickup)))
            self.model.holds[hold_id].pickup = self.branch(pickup)

    @precondition(lambda self: self.in_stage(*OPEN) and self.model.release_on is not ReleaseOn.NEVER)
    @rule(patron=any_patron, order=st.permutations(range(6)), size=st.integers(1, 3))
    def put_in_sequence(self, patron, order, size):
        person = self.patrons[patron]
        own = [hold_id for hold_id in self.in_stage(*OPEN) if self.model.holds[hold_id].patron == person.id]
        chosen = [own[n] for n in order if n < len(own)][:size]
        with self.attempt():
            sequences.set_sequence(self.session, self.library, person.id, chosen)
            of_sequences = {self.model.holds[hold_id].sequence for hold_id in chosen} - {0}
            self.may_have_been_passed_over |= {each for each, hold in self.model.holds.items() if hold.sequence in of_sequences}
            self.model.put_in_sequence(chosen)

    @rule(item=any_item, branch=any_branch)
    def scan(self, item, branch):
        self._scan(self.item_ids[item], self.branch(branch))

    @precondition(lambda self: self.in_stage(Stage.SET_ASIDE))
    @rule(number=any_hold)
    def arrive(self, number):
        hold_id, _ = self.one(number, Stage.SET_ASIDE)
        self._scan(self.model.holds[hold_id].item, self.model.holds[hold_id].pickup)

    @precondition(lambda self: any(item.lent_to for item in self.model.items.values()))
    @rule(number=any_hold, branch=any_branch)
    def give_back(self, number, branch):
        lent = sorted(item_id for item_id, item in self.model.items.items() if item.lent_to)
        self._scan(lent[number % len(lent)], self.branch(branch))

    def _scan(self, item_id, branch):
        scan_in(self.session, self.library, item_id, branch)
        self.model.scan(item_id, branch)

    @precondition(lambda self: self.in_stage(Stage.SET_ASIDE))
    @rule(number=any_hold)
    def collect(self, number):
        hold_id, _ = self.one(number, Stage.SET_ASIDE)
        self._lend(self.model.holds[hold_id].item, self.model.holds[hold_id].patron)

    @rule(item=any_item, patron=any_patron)
    def lend(self, item, patron):
        self._lend(self.item_ids[item], self.patrons[patron].id)

    def _lend(self, item_id, patron_id):
        card = next(patron.card for patron in self.patrons if patron.id == patron_id)
        with self.attempt():
            loans.check_out(self.session, self.library, self.records, card, item_id)
            self.model.lend(item_id, patron_id)

    @rule(item=any_item)
    def lose(self, item):
        item_id = self.item_ids[item]
        kept = self.model.items[item_id]
        holder = self.model.holder(item_id)
        with self.attempt():
            put_item(self.session, self.library, item_id, ItemUpkeep(kept.title, kept.home, state=ItemCondition.MISSING))
            self.model.lose(item_id)
            self.may_have_been_passed_over.add(holder)

    @rule(days=st.integers(1, 9))
    def let_days_pass(self, days):
        self.world.advance(days=days)
        before = self._states()
        expire_holds(self.session, self.library)
        self.session.flush()
        for hold_id, state in sorted(self._states().items()):
            if state == HoldState.EXPIRED and before[hold_id] != HoldState.EXPIRED:
                assert before[hold_id] == HoldState.READY
                self.model.end(hold_id)

    @invariant()
    def all_tables_tell_one_story(self):
        assert check(self.session, self.library, self.may_have_been_passed_over) == []

    @invariant()
    def every_hold_is_where_the_model_has_it(self):
        shown = {hold_id: STAGES.get(HoldState(state), Stage.OVER) for hold_id, state in self._states().items()}
        assert shown == {hold_id: hold.stage for hold_id, hold in self.model.holds.items()}

    @invariant()
    def every_position_shown_is_the_models(self):
        shown = {}
        for patron in self.patrons:
            listed = holds.hold_list(self.session, self.library, self.world.home, patron.id).holds
            shown |= {int(hold.hold_id): hold.position for hold in listed if hold.position is not None}
        queues = [self.model.queue(title) for title in self.titles]
        assert shown == {hold_id: place for queue in queues for place, hold_id in enumerate(queue, start=1)}

    @invariant()
    def every_item_is_kept_for_whom_the_model_says(self):
        kept = select(HoldRow.id, HoldRow.item_id).where(HoldRow.state.in_(("ready", "in_transit")))
        expected = {hold_id: hold.item for hold_id, hold in self.model.holds.items() if hold.stage is Stage.SET_ASIDE}
        assert dict(self.session.execute(kept).all()) == expected

    def _states(self) -> dict[int, str]:
        return dict(self.session.execute(select(HoldRow.id, HoldRow.state)).all())


BOUNDED = settings(
    max_examples=15,
    stateful_step_count=40,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

NOT_SHRUNK = settings(BOUNDED, phases=[Phase.generate])


def run(folder, profile_name, bounded=BOUNDED):
    """The machine on a new database; any order of events may be tried where the profile lets titles on the shelf be held."""
    profile = load_profile(profile_name)
    in_stock = replace(profile, holds=replace(profile.holds, scope=HoldScope.IN_STOCK))
    world = World(f"sqlite:///{folder}/queues.sqlite", in_stock)
    patrons = [world.add_patron(password=None) for _ in range(PATRONS)]
    titles = [world.add_title(on_loan=False, items=0) for _ in range(TITLES)]
    for n in range(ITEMS):
        world.add_item(titles[n % TITLES], branch=world.pickups[n % len(world.pickups)])
    with world.rows() as session:
        found = session.execute(select(ItemRow.id, ItemRow.title_id, ItemRow.branch).order_by(ItemRow.id))
        items = [tuple(row) for row in found]
    run_state_machine_as_test(lambda: Queues(world, patrons, items), settings=bounded)


@pytest.mark.rule("KU-08", "KK-02", "KK-03", "OK-14", "CH-07")
@pytest.mark.parametrize("profile_name", ["kumamoto", "kitakyushu", "chiba"])
def test_queues_keep_to_the_model_whatever_happens_in_whatever_order(tmp_path, profile_name):
    run(tmp_path, profile_name)


@pytest.mark.parametrize("name", ["free_item", "hold_set_aside"])
def test_the_model_notices_an_item_that_goes_astray(tmp_path, monkeypatch, name):
    monkeypatch.setattr(allocation, name, lambda *_: None)
    with pytest.raises(AssertionError):
        run(tmp_path, "kumamoto", NOT_SHRUNK)


def test_the_model_notices_a_sequence_that_is_ignored(tmp_path, monkeypatch):
    monkeypatch.setattr(sequences.Sequences, "is_turn_of", lambda *_: True)
    with pytest.raises(AssertionError):
        run(tmp_path, "kumamoto", NOT_SHRUNK)
