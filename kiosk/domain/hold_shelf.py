"""How long a ready item waits for its patron: when the patron is told, the contact day, and the last day on the hold shelf.

Sources: KU-10, KU-11, KU-12, OK-09, KK-07, KK-08, KT-09.
"""

from datetime import date, datetime, time, timedelta

from kiosk.domain.contact_method import ContactDay, ContactMethod
from kiosk.domain.opening_calendar import Calendar, NeverOpens, next_open_day
from kiosk.domain.profile import HoldShelfRules, ShelfCount

_ONE_DAY = timedelta(days=1)
_START_OF_DAY = time(9)


def tell_at(method: ContactMethod, ready_at: datetime) -> datetime:
    """When the patron of a hold that became ready at `ready_at` (the library's local time) is to be told."""
    at = method.batch_at or _START_OF_DAY
    match method.contact_day:
        case ContactDay.READY_DAY | ContactDay.WHEN_TOLD:
            return ready_at
        case ContactDay.NEXT_DAY:
            return datetime.combine(ready_at.date() + _ONE_DAY, at, ready_at.tzinfo)
        case ContactDay.NEXT_BATCH:
            is_before = ready_at.time() <= at
            return datetime.combine(ready_at.date() + (timedelta() if is_before else _ONE_DAY), at, ready_at.tzinfo)


def contact_day(method: ContactMethod, ready_at: datetime) -> date | None:
    """The day that counts as the contact day, or None while only staff can know it."""
    return None if method.contact_day is ContactDay.WHEN_TOLD else tell_at(method, ready_at).date()


def expires_on(rules: HoldShelfRules, calendar: Calendar, first: date) -> date:
    """The last day the item waits, from the contact day or, where that counts, the day it became ready (OK-09).

    Closed days are passed over where the profile says so, unless the branch stays closed for a year on end.
    """
    start = first if rules.counted is not ShelfCount.FROM_NEXT_DAY else first + _ONE_DAY
    in_a_row = start + _ONE_DAY * (rules.days - 1)
    if not rules.skips_closed_days:
        return in_a_row
    day = start
    try:
        for _ in range(rules.days - 1):
            day = next_open_day(calendar, day) + _ONE_DAY
        return next_open_day(calendar, day)
    except NeverOpens:
        return in_a_row
