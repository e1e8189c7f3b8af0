"""From when to when a branch is open on a day; on which days it is open at all, the calendar says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from holidays import country_holidays

_STRICT: dict[str, Any] = {"extra": "forbid"}
_EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The hours of these weekdays (0 is Monday), in the library's local time; with `public_holidays` also of those days.

    Raises ValueError when a branch would close before it opens, or for a day that is no weekday.
    """

    __pydantic_config__ = _STRICT
    opens: time
    closes: time
    weekdays: tuple[int, ...] = _EVERY_DAY
    public_holidays: bool = False

    def __post_init__(self) -> None:
        if self.closes <= self.opens:
            raise ValueError(f"opens at {self.opens:%H:%M} and closes at {self.closes:%H:%M}: it must close later")
        if not set(self.weekdays) <= set(_EVERY_DAY):
            raise ValueError("weekdays count from 0, Monday, to 6")


def hours_on(every: Sequence[OpeningHours], day: date) -> OpeningHours | None:
    """The hours that hold on that day, were it an open one; None where the library has not said any."""
    if day in country_holidays("JP", years=day.year):
        for hours in every:
            if hours.public_holidays:
                return hours
    return next((hours for hours in every if day.weekday() in hours.weekdays), None)
