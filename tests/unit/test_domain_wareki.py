"""Japanese eras: at their borders, in their first years, and there and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.wareki import Era, EraYear, day_of_era, era_year

BORDERS = [
    (date(1912, 7, 29), EraYear(Era.MEIJI, 45)),
    (date(1912, 7, 30), EraYear(Era.TAISHO, 1)),
    (date(1926, 12, 24), EraYear(Era.TAISHO, 15)),
    (date(1926, 12, 25), EraYear(Era.SHOWA, 1)),
    (date(1926, 12, 31), EraYear(Era.SHOWA, 1)),
    (date(1927, 1, 1), EraYear(Era.SHOWA, 2)),
    (date(1985, 4, 12), EraYear(Era.SHOWA, 60)),
    (date(1989, 1, 7), EraYear(Era.SHOWA, 64)),
    (date(1989, 1, 8), EraYear(Era.HEISEI, 1)),
    (date(2019, 4, 30), EraYear(Era.HEISEI, 31)),
    (date(2019, 5, 1), EraYear(Era.REIWA, 1)),
    (date(2020, 1, 1), EraYear(Era.REIWA, 2)),
    (date(1868, 10, 23), EraYear(Era.MEIJI, 1)),
]


@pytest.mark.parametrize(("day", "written"), BORDERS, ids=[str(day) for day, _ in BORDERS])
def test_a_day_has_its_era_year_also_at_the_borders(day, written):
    assert era_year(day) == written
    assert day_of_era(written, day.month, day.day) == day


def test_before_meiji_there_is_no_era_told():
    assert era_year(date(1868, 10, 22)) is None


@pytest.mark.parametrize(
    ("written", "month", "day"),
    [
        (EraYear(Era.SHOWA, 64), 1, 8),  # the day on which Heisei began
        (EraYear(Era.HEISEI, 1), 1, 7),  # the last of Showa
        (EraYear(Era.HEISEI, 31), 5, 1),
        (EraYear(Era.TAISHO, 0), 1, 1),
        (EraYear(Era.SHOWA, 60), 2, 29),  # 1985 was no leap year
        (EraYear(Era.SHOWA, 60), 13, 1),
        (EraYear(Era.REIWA, 9000), 1, 1),
    ],
)
def test_a_date_that_its_era_does_not_have_is_none(written, month, day):
    assert day_of_era(written, month, day) is None


@given(st.dates(date(1868, 10, 23), date(2100, 12, 31)))
def test_every_day_since_meiji_comes_back_from_its_era_and_eras_follow_each_other(day):
    written = era_year(day)
    assert day_of_era(written, day.month, day.day) == day
    following = era_year(day + timedelta(days=1))
    assert (list(Era).index(following.era), following.year) in (
        (list(Era).index(written.era), written.year),
        (list(Era).index(written.era), written.year + 1),
        (list(Era).index(written.era) + 1, 1),
    )
