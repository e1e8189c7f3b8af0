"""The demo library loads into an empty database of any profile, and its rows agree with each other."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from kiosk import paths
from kiosk.central.demo import demo_patrons, load_demo
from kiosk.central.invariants import check
from kiosk.central.library import Library
from kiosk.central.tables import Base, HoldRow, ItemRow, LoanRow, TitleLoansRow, TitleRow
from kiosk.domain.card import CardNumber
from kiosk.domain.profile import Profile
from kiosk.profiles import load_profile

TODAY = date(2026, 11, 22)
PROFILES = sorted(file.stem for file in paths.PROFILES.glob("*.toml"))


@pytest.fixture(params=PROFILES)
def profile(request: pytest.FixtureRequest) -> Profile:
    return load_profile(request.param)


@pytest.fixture
def session(profile: Profile) -> Iterator[Session]:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as opened:
        load_demo(opened, profile, TODAY, lambda password: f"hash of {len(password)}")
        opened.commit()
        yield opened
    engine.dispose()


def test_a_database_with_titles_is_left_alone(session: Session, profile: Profile) -> None:
    report = load_demo(session, profile, TODAY, lambda password: password)
    assert not report.is_loaded
    assert report.patrons == 0


def test_every_shelf_to_browse_has_something_on_it(session: Session) -> None:
    childrens = set(session.scalars(select(TitleRow.id).where(TitleRow.is_childrens)))
    arrived = set(session.scalars(select(TitleRow.id).where(TitleRow.added_on > TODAY - timedelta(days=31))))
    lent = select(TitleLoansRow.title_id).where(TitleLoansRow.month == f"{TODAY:%Y-%m}")
    popular = set(session.scalars(lent.where(TitleLoansRow.count > 3)))
    assert len(childrens) > 100
    assert len(arrived) > 20
    assert len(popular) > 20
    assert arrived & childrens
    assert popular & childrens


def test_every_demo_patron_has_a_card_of_this_library(profile: Profile) -> None:
    numbers = [patron.card_number for patron in demo_patrons(profile)]
    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        assert CardNumber.parse(number, profile.card).value == number
        assert len(number) == profile.card.max_length


def test_items_on_loan_and_open_loans_are_the_same(session: Session) -> None:
    on_loan = set(session.scalars(select(ItemRow.id).where(ItemRow.state == "on_loan")))
    assert on_loan == set(session.scalars(select(LoanRow.item_id)))


@pytest.mark.parametrize(("hold_state", "item_state"), [("ready", "hold_shelf"), ("in_transit", "in_transit")])
def test_items_set_aside_and_their_holds_are_the_same(session: Session, hold_state: str, item_state: str) -> None:
    set_aside = set(session.scalars(select(ItemRow.id).where(ItemRow.state == item_state)))
    assert set_aside
    assert set_aside == set(session.scalars(select(HoldRow.item_id).where(HoldRow.state == hold_state)))


def test_nothing_that_must_be_true_of_the_tables_is_broken(session: Session, profile: Profile) -> None:
    library = Library(profile, lambda: datetime.combine(TODAY, time(10), ZoneInfo(profile.time_zone)))
    assert check(session, library) == []


def test_every_title_has_an_item(session: Session) -> None:
    assert not session.scalars(select(TitleRow.id).where(~TitleRow.items.any())).all()
