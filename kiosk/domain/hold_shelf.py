"""How long a ready item waits for its patron: the contact day and the last day on the hold shelf.

Sources: KU-10, KU-11, KU-12, OK-09, KK-07, KK-08, KT-09.
"""

from datetime import date, datetime, timedelta

from kiosk.domain.profile import Calendar, ContactDay, ContactMethod, HoldShelfRules, ShelfCount

_ONE_DAY = timedelta(days=1)


def is_closed(calendar: Calendar, day: date) -> bool:
    """Whether the library is closed on that day."""
    return day.weekday() in calendar.closed_weekdays or bool({day.isoformat(), f"{day:%m-%d}"} & set(calendar.closed_days))


def contact_day(method: ContactMethod, ready_at: datetime) -> date:
    """The day that counts as the contact day of a hold that became ready at `ready_at` (the library's local time)."""
    today = ready_at.date()
    match method.contact_day:
        case ContactDay.READY_DAY:
            return today
        case ContactDay.NEXT_DAY:
            return today + _ONE_DAY
        case ContactDay.NEXT_BATCH:
            is_before_batch = method.batch_at is not None and ready_at.time() <= method.batch_at
            return today if is_before_batch else today + _ONE_DAY


def expires_on(rules: HoldShelfRules, calendar: Calendar, contacted_on: date) -> date:
    """The last day the item waits. Closed days are passed over where the profile says so."""
    day = contacted_on if rules.counted is ShelfCount.FROM_CONTACT_DAY else contacted_on + _ONE_DAY
    counted = 0
    while True:
        if not (rules.skips_closed_days and is_closed(calendar, day)):
            counted += 1
            if counted == rules.days:
                return day
        day += _ONE_DAY
