"""Waiting for a hold: whose turn it is, how long a ready item waits, what may still be changed."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.circulation import HoldAction, HoldState, ReleaseOn
from kiosk.domain.contact_method import ContactDay, ContactMethod
from kiosk.domain.hold_changes import hold_actions
from kiosk.domain.hold_queue import SequenceMember, is_turn
from kiosk.domain.hold_shelf import contact_day, expires_on
from kiosk.domain.opening_calendar import Calendar, is_closed
from kiosk.domain.profile import HoldRules, HoldScope, HoldShelfRules, ShelfCount
from kiosk.domain.reasons import ReasonCode

TUESDAY = date(2026, 11, 24)
EVERY_DAY = Calendar()
NOT_MONDAYS = Calendar(closed_weekdays=(0,))
INCLUDING = HoldShelfRules(7, ShelfCount.FROM_CONTACT_DAY)
OPEN_DAYS_AFTER = HoldShelfRules(7, ShelfCount.FROM_NEXT_DAY, skips_closed_days=True)


@pytest.mark.rule("KU-10")
def test_one_week_including_the_contact_day():
    assert expires_on(INCLUDING, NOT_MONDAYS, TUESDAY) == date(2026, 11, 30)


@pytest.mark.rule("OK-09")
def test_two_weeks_from_the_day_it_was_secured():
    assert expires_on(HoldShelfRules(14, ShelfCount.FROM_CONTACT_DAY), EVERY_DAY, TUESDAY) == date(2026, 12, 7)


@pytest.mark.rule("KK-08")
def test_one_week_from_the_day_after_without_the_closed_days():
    # 25 26 27 28 29 (30 is a Monday) 1 2
    assert expires_on(OPEN_DAYS_AFTER, NOT_MONDAYS, TUESDAY) == date(2026, 12, 2)


@pytest.mark.rule("KK-08")
def test_closed_days_of_the_year_are_not_counted_either():
    calendar = Calendar(closed_weekdays=(0,), closed_days=("12-29", "12-30", "12-31", "01-01", "01-02", "01-03", "2027-01-05"))
    # 2026-12-25 is a Friday: 26 27 (28 Monday) (29 to 3) (4 Monday) (5) 6 7 8 9 10
    assert expires_on(OPEN_DAYS_AFTER, calendar, date(2026, 12, 25)) == date(2027, 1, 10)


def test_a_branch_closed_for_years_still_gives_a_last_day():
    closed = Calendar(closed_days=("2026-11-24/2029-06-30",))
    assert expires_on(OPEN_DAYS_AFTER, closed, TUESDAY) == date(2026, 12, 1)


def test_a_single_day_is_closed_in_its_year_only_and_a_yearly_one_in_every_year():
    calendar = Calendar(closed_days=("2026-11-24", "12-29"))
    assert is_closed(calendar, TUESDAY)
    assert not is_closed(calendar, date(2027, 11, 24))
    assert is_closed(calendar, date(2026, 12, 29))
    assert is_closed(calendar, date(2031, 12, 29))


days = st.dates(date(2026, 1, 1), date(2030, 12, 31))
shelf_rules = st.builds(HoldShelfRules, st.integers(1, 20), st.sampled_from(ShelfCount), st.booleans())
calendars = st.builds(Calendar, st.lists(st.integers(0, 6), max_size=3).map(tuple), st.just(("12-29", "12-30", "12-31")))


@given(shelf_rules, calendars, days)
def test_the_last_day_leaves_the_patron_all_the_days_promised(rules, calendar, day):
    last = expires_on(rules, calendar, day)
    first = day + timedelta(days=1) if rules.counted is ShelfCount.FROM_NEXT_DAY else day
    waited = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    counted = [each for each in waited if not (rules.skips_closed_days and is_closed(calendar, each))]
    assert len(counted) == rules.days
    assert counted[-1] == last


def method(day: ContactDay, at: time | None = None) -> ContactMethod:
    return ContactMethod("m", {"ja": "m"}, contact_day=day, batch_at=at)


@pytest.mark.parametrize(
    ("how", "ready_at", "expected"),
    [
        pytest.param(method(ContactDay.READY_DAY), time(23, 59), 24, marks=pytest.mark.rule("KU-11")),
        pytest.param(method(ContactDay.NEXT_DAY), time(0, 1), 25, marks=pytest.mark.rule("KK-07")),
        pytest.param(method(ContactDay.NEXT_BATCH, time(9, 30)), time(9, 29), 24, marks=pytest.mark.rule("KU-12")),
        pytest.param(method(ContactDay.NEXT_BATCH, time(9, 30)), time(9, 30), 24, marks=pytest.mark.rule("KU-12")),
        pytest.param(method(ContactDay.NEXT_BATCH, time(9, 30)), time(9, 31), 25, marks=pytest.mark.rule("KU-12")),
    ],
)
def test_the_contact_day_follows_from_the_method(how, ready_at, expected):
    assert contact_day(how, datetime.combine(TUESDAY, ready_at)) == date(2026, 11, expected)


WAITING, READY, COLLECTED = HoldState.WAITING, HoldState.READY, HoldState.COLLECTED


def turns(release_on: ReleaseOn, *states: tuple[HoldState, bool] | HoldState) -> list[bool]:
    """For each member in its order, whether it is its turn."""
    members = [
        SequenceMember(place, *(state if isinstance(state, tuple) else (state,))) for place, state in enumerate(states, 1)
    ]
    return [is_turn(release_on, members, member.place) for member in members]


@pytest.mark.rule("KU-08")
@pytest.mark.parametrize(
    ("first", "is_released"),
    [
        (WAITING, False),
        (HoldState.IN_TRANSIT, False),
        (READY, False),
        ((COLLECTED, False), False),
        ((COLLECTED, True), True),
        (HoldState.CANCELLED, True),
        (HoldState.EXPIRED, True),
        (HoldState.DECLINED, True),
    ],
)
def test_where_the_return_releases_the_second_waits_until_the_first_was_brought_back(first, is_released):
    assert turns(ReleaseOn.RETURN, first, WAITING) == [True, is_released]


@pytest.mark.rule("KK-02")
@pytest.mark.parametrize(
    ("first", "is_released"),
    [
        (WAITING, False),
        (HoldState.IN_TRANSIT, True),
        (READY, True),
        ((COLLECTED, False), True),
        (HoldState.CANCELLED, True),
        (HoldState.EXPIRED, True),
        (HoldState.DECLINED, True),
    ],
)
def test_where_the_allocation_releases_the_second_waits_until_the_first_was_allocated(first, is_released):
    assert turns(ReleaseOn.ALLOCATION, first, WAITING) == [True, is_released]


@pytest.mark.rule("KK-02")
def test_everyone_before_must_have_released():
    assert turns(ReleaseOn.ALLOCATION, READY, WAITING, WAITING) == [True, True, False]
    assert turns(ReleaseOn.ALLOCATION, WAITING, READY, WAITING) == [True, False, False]


@given(st.sampled_from(ReleaseOn), st.lists(st.tuples(st.sampled_from(HoldState), st.booleans()), min_size=1, max_size=6))
def test_the_first_always_has_its_turn_and_a_turn_once_refused_is_refused_to_all_after(release_on, states):
    found = turns(release_on, *states)
    assert found[0]
    assert found == sorted(found, reverse=True)


RULES = HoldRules(HoldScope.ON_LOAN, (), 10)


@pytest.mark.rule("KU-13")
@pytest.mark.rule("KK-12")
@pytest.mark.parametrize(
    ("state", "is_from_elsewhere", "reasons"),  # at a library that changes nothing it does not own
    [
        (WAITING, False, []),
        (READY, False, [ReasonCode.HOLD_READY]),
        (HoldState.IN_TRANSIT, False, [ReasonCode.HOLD_IN_TRANSIT]),
        (COLLECTED, False, [ReasonCode.HOLD_ENDED]),
        (HoldState.CANCELLED, False, [ReasonCode.HOLD_ENDED]),
        (WAITING, True, [ReasonCode.HOLD_FROM_ELSEWHERE]),
        (READY, True, [ReasonCode.HOLD_READY, ReasonCode.HOLD_FROM_ELSEWHERE]),
    ],
)
def test_what_may_still_be_done_to_a_hold_follows_from_its_state(state, is_from_elsewhere, reasons):
    allowed, refusals = hold_actions(replace(RULES, changes_what_is_not_owned=False), state, is_from_elsewhere)
    assert set(allowed) | {refusal.action for refusal in refusals} == set(HoldAction)
    assert bool(allowed) is not bool(reasons)
    assert all([reason.code for reason in refusal.reasons] == reasons for refusal in refusals)


@pytest.mark.rule("KU-13")
def test_elsewhere_a_hold_can_be_changed_even_when_the_last_copy_is_gone():
    allowed, refusals = hold_actions(RULES, WAITING, True)
    assert (set(allowed), refusals) == (set(HoldAction), ())


@pytest.mark.parametrize("state", HoldState)
def test_open_states_are_those_that_wait_for_the_patron_or_the_item(state):
    assert state.is_open is (state.paia in (1, 2, 4))
