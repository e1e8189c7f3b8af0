"""From when to when a branch is open on a day; on which days it is open at all, the calendar says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from holidays import country_holidays

_STRICT: dict[str, Any] = {"extra": "forbid"}
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The hours of these weekdays (0 is Monday) by the library's clock, as 09:30; with `public_holidays` also of those days.

    Raises ValueError for what no clock shows, when a branch would close before it opens, or for a day that is no weekday.
    """

    __pydantic_config__ = _STRICT
    opens: str
    closes: str
    weekdays: tuple[int, ...] = _EVERY_DAY
    public_holidays: bool = False

    def __post_init__(self) -> None:
        for clock in (self.opens, self.closes):
            if not _CLOCK.fullmatch(clock):
                raise ValueError(f"hours are {clock!r}: they must be like 09:30")
        if self.closes <= self.opens:
            raise ValueError(f"opens at {self.opens} and closes at {self.closes}: it must close later")
        if not set(self.weekdays) <= set(_EVERY_DAY):
            raise ValueError("weekdays count from 0, Monday, to 6")


def hours_on(every: Sequence[OpeningHours], day: date) -> OpeningHours | None:
    """The hours that hold on that day, were it an open one; None where the library has not said any."""
    if day in country_holidays("JP", years=day.year):
        for hours in every:
            if hours.public_holidays:
                return hours
    return next((hours for hours in every if day.weekday() in hours.weekdays), None)
