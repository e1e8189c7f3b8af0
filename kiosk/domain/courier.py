"""The courier between branches (連絡便): when an item that is sent off can be had; what is sent is left to others."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kiosk.domain.opening_calendar import Calendar, next_open_day

_STRICT: dict[str, Any] = {"extra": "forbid"}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Courier:
    """The days on which the courier goes, from 0, Monday. The default goes every day.

    Raises ValueError for a weekday that does not exist, no weekday at all, or less than one day on the road.
    """

    __pydantic_config__ = _STRICT
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    days: int = 1
    """Days on the road at least, counted from the day the item is handed over."""

    def __post_init__(self) -> None:
        if not self.weekdays:
            raise ValueError("weekdays is empty: a courier that never goes brings nothing")
        for weekday in self.weekdays:
            if not 0 <= weekday <= 6:
                raise ValueError(f"weekday {weekday}: it must be 0 (Monday) to 6 (Sunday)")
        if self.days < 1:
            raise ValueError(f"days is {self.days}: an item is at least 1 day on the road")


def arrival(courier: Courier, destination: Calendar, sent_on: date) -> date:
    """The day from which patrons can have an item at the destination that was handed over on `sent_on` (CH-08).

    The courier takes it on none but a later courier day; what comes on a closed day waits for the next open one.
    Raises NeverOpens as `next_open_day` does.
    """
    day = sent_on + timedelta(days=courier.days)
    while day.weekday() not in courier.weekdays:
        day += _ONE_DAY
    return next_open_day(destination, day)
