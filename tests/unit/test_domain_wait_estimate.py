"""How long a hold is likely to wait. 2026-11-24 is a Tuesday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import ItemState
from kiosk.domain.courier import Courier
from kiosk.domain.opening_calendar import Calendar, HolidayRule, is_open
from kiosk.domain.wait_estimate import OVERDUE_ALLOWANCE_DAYS, Copy, Turnover, WaitEstimate, wait_estimate

TODAY = date(2026, 11, 24)
TWO_WEEKS = Turnover(loan_days=14, hold_shelf_days=7)
ON_SHELF = Copy(ItemState.ON_SHELF)
LOST = Copy(ItemState.MISSING)


def on_loan(due_in: int) -> Copy:
    return Copy(ItemState.ON_LOAN, due_on=TODAY + timedelta(days=due_in))


def days_of_wait(position: int, *copies: Copy, turnover: Turnover = TWO_WEEKS) -> tuple[int, int] | None:
    """The estimate in days from today."""
    estimate = wait_estimate(position, copies, turnover, TODAY)
    return estimate and ((estimate.earliest - TODAY).days, (estimate.latest - TODAY).days)


def test_a_copy_on_the_shelf_is_fetched_today_or_tomorrow():
    assert days_of_wait(1, ON_SHELF) == (0, 1)


def test_a_copy_on_loan_comes_back_between_half_its_time_and_the_day_after_it_is_due():
    assert days_of_wait(1, on_loan(14)) == (7, 15)


def test_a_copy_due_today_may_be_back_at_once():
    assert days_of_wait(1, on_loan(0)) == (0, 1)


@pytest.mark.rule("KK-03")
def test_a_reader_before_you_adds_half_a_loan_at_best_and_shelf_loan_and_handling_at_worst():
    # ready on 1, contacted on 2, on the shelf until 9, lent until 23, in hand on 24
    assert days_of_wait(2, ON_SHELF) == (7, 24)
    assert days_of_wait(3, ON_SHELF) == (14, 47)


@pytest.mark.rule("KK-03")
def test_several_copies_serve_the_queue_side_by_side():
    assert days_of_wait(2, ON_SHELF, ON_SHELF) == (0, 1)
    assert days_of_wait(3, ON_SHELF, ON_SHELF) == (7, 24)
    # the second is served by the copy due in 4 days, not by the one that has just gone to the first
    assert days_of_wait(2, ON_SHELF, on_loan(4)) == (0, 5)


def test_an_overdue_copy_is_counted_on_only_after_the_allowance():
    assert days_of_wait(1, on_loan(-1)) == (0, OVERDUE_ALLOWANCE_DAYS + 1)


def test_a_copy_long_overdue_is_counted_on_only_after_as_long_again():
    assert days_of_wait(1, on_loan(-200)) == (0, 201)


def test_a_copy_on_the_hold_shelf_goes_free_uncollected_at_best_and_after_a_whole_loan_at_worst():
    assert days_of_wait(1, Copy(ItemState.HOLD_SHELF, held_until=TODAY + timedelta(days=2))) == (3, 17)


def test_a_copy_whose_time_on_the_hold_shelf_is_over_is_free():
    assert days_of_wait(1, Copy(ItemState.HOLD_SHELF, held_until=TODAY - timedelta(days=1))) == (0, 1)


def test_a_copy_on_its_way_home_is_free_when_the_courier_has_brought_it():
    tuesdays_and_fridays = Turnover(14, 7, courier=Courier(weekdays=(1, 4)))
    assert days_of_wait(1, Copy(ItemState.IN_TRANSIT), turnover=tuesdays_and_fridays) == (0, 4)
    sent_yesterday = Copy(ItemState.IN_TRANSIT, sent_on=TODAY - timedelta(days=1))
    assert days_of_wait(1, sent_yesterday, turnover=tuesdays_and_fridays) == (0, 1)
    sent_today = Copy(ItemState.IN_TRANSIT, sent_on=TODAY)
    assert days_of_wait(1, sent_today, turnover=tuesdays_and_fridays) == (3, 4)
    astray = Copy(ItemState.IN_TRANSIT, sent_on=TODAY - timedelta(days=30))
    assert days_of_wait(1, astray, turnover=tuesdays_and_fridays) == (0, 4)


def test_a_copy_on_its_way_to_another_patron_serves_that_patron_first():
    # arrives on 1, contacted on 2, on the shelf until 9, lent until 23, in hand on 24
    assert days_of_wait(1, Copy(ItemState.IN_TRANSIT, is_set_aside=True)) == (7, 24)


def test_days_that_nobody_knows_widen_the_range():
    assert days_of_wait(1, Copy(ItemState.ON_LOAN)) == (0, 15)
    assert days_of_wait(1, Copy(ItemState.HOLD_SHELF)) == (0, 23)


@pytest.mark.rule("CH-08")
def test_a_copy_that_must_travel_comes_with_the_courier():
    turnover = Turnover(14, 7, courier=Courier(weekdays=(1, 4)), must_travel=True)
    # fetched on Tuesday or Wednesday, carried on Friday
    assert days_of_wait(1, ON_SHELF, turnover=turnover) == (3, 3)
    # handed over on Friday 27, carried on Tuesday 1
    assert days_of_wait(1, on_loan(2), turnover=turnover) == (3, 7)


@pytest.mark.rule("KK-08")
def test_closed_days_lengthen_the_hold_shelf_only_where_the_profile_passes_over_them():
    closed_on_mondays = Calendar(closed_weekdays=(0,))
    counting = Turnover(14, 7, calendar=closed_on_mondays)
    # Wednesday 25, contacted on 26, until Thursday 3, lent until 17, in hand on 18
    assert days_of_wait(2, ON_SHELF, turnover=counting) == (7, 24)
    # Monday 30 is passed over: until Friday 4
    assert days_of_wait(2, ON_SHELF, turnover=Turnover(14, 7, True, closed_on_mondays)) == (7, 25)


def test_a_hold_is_never_told_a_closed_day():
    over_new_year = Turnover(14, 7, calendar=Calendar(closed_weekdays=(0,), closed_days=("12-28/01-03",)))
    copy = Copy(ItemState.ON_LOAN, due_on=date(2027, 1, 2))
    # 2027-01-04 is a Monday; half the loan is over on Saturday 26
    assert wait_estimate(1, [copy], over_new_year, TODAY) == WaitEstimate(date(2026, 12, 26), date(2027, 1, 5))


@pytest.mark.parametrize("copies", [(), (LOST,), (LOST, Copy(ItemState.IN_REPAIR))])
def test_nothing_is_promised_when_no_copy_can_come(copies):
    assert days_of_wait(1, *copies) is None


def test_nothing_is_promised_by_a_library_that_does_not_open_within_a_year():
    rebuilding = Turnover(14, 7, calendar=Calendar(closed_days=("2026-11-01/2028-03-31",)))
    assert days_of_wait(1, ON_SHELF, turnover=rebuilding) is None


def test_a_lost_copy_beside_others_is_passed_over():
    assert days_of_wait(1, LOST, on_loan(14)) == days_of_wait(1, on_loan(14))


def test_a_queue_counts_from_one():
    with pytest.raises(ValueError, match="position is 0"):
        wait_estimate(0, [ON_SHELF], TWO_WEEKS, TODAY)


days = st.integers(-400, 60).map(lambda n: TODAY + timedelta(days=n))
maybe_days = st.none() | days
copies = st.builds(Copy, st.sampled_from(ItemState), maybe_days, maybe_days, st.booleans(), maybe_days)
libraries = st.lists(copies, min_size=1, max_size=6)
weekdays = st.lists(st.integers(0, 6), max_size=4).map(tuple)
calendars = st.builds(
    Calendar, weekdays, st.just(("12-29/01-03", "2027-02-01/2027-02-10")), public_holidays=st.sampled_from(HolidayRule)
)
couriers = st.builds(Courier, weekdays.filter(bool), st.integers(1, 4))
turnovers = st.builds(Turnover, st.integers(1, 30), st.integers(1, 14), st.booleans(), calendars, couriers, st.booleans())
positions = st.integers(1, 12)


@given(positions, libraries, turnovers)
def test_the_range_begins_today_at_the_earliest_and_never_ends_before_it_begins(position, library, turnover):
    estimate = wait_estimate(position, library, turnover, TODAY)
    if estimate is None:
        assert all(copy.state in (ItemState.MISSING, ItemState.IN_REPAIR) for copy in library)
    else:
        assert TODAY <= estimate.earliest <= estimate.latest
        assert is_open(turnover.calendar, estimate.earliest)
        assert is_open(turnover.calendar, estimate.latest)


@given(positions, libraries, turnovers)
def test_a_later_place_in_the_queue_is_never_told_an_earlier_day(position, library, turnover):
    here = wait_estimate(position, library, turnover, TODAY)
    behind = wait_estimate(position + 1, library, turnover, TODAY)
    if here is None or behind is None:
        assert here == behind
    else:
        assert here.earliest <= behind.earliest
        assert here.latest <= behind.latest


@given(positions, libraries, copies, turnovers)
def test_one_more_copy_makes_nobody_wait_longer(position, library, another, turnover):
    without = wait_estimate(position, library, turnover, TODAY)
    with_it = wait_estimate(position, [*library, another], turnover, TODAY)
    if without is not None:
        assert with_it is not None
        assert with_it.earliest <= without.earliest
        assert with_it.latest <= without.latest


@given(positions, libraries, turnovers, st.randoms())
def test_the_order_in_which_the_copies_are_named_does_not_matter(position, library, turnover, random):
    shuffled = random.sample(library, len(library))
    assert wait_estimate(position, shuffled, turnover, TODAY) == wait_estimate(position, library, turnover, TODAY)
