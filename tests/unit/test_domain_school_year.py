"""The school year of a person, at the borders that matter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.school_year import school_grade


@pytest.mark.parametrize(
    ("birth_date", "on", "grade"),
    [
        (date(2014, 4, 1), date(2026, 4, 1), 7),  # the youngest of the older year
        (date(2014, 4, 2), date(2026, 4, 1), 6),  # the oldest of the younger year
        (date(2014, 4, 2), date(2027, 3, 31), 6),
        (date(2014, 4, 2), date(2027, 4, 1), 7),
        (date(2013, 4, 2), date(2026, 4, 1), 7),
        (date(2019, 4, 1), date(2025, 4, 1), 1),
        (date(2019, 4, 2), date(2026, 3, 31), 0),
        (date(2019, 4, 2), date(2026, 4, 1), 1),
        (date(2020, 2, 29), date(2026, 4, 1), 1),
        (date(2013, 12, 31), date(2026, 1, 1), 6),
        (date(2013, 1, 1), date(2026, 11, 22), 8),
    ],
)
def test_the_school_year_begins_on_april_1_and_its_children_are_born_from_april_2_to_april_1(birth_date, on, grade):
    assert school_grade(birth_date, on) == grade


@pytest.mark.rule("KT-03")
@pytest.mark.parametrize(
    ("birth_date", "is_of_middle_school_age"), [(date(2014, 4, 1), True), (date(2014, 4, 2), False), (date(1950, 7, 7), True)]
)
def test_middle_school_age_begins_with_the_seventh_year(birth_date, is_of_middle_school_age):
    assert (school_grade(birth_date, date(2026, 11, 22)) >= 7) is is_of_middle_school_age


def test_before_school_it_is_below_one():
    assert school_grade(date(2025, 5, 1), date(2026, 11, 22)) == -5


dates = st.dates(date(1920, 1, 1), date(2060, 12, 31))


@given(dates, dates)
def test_it_rises_by_one_on_every_april_1_and_on_no_other_day(birth_date, on):
    rise = school_grade(birth_date, on) - school_grade(birth_date, on - timedelta(days=1))
    assert rise == ((on.month, on.day) == (4, 1))


@given(st.integers(1920, 2060), st.integers(0, 365), st.integers(0, 365), dates)
def test_all_born_from_april_2_to_the_next_april_1_are_in_one_year(year, one, other, on):
    first, last = date(year, 4, 2), date(year + 1, 4, 1)
    born = [min(first + timedelta(days=n), last) for n in (one, other)]
    assert school_grade(born[0], on) == school_grade(born[1], on)
