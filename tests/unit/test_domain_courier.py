"""When an item that travels between branches can be had. 2026-11-24 is a Tuesday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kiosk.domain.courier import Courier, arrival
from kiosk.domain.opening_calendar import Calendar, is_open, next_open_day

TWICE_A_WEEK = Courier(weekdays=(1, 4))
EVERY_DAY = Calendar()


@pytest.mark.rule("CH-08")
@pytest.mark.parametrize(
    ("sent_on", "arrives_on"),
    [
        (date(2026, 11, 23), date(2026, 11, 24)),
        (date(2026, 11, 24), date(2026, 11, 27)),  # the courier of the day itself is missed
        (date(2026, 11, 26), date(2026, 11, 27)),
        (date(2026, 11, 27), date(2026, 12, 1)),
    ],
)
def test_an_item_goes_with_the_next_courier_after_the_day_it_is_handed_over(sent_on, arrives_on):
    assert arrival(TWICE_A_WEEK, EVERY_DAY, sent_on) == arrives_on


@pytest.mark.rule("CH-08")
def test_what_comes_on_a_closed_day_can_be_had_on_the_next_open_one():
    assert arrival(TWICE_A_WEEK, Calendar(closed_weekdays=(4,)), date(2026, 11, 24)) == date(2026, 11, 28)


def test_over_new_year_it_waits_with_everything_else():
    assert arrival(TWICE_A_WEEK, Calendar(closed_days=("12-28/01-04",)), date(2026, 12, 25)) == date(2027, 1, 5)


def test_without_an_entry_items_travel_on_any_day():
    assert arrival(Courier(), EVERY_DAY, date(2026, 11, 28)) == date(2026, 11, 29)


def test_a_longer_road_takes_its_days_at_least():
    assert arrival(Courier(weekdays=(1, 4), days=4), EVERY_DAY, date(2026, 11, 24)) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({"weekdays": []}, "weekdays is empty"),
        ({"weekdays": [7]}, "weekday 7"),
        ({"days": 0}, "days is 0"),
        ({"wekdays": [1]}, "wekdays"),
    ],
)
def test_a_faulty_entry_is_refused_by_name(table, named):
    with pytest.raises(ValidationError, match=named):
        TypeAdapter(Courier).validate_python(table)


couriers = st.builds(Courier, st.lists(st.integers(0, 6), min_size=1).map(tuple), st.integers(1, 10))
calendars = st.builds(Calendar, st.lists(st.integers(0, 6), max_size=5).map(tuple), st.just(("12-29/01-03",)))
days = st.dates(date(2026, 1, 1), date(2029, 12, 31))


@given(couriers, calendars, days)
def test_it_arrives_on_an_open_day_with_the_first_courier_that_can_carry_it(courier, calendar, sent_on):
    arrived = arrival(courier, calendar, sent_on)
    assert is_open(calendar, arrived)
    first = sent_on + timedelta(days=courier.days)
    carried = [first + timedelta(days=n) for n in range(7)]
    assert arrived == next_open_day(calendar, next(day for day in carried if day.weekday() in courier.weekdays))


@given(couriers, calendars, days)
def test_what_is_sent_later_never_arrives_earlier(courier, calendar, sent_on):
    assert arrival(courier, calendar, sent_on) <= arrival(courier, calendar, sent_on + timedelta(days=1))
