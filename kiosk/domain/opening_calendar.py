"""On which days a branch is open; the hours of the day and what follows from a closed day are left to others.

Japanese public holidays (国民の祝日に関する法律), with substitute and citizens' holidays, come from the library `holidays`.
Weekdays count from 0, Monday.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from holidays import country_holidays

_STRICT: dict[str, Any] = {"extra": "forbid"}
_ONE_DAY = timedelta(days=1)
_SEARCH_DAYS = 366
_DAY = re.compile(r"(?:(\d{4})-)?(\d{2})-(\d{2})", re.ASCII)
_LEAP_YEAR = 2000


class NeverOpens(ValueError):
    """A calendar with no open day within a year of the day asked about."""


class HolidayRule(StrEnum):
    """What a public holiday does to the calendar."""

    AS_WEEKDAY = "as_weekday"
    """It is a day like any other."""
    CLOSED = "closed"
    WEEKDAY_MOVES = "weekday_moves"
    """月曜休館、祝日の場合は翌平日: a closed weekday that is a public holiday is open, and the next day that is neither a
    public holiday nor a closed weekday is closed instead. A holiday that another rule closes moves nothing."""


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """One weekday of each month, such as its last Thursday. `nth` counts from 1 to 5; -1 is the last."""

    __pydantic_config__ = _STRICT
    nth: int
    weekday: int

    def __post_init__(self) -> None:
        if self.nth not in (-1, 1, 2, 3, 4, 5):
            raise ValueError(f"nth is {self.nth}: it must be 1 to 5, or -1 for the last of the month")
        _check_weekday(self.weekday)

    def matches(self, day: date) -> bool:
        """Whether `day` is the one of its month."""
        if day.weekday() != self.weekday:
            return False
        if self.nth == -1:
            return day.day + 7 > monthrange(day.year, day.month)[1]
        return (day.day - 1) // 7 + 1 == self.nth


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a library or a branch of it is closed. The default is open every day.

    Raises ValueError for a faulty value, and for seven closed weekdays without any open day.
    """

    __pydantic_config__ = _STRICT
    closed_weekdays: tuple[int, ...] = ()
    closed_days: tuple[str, ...] = ()
    """Single days, `2026-12-29`, every year's, `12-29`, and ranges of both, `12-29/01-03`, `2027-02-01/2027-02-10`."""
    open_days: tuple[str, ...] = ()
    """The same forms: open although another rule closes."""
    public_holidays: HolidayRule = HolidayRule.AS_WEEKDAY
    closed_nth_weekdays: tuple[NthWeekday, ...] = ()
    """館内整理日."""
    closed_month_days: tuple[int, ...] = ()
    """Days of each month from 1; -1 is the last (月末整理日)."""

    def __post_init__(self) -> None:
        for weekday in self.closed_weekdays:
            _check_weekday(weekday)
        for month_day in self.closed_month_days:
            if month_day != -1 and not 1 <= month_day <= 31:
                raise ValueError(f"closed_month_days has {month_day}: a day must be 1 to 31, or -1 for the last of the month")
        _days_of(self.closed_days)
        _days_of(self.open_days)
        if len(set(self.closed_weekdays)) == 7 and not self.open_days:
            raise ValueError("closed_weekdays has all seven days and open_days is empty: the library would never open")


def is_open(calendar: Calendar, day: date) -> bool:
    """Whether patrons can come on that day."""
    if day in _days_of(calendar.open_days):
        return True
    return not (_is_closed_by_date(calendar, day) or _is_closed_by_weekday(calendar, day))


def is_closed(calendar: Calendar, day: date) -> bool:
    """The contrary of `is_open`."""
    return not is_open(calendar, day)


def next_open_day(calendar: Calendar, day: date) -> date:
    """The first open day from `day` on, `day` itself among them. Raises NeverOpens when there is none within a year."""
    last = day + timedelta(days=_SEARCH_DAYS)
    found = day
    while not is_open(calendar, found):
        if found == last:
            raise NeverOpens(f"the calendar has no open day from {day} to {last}")
        found += _ONE_DAY
    return found


def _is_closed_by_date(calendar: Calendar, day: date) -> bool:
    return (
        day in _days_of(calendar.closed_days)
        or (calendar.public_holidays is HolidayRule.CLOSED and _is_public_holiday(day))
        or day.day in calendar.closed_month_days
        or (-1 in calendar.closed_month_days and day.day == monthrange(day.year, day.month)[1])
        or any(nth_weekday.matches(day) for nth_weekday in calendar.closed_nth_weekdays)
    )


def _is_closed_by_weekday(calendar: Calendar, day: date) -> bool:
    is_closed_weekday = day.weekday() in calendar.closed_weekdays
    if calendar.public_holidays is not HolidayRule.WEEKDAY_MOVES:
        return is_closed_weekday
    if _is_public_holiday(day):
        return False
    return is_closed_weekday or _is_closed_instead(calendar, day)


def _is_closed_instead(calendar: Calendar, day: date) -> bool:
    """Whether an open holiday among the closed weekdays before moves its closing to `day`, an ordinary day."""
    before = day - _ONE_DAY
    while True:
        is_closed_weekday, is_holiday = before.weekday() in calendar.closed_weekdays, _is_public_holiday(before)
        if is_closed_weekday and is_holiday and is_open(calendar, before):
            return True
        if not (is_closed_weekday or is_holiday):
            return False
        before -= _ONE_DAY


def _is_public_holiday(day: date) -> bool:
    return day in _public_holidays(day.year)


@cache
def _public_holidays(year: int) -> frozenset[date]:
    # One fixed set a year: the library's own object fills itself while it is asked, which two threads must not share.
    return frozenset(country_holidays("JP", years=year))


def _check_weekday(weekday: int) -> None:
    if not 0 <= weekday <= 6:
        raise ValueError(f"weekday {weekday}: it must be 0 (Monday) to 6 (Sunday)")


@dataclass(frozen=True, slots=True)
class _Days:
    """Days as a calendar lists them, ready to be asked."""

    yearly: frozenset[tuple[int, int]]
    spans: tuple[tuple[date, date], ...]

    def __contains__(self, day: date) -> bool:
        return (day.month, day.day) in self.yearly or any(first <= day <= last for first, last in self.spans)


@cache
def _days_of(entries: tuple[str, ...]) -> _Days:
    yearly: set[tuple[int, int]] = set()
    spans = []
    for entry in entries:
        (first, is_yearly), (last, is_last_yearly) = _ends(entry)
        if is_yearly is not is_last_yearly:
            raise ValueError(f'"{entry}": both ends of a range name the year, or neither does')
        if is_yearly:
            yearly.update(_month_days(first, last))
        elif last < first:
            raise ValueError(f'"{entry}": the range ends before it begins')
        else:
            spans.append((first, last))
    return _Days(frozenset(yearly), tuple(spans))


def _ends(entry: str) -> tuple[tuple[date, bool], tuple[date, bool]]:
    """The first and the last day of an entry, each with whether it is every year's (set in a leap year then)."""
    first, slash, last = entry.partition("/")
    return _read(first, entry), _read(last if slash else first, entry)


def _read(written: str, entry: str) -> tuple[date, bool]:
    found = _DAY.fullmatch(written)
    try:
        if found is None:
            raise ValueError(written)
        year, month, day = found.groups()
        return date(int(year or _LEAP_YEAR), int(month), int(day)), year is None
    except ValueError:
        raise ValueError(f'"{entry}" is no day: write "2026-12-29", "12-29", or a range such as "12-29/01-03"') from None


def _month_days(first: date, last: date) -> Iterator[tuple[int, int]]:
    """The days of the year from the first to the last, over New Year when the last comes before the first."""
    for number in range(366):
        day = date(_LEAP_YEAR, 1, 1) + number * _ONE_DAY
        if (first <= day <= last) if first <= last else (day >= first or day <= last):
            yield day.month, day.day
