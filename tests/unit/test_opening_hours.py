"""From when to when a branch is open, and what the rest screen says of the day."""

from datetime import date

import pytest

from kiosk.domain.opening_hours import OpeningHours, hours_on

WEEK = OpeningHours("09:30", "19:00", (1, 2, 3, 4))
WEEKEND = OpeningHours("09:30", "17:00", (0, 5, 6), public_holidays=True)
HOURS = (WEEK, WEEKEND)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 25), WEEK),
        (date(2026, 11, 22), WEEKEND),
        (date(2026, 11, 3), WEEKEND),  # a Tuesday, and a public holiday
    ],
)
def test_each_day_has_its_hours_and_a_public_holiday_those_of_its_own(day: date, expected: OpeningHours) -> None:
    assert hours_on(HOURS, day) == expected


def test_nothing_is_said_of_a_day_of_which_the_library_said_nothing() -> None:
    assert hours_on((WEEK,), date(2026, 11, 22)) is None
    assert hours_on((), date(2026, 11, 25)) is None


def test_hours_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="close later"):
        OpeningHours("19:00", "09:00")
    with pytest.raises(ValueError, match="weekdays"):
        OpeningHours("09:00", "19:00", (7,))
    with pytest.raises(ValueError, match="like 09:30"):
        OpeningHours("9:30", "24:00")
