"""Every case the rules speak of has its patron in the demo library, and the tour's fixed points hold in every profile."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from kiosk import paths
from kiosk.central.demo import demo_patrons, load_demo
from kiosk.central.demo_files import demo_files
from kiosk.central.tables import Base, EmailRow, HoldRow, ItemRow, LoanRow, PatronRow, TitleRow
from kiosk.domain.catalogue import Item, ItemState, LoanClass, Material
from kiosk.domain.circulation import HoldState, ReleaseOn
from kiosk.domain.hold_limits import material_limit
from kiosk.domain.hold_queue import SequenceMember, is_turn
from kiosk.domain.holdability import holdability
from kiosk.domain.profile import HoldScope, Profile
from kiosk.domain.reasons import Decision, ReasonCode
from kiosk.domain.registration import TemporaryPasswordUse
from kiosk.domain.renewal import renewal
from kiosk.profiles import load_profile

TODAY = date(2026, 11, 22)
PROFILES = sorted(file.stem for file in paths.PROFILES.glob("*.toml"))


class Demo:
    """The loaded demo library, asked in the words of the rules."""

    def __init__(self, session: Session, profile: Profile) -> None:
        self.session = session
        self.profile = profile
        self.numbers = {patron.key: patron.card_number for patron in demo_patrons(profile)}

    def patron(self, key: str) -> PatronRow:
        return self.session.scalars(select(PatronRow).where(PatronRow.card_number == self.numbers[key])).one()

    def holds(self, key: str) -> list[HoldRow]:
        return list(self.session.scalars(select(HoldRow).where(HoldRow.patron_id == self.patron(key).id).order_by(HoldRow.id)))

    def states(self, key: str) -> list[HoldState]:
        return [HoldState(hold.state) for hold in self.holds(key)]

    def open_count(self, key: str, *materials: Material) -> int:
        wanted = [each.value for each in materials or Material]
        return sum(
            HoldState(hold.state).is_open and self.session.get_one(TitleRow, hold.title_id).material in wanted
            for hold in self.holds(key)
        )

    def limit(self, material: Material) -> int:
        rules = self.profile.holds
        of_material = material_limit(rules.limits_by_material, material)
        return 0 if material not in rules.materials else of_material.limit if of_material else rules.limit

    def room(self, key: str) -> int:
        """How many more books."""
        rules = self.profile.holds
        of_books = material_limit(rules.limits_by_material, Material.BOOK)
        counted = self.open_count(key, *of_books.materials) if of_books else self.open_count(key)
        return self.limit(Material.BOOK) - counted

    def loans(self, key: str) -> list[LoanRow]:
        return list(self.session.scalars(select(LoanRow).where(LoanRow.patron_id == self.patron(key).id).order_by(LoanRow.id)))

    def email_count(self, key: str) -> int:
        return self.session.scalar(select(func.count()).where(EmailRow.patron_id == self.patron(key).id)) or 0

    def renewals(self, key: str) -> list[Decision]:
        loans = self.loans(key)
        return [
            renewal(
                self.profile.loans,
                Material(self.session.get_one(TitleRow, loan.title_id).material),
                loan.due_on,
                TODAY,
                loan.renewals,
                self.waiting_count(loan.title_id) > 0,
                any(other.due_on < TODAY for other in loans if other is not loan),
                self.session.get_one(ItemRow, loan.item_id).from_elsewhere,
            )
            for loan in loans
        ]

    def refusals(self, key: str) -> set[ReasonCode]:
        return {reason.code for decision in self.renewals(key) for reason in decision.reasons}

    def waiting_count(self, title_id: str) -> int:
        waiting = select(func.count()).where(HoldRow.title_id == title_id, HoldRow.state == "waiting")
        return self.session.scalar(waiting) or 0

    def items(self, title_id: str) -> list[Item]:
        rows = self.session.scalars(select(ItemRow).where(ItemRow.title_id == title_id))
        return [
            Item(row.id, row.branch, row.location, row.call_number, ItemState(row.state), LoanClass(row.loan_class))
            for row in rows
        ]

    def turns(self, key: str) -> list[bool]:
        holds = [hold for hold in self.holds(key) if hold.sequence_id]
        members = [SequenceMember(hold.sequence_place, HoldState(hold.state)) for hold in holds]
        return [is_turn(self.profile.holds.sequences, members, member.place) for member in members]


@pytest.fixture(scope="module", params=PROFILES)
def demo(request: pytest.FixtureRequest) -> Iterator[Demo]:
    profile = load_profile(request.param)
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        load_demo(session, profile, TODAY, lambda password: f"hash of {len(password)}")
        yield Demo(session, profile)
    engine.dispose()


def _has_temporary_password(demo: Demo) -> bool:
    is_issued = demo.profile.registration.temporary_password is not TemporaryPasswordUse.NOT_ISSUED
    patron = demo.patron("temporary")
    return (bool(patron.password_hash), patron.has_temporary_password) == (is_issued, is_issued)


def _has_sequences(demo: Demo, key: str, on_return: list[bool], on_allocation: list[bool]) -> bool:
    expected = {ReleaseOn.RETURN: on_return, ReleaseOn.ALLOCATION: on_allocation, ReleaseOn.NEVER: []}
    return demo.turns(key) == expected[demo.profile.holds.sequences]


CASES: dict[str, Callable[[Demo], bool]] = {
    "no password yet": lambda demo: demo.patron("tour").password_hash is None,
    "password": lambda demo: bool(demo.patron("everyday").password_hash),
    "temporary password, where the library issues them": _has_temporary_password,
    "no phone": lambda demo: not demo.patron("no_phone").phone_1,
    "card expired, no password": lambda demo: (demo.patron("expired").expires_on or TODAY) < TODAY,
    "card expired, with a password": lambda demo: (
        (demo.patron("expired_member").expires_on or TODAY) < TODAY and bool(demo.patron("expired_member").password_hash)
    ),
    "no e-mail": lambda demo: demo.email_count("no_email") == 0,
    "one e-mail": lambda demo: demo.email_count("everyday") == 1,
    "as many e-mails as the library keeps": lambda demo: demo.email_count("three_emails") == min(3, demo.profile.emails.limit),
    "two phones and fax": lambda demo: all(
        (demo.patron("many_contacts").phone_1, demo.patron("many_contacts").phone_2, demo.patron("many_contacts").fax)
    ),
    "hearing-impaired": lambda demo: demo.patron("hearing").is_hearing_registered,
    "at the hold limit": lambda demo: demo.room("at_limit") == 0,
    "one below the hold limit": lambda demo: demo.room("below_limit") == 1,
    "a provisional hold, where the library accepts holds": lambda demo: (
        (HoldState.PROVISIONAL in demo.states("everyday")) == demo.profile.holds.is_provisional
    ),
    "as many CDs held as can be": lambda demo: demo.open_count("at_limit", Material.CD) == min(2, demo.limit(Material.CD)),
    "overdue": lambda demo: any(loan.due_on < TODAY for loan in demo.loans("overdue")),
    "overdue beside a loan that is not": lambda demo: any(loan.due_on >= TODAY for loan in demo.loans("overdue")),
    "a child": lambda demo: demo.patron("child").birth_date > TODAY - timedelta(days=12 * 366),
    "a very old patron": lambda demo: demo.patron("elder").birth_date < date(1932, 1, 1),
    "a ready hold": lambda demo: HoldState.READY in demo.states("ready"),
    "a ready hold with its last day to come": lambda demo: all(
        hold.expires_on and hold.expires_on >= TODAY for hold in demo.holds("ready_quiet")
    ),
    "a hold in transit": lambda demo: demo.states("in_transit") == [HoldState.IN_TRANSIT],
    "cancelled holds": lambda demo: set(demo.states("cancelled")) == {HoldState.CANCELLED},
    "cancelled holds shown and no longer shown": lambda demo: {
        (TODAY - hold.ended_on).days > demo.profile.holds.ended_shown_days for hold in demo.holds("cancelled") if hold.ended_on
    } == {True, False},
    "declined and expired holds": lambda demo: set(demo.states("declined")) == {HoldState.DECLINED, HoldState.EXPIRED},
    "a loan renewed once": lambda demo: ReasonCode.RENEWED_ALREADY in demo.refusals("renewed"),
    "a loan held by others": lambda demo: ReasonCode.HELD_BY_OTHERS in demo.refusals("held"),
    "a loan due today can be renewed": lambda demo: [decision.allowed for decision in demo.renewals("due_today")] == [True],
    "an item from elsewhere on loan": lambda demo: (
        (ReasonCode.LOAN_FROM_ELSEWHERE in demo.refusals("elsewhere")) != demo.profile.loans.renews_from_elsewhere
    ),
    "a hold on an item from elsewhere": lambda demo: any(
        hold.item_id and demo.session.get_one(ItemRow, hold.item_id).from_elsewhere for hold in demo.holds("elsewhere")
    ),
    "audio-visual loans": lambda demo: len(demo.loans("av_borrower")) > 1,
    "sequence, volume 1 ready": lambda demo: _has_sequences(
        demo, "sequence_start", [True, False, False], [True, True, False]
    ),
    "sequence, volume 1 on loan": lambda demo: _has_sequences(
        demo, "sequence_next", [True, False, False], [True, True, False]
    ),
    "sequence, volume 2 back first": lambda demo: _has_sequences(
        demo, "sequence_late", [True, False, False], [True, False, False]
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_case_is_there(demo: Demo, case: str) -> None:
    assert CASES[case](demo)


def test_every_patron_tells_a_case() -> None:
    assert all(patron.case for patron in demo_files().patrons)


def test_ready_holds_are_within_their_days(demo: Demo) -> None:
    for hold in demo.session.scalars(select(HoldRow).where(HoldRow.state == "ready")):
        assert hold.contacted_on
        assert hold.expires_on
        assert hold.expires_on >= TODAY
        assert demo.session.get_one(ItemRow, hold.item_id).at_branch == hold.pickup_branch


def test_nobody_waits_for_what_could_be_given_to_them(demo: Demo) -> None:
    for hold in demo.session.scalars(select(HoldRow).where(HoldRow.state == "waiting", HoldRow.sequence_place < 2)):
        assert ItemState.ON_SHELF not in {item.state for item in demo.items(hold.title_id)}


def test_the_tour_patron_comes_new_and_known(demo: Demo) -> None:
    patron = demo.patron(demo_files().tour.patron)
    assert patron.password_hash is None
    assert patron.birth_date
    assert patron.phone_1
    assert (patron.expires_on or TODAY) > TODAY
    assert demo.email_count("tour") == 1
    assert demo.holds("tour") == []
    assert sorted(decision.allowed for decision in demo.renewals("tour")) == [False, True]


def test_the_tour_can_hold_its_titles_from_every_terminal(demo: Demo) -> None:
    tour = demo_files().tour
    for title_id in (*tour.series, tour.single, *tour.quick_series, tour.quick_single):
        for branch in demo.profile.branches:
            assert holdability(demo.profile.holds, Material.BOOK, demo.items(title_id), False, branch.code).allowed


def test_the_tour_series_is_lent_to_three_others_and_held_by_nobody(demo: Demo) -> None:
    tour = demo_files().tour
    items = [item for title_id in tour.series for item in demo.items(title_id)]
    loans = demo.session.scalars(select(LoanRow).where(LoanRow.title_id.in_(tour.series))).all()
    orders = [demo.session.get_one(TitleRow, title_id).volume_order for title_id in tour.series]
    assert len(items) == 3
    assert {item.branch for item in items} == {demo.profile.branches[0].code}
    assert len({loan.patron_id for loan in loans} - {demo.patron("tour").id}) == 3
    assert [demo.waiting_count(title_id) for title_id in tour.series] == [0, 0, 0]
    assert orders == [1, 2, 3]


def test_every_answer_about_a_title_can_be_shown(demo: Demo) -> None:
    newest = {
        title.series_id: title.issued_on
        for title in sorted(demo_files().titles, key=lambda title: str(title.issued_on))
        if title.material is Material.MAGAZINE
    }
    here = demo.profile.branches[0].code
    found = {
        reason.code
        for title in demo_files().titles
        for reason in holdability(
            demo.profile.holds, title.material, demo.items(title.id), newest.get(title.series_id) == title.issued_on, here
        ).reasons
    }
    expected = {ReasonCode.REFERENCE_ONLY, ReasonCode.MATERIAL_NOT_HOLDABLE, ReasonCode.NO_LOANABLE_ITEM}
    if demo.profile.holds.scope is not HoldScope.IN_STOCK:
        expected.add(ReasonCode.ON_SHELF_HERE)
    if not demo.profile.holds.newest_issue_is_holdable and Material.MAGAZINE in demo.profile.holds.materials:
        expected.add(ReasonCode.NEWEST_ISSUE)
    assert expected <= found
