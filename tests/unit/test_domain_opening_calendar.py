"""On which days a library is open, on the real days of 2026 and 2027."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kiosk.domain.opening_calendar import Calendar, HolidayRule, NeverOpens, NthWeekday, is_closed, is_open, next_open_day

MONDAYS, TUESDAYS = (0,), (1,)
MOVES = HolidayRule.WEEKDAY_MOVES
ONE_DAY = timedelta(days=1)


def closed_among(calendar: Calendar, first: date, last: date) -> list[date]:
    """The closed days from the first to the last."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in days if is_closed(calendar, day)]


def test_every_day_is_open_where_nothing_is_said():
    assert closed_among(Calendar(), date(2026, 1, 1), date(2027, 12, 31)) == []


def test_a_single_day_is_closed_in_its_year_only_and_a_yearly_one_in_every_year():
    calendar = Calendar(closed_days=("2026-11-24", "12-29"))
    assert is_closed(calendar, date(2026, 11, 24))
    assert is_open(calendar, date(2027, 11, 24))
    assert is_closed(calendar, date(2026, 12, 29))
    assert is_closed(calendar, date(2031, 12, 29))


def test_a_yearly_range_goes_over_new_year():
    calendar = Calendar(closed_days=("12-29/01-03",))
    expected = [date(2026, 12, 29) + timedelta(days=n) for n in range(6)]
    assert closed_among(calendar, date(2026, 12, 1), date(2027, 1, 31)) == expected


def test_a_yearly_range_within_the_year():
    calendar = Calendar(closed_days=("08-13/08-15",))
    assert closed_among(calendar, date(2027, 1, 1), date(2027, 12, 31)) == [date(2027, 8, day) for day in (13, 14, 15)]


def test_the_stock_taking_of_one_year_is_no_rule_for_the_next():
    calendar = Calendar(closed_days=("2027-02-01/2027-02-10",))
    assert closed_among(calendar, date(2027, 1, 1), date(2028, 12, 31)) == [date(2027, 2, day) for day in range(1, 11)]


def test_the_leap_day_of_every_year_is_closed_when_there_is_one():
    calendar = Calendar(closed_days=("02-29",))
    assert closed_among(calendar, date(2027, 1, 1), date(2028, 12, 31)) == [date(2028, 2, 29)]


def test_an_open_day_wins_over_every_other_rule():
    every_rule = Calendar(
        closed_weekdays=MONDAYS,
        closed_days=("11-23",),
        public_holidays=HolidayRule.CLOSED,
        closed_nth_weekdays=(NthWeekday(4, 0),),
        closed_month_days=(23,),
        open_days=("2026-11-23",),
    )
    assert is_open(every_rule, date(2026, 11, 23))
    assert is_closed(every_rule, date(2027, 11, 23))


@pytest.mark.parametrize(
    "holiday",
    [
        date(2026, 5, 3),  # 憲法記念日, a Sunday
        date(2026, 5, 4),
        date(2026, 5, 5),
        date(2026, 5, 6),  # its substitute, as 4 and 5 are holidays themselves
        date(2026, 9, 21),  # 敬老の日
        date(2026, 9, 22),  # 国民の休日, between two holidays
        date(2026, 9, 23),  # 秋分の日
        date(2026, 11, 23),
        date(2027, 3, 21),  # 春分の日, a Sunday
        date(2027, 3, 22),  # its substitute
        date(2027, 1, 11),
    ],
)
def test_a_library_closed_on_public_holidays_keeps_substitutes_and_citizens_holidays_too(holiday):
    assert is_closed(Calendar(public_holidays=HolidayRule.CLOSED), holiday)
    assert is_open(Calendar(), holiday)


@pytest.mark.parametrize("weekday", [date(2026, 5, 7), date(2026, 9, 24), date(2027, 9, 21), date(2027, 5, 6)])
def test_the_days_beside_them_are_days_like_any_other(weekday):
    assert is_open(Calendar(public_holidays=HolidayRule.CLOSED), weekday)


def test_as_weekday_a_holiday_on_the_closed_weekday_is_closed_and_nothing_moves():
    calendar = Calendar(closed_weekdays=MONDAYS)
    assert is_closed(calendar, date(2026, 11, 23))
    assert is_open(calendar, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("first", "last", "closed"),
    [
        # 勤労感謝の日 is a Monday
        (date(2026, 11, 22), date(2026, 11, 30), [date(2026, 11, 24), date(2026, 11, 30)]),
        # Monday to Wednesday are holidays
        (date(2026, 9, 20), date(2026, 9, 27), [date(2026, 9, 24)]),
        # Monday 4 to Wednesday 6 are holidays
        (date(2026, 5, 2), date(2026, 5, 10), [date(2026, 5, 7)]),
        # the substitute of 春分の日 is a Monday
        (date(2027, 3, 20), date(2027, 3, 28), [date(2027, 3, 23)]),
        # a holiday in the week that is no Monday moves nothing
        (date(2026, 11, 2), date(2026, 11, 8), [date(2026, 11, 2)]),
    ],
)
def test_a_closed_monday_that_is_a_holiday_is_open_and_the_next_weekday_closed(first, last, closed):
    assert closed_among(Calendar(closed_weekdays=MONDAYS, public_holidays=MOVES), first, last) == closed


def test_the_move_passes_over_a_day_that_is_closed_anyway():
    calendar = Calendar(closed_weekdays=MONDAYS + TUESDAYS, public_holidays=MOVES)
    assert closed_among(calendar, date(2026, 11, 22), date(2026, 11, 29)) == [date(2026, 11, 24), date(2026, 11, 25)]


def test_a_holiday_that_stays_closed_by_another_rule_moves_nothing():
    calendar = Calendar(closed_weekdays=MONDAYS, public_holidays=MOVES, closed_days=("2026-11-23",))
    assert closed_among(calendar, date(2026, 11, 22), date(2026, 11, 29)) == [date(2026, 11, 23)]


def test_the_last_thursday_and_the_second_tuesday_of_a_month():
    calendar = Calendar(closed_nth_weekdays=(NthWeekday(-1, 3), NthWeekday(2, 1)))
    assert closed_among(calendar, date(2026, 11, 1), date(2026, 12, 31)) == [
        date(2026, 11, 10),
        date(2026, 11, 26),
        date(2026, 12, 8),
        date(2026, 12, 31),
    ]


def test_a_fifth_weekday_comes_in_months_that_have_five():
    calendar = Calendar(closed_nth_weekdays=(NthWeekday(5, 0),))
    assert closed_among(calendar, date(2026, 11, 1), date(2026, 12, 31)) == [date(2026, 11, 30)]


def test_the_last_day_of_a_month_follows_its_length():
    calendar = Calendar(closed_month_days=(-1,))
    assert closed_among(calendar, date(2028, 2, 1), date(2028, 4, 30)) == [
        date(2028, 2, 29),
        date(2028, 3, 31),
        date(2028, 4, 30),
    ]


def test_a_day_of_the_month_that_a_month_lacks_is_not_closed_there():
    assert closed_among(Calendar(closed_month_days=(31,)), date(2026, 11, 1), date(2026, 12, 31)) == [date(2026, 12, 31)]


def test_the_next_open_day_is_the_day_itself_when_open():
    calendar = Calendar(closed_weekdays=MONDAYS, public_holidays=MOVES, closed_days=("12-29/01-03",))
    assert next_open_day(calendar, date(2026, 11, 23)) == date(2026, 11, 23)
    assert next_open_day(calendar, date(2026, 11, 24)) == date(2026, 11, 25)
    # 2027-01-04 is a Monday
    assert next_open_day(calendar, date(2026, 12, 28)) == date(2027, 1, 5)


def test_a_library_closed_for_more_than_a_year_has_no_next_open_day():
    rebuilding = Calendar(closed_days=("2026-01-01/2028-03-31",))
    with pytest.raises(NeverOpens, match="2026-04-01"):
        next_open_day(rebuilding, date(2026, 4, 1))
    assert next_open_day(rebuilding, date(2027, 6, 1)) == date(2028, 4, 1)


@pytest.mark.parametrize(
    ("faulty", "named"),
    [
        ({"closed_weekdays": (7,)}, "weekday 7"),
        ({"closed_weekdays": (-1,)}, "weekday -1"),
        ({"closed_days": ("02-30",)}, "02-30"),
        ({"closed_days": ("2027-02-29",)}, "2027-02-29"),
        ({"closed_days": ("12/29",)}, "12/29"),
        ({"closed_days": ("",)}, '""'),
        ({"closed_days": ("12-29/",)}, "12-29/"),
        ({"closed_days": ("12-29/01-01/01-03",)}, "12-29/01-01/01-03"),
        ({"closed_days": ("20261229",)}, "20261229"),
        ({"closed_days": ("１２-２９",)}, "１２-２９"),
        ({"closed_days": ("2026-12-29/01-03",)}, "2026-12-29/01-03"),
        ({"closed_days": ("2027-02-10/2027-02-01",)}, "2027-02-10/2027-02-01"),
        ({"open_days": ("13-01",)}, "13-01"),
        ({"closed_month_days": (0,)}, "closed_month_days has 0"),
        ({"closed_month_days": (32,)}, "closed_month_days has 32"),
        ({"closed_weekdays": tuple(range(7))}, "never open"),
    ],
)
def test_a_faulty_value_is_named(faulty, named):
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the sentence is compared below
        Calendar(**faulty)
    assert named in str(raised.value)


@pytest.mark.parametrize(("nth", "weekday", "named"), [(0, 3, "nth is 0"), (6, 3, "nth is 6"), (1, 7, "weekday 7")])
def test_a_faulty_weekday_of_the_month_is_named(nth, weekday, named):
    with pytest.raises(ValueError, match=named):
        NthWeekday(nth, weekday)


def test_a_library_may_be_open_on_named_days_only():
    market_days = Calendar(closed_weekdays=tuple(range(7)), open_days=("2026-12-05", "06-01/06-03"))
    assert next_open_day(market_days, date(2026, 11, 24)) == date(2026, 12, 5)
    assert next_open_day(market_days, date(2026, 12, 6)) == date(2027, 6, 1)


def test_a_profile_says_all_of_it():
    read = TypeAdapter(Calendar).validate_python(
        {
            "closed_weekdays": [0],
            "closed_days": ["12-29/01-03"],
            "open_days": ["2026-11-03"],
            "public_holidays": "weekday_moves",
            "closed_nth_weekdays": [{"nth": -1, "weekday": 3}],
            "closed_month_days": [-1],
        }
    )
    assert read == Calendar((0,), ("12-29/01-03",), ("2026-11-03",), MOVES, (NthWeekday(-1, 3),), (-1,))
    assert TypeAdapter(Calendar).validate_json(TypeAdapter(Calendar).dump_json(read)) == read


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({"closed_wekdays": [0]}, "closed_wekdays"),
        ({"public_holidays": "open"}, "weekday_moves"),
        ({"closed_days": ["02-30"]}, "02-30"),
        ({"closed_nth_weekdays": [{"nth": 0, "weekday": 3}]}, "nth is 0"),
    ],
)
def test_a_profile_that_says_it_wrongly_is_refused_by_name(table, named):
    with pytest.raises(ValidationError, match=named):
        TypeAdapter(Calendar).validate_python(table)


weekdays = st.integers(0, 6)
some_weekdays = st.lists(weekdays, max_size=5).map(tuple)
days = st.dates(date(2025, 1, 1), date(2030, 12, 31))
calendars = st.builds(
    Calendar,
    some_weekdays,
    st.lists(st.sampled_from(["12-29/01-03", "02-29", "2026-11-24", "2027-02-01/2027-02-10", "05-04"])).map(tuple),
    st.lists(st.sampled_from(["01-03", "2027-02-05", "2026-11-23/2026-11-24"])).map(tuple),
    st.sampled_from(HolidayRule),
    st.lists(st.builds(NthWeekday, st.sampled_from([-1, 1, 2, 3, 4, 5]), weekdays), max_size=2).map(tuple),
    st.lists(st.sampled_from([-1, 1, 15, 31])).map(tuple),
)


@given(calendars, days)
def test_the_next_open_day_is_open_and_none_before_it_is(calendar, day):
    found = next_open_day(calendar, day)
    assert is_open(calendar, found)
    assert closed_among(calendar, day, found) == [day + timedelta(days=n) for n in range((found - day).days)]


@given(calendars, days)
def test_a_later_day_has_no_earlier_next_open_day(calendar, day):
    assert next_open_day(calendar, day) <= next_open_day(calendar, day + ONE_DAY)


@given(some_weekdays, days)
def test_a_move_never_closes_a_public_holiday(closed_weekdays, day):
    is_holiday = is_closed(Calendar(public_holidays=HolidayRule.CLOSED), day)
    assert not (is_holiday and is_closed(Calendar(closed_weekdays, public_holidays=MOVES), day))


@given(some_weekdays, days)
def test_a_move_closes_no_more_days_than_it_opens(closed_weekdays, day):
    moving, keeping = Calendar(closed_weekdays, public_holidays=MOVES), Calendar(closed_weekdays)
    in_a_season = [day + timedelta(days=n) for n in range(120)]
    opened = [each for each in in_a_season if is_closed(keeping, each) and is_open(moving, each)]
    closed = [each for each in in_a_season if is_open(keeping, each) and is_closed(moving, each)]
    # a holiday just before the first day may have moved its closing into the season
    assert len(closed) <= len(opened) + 1
