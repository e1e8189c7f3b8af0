"""What a patron should know of the day at this branch: the date, whether it is open, and the hours."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.domain.opening_calendar import NeverOpens, is_open, next_open_day
from kiosk.terminal.saying import say_date

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Today:
    """Ready-made texts. `hours` says from when to when, or that it is closed and when it opens again."""

    date: str
    is_open: bool
    hours: str


def today(terminal: "Terminal") -> Today:
    """The present day at the branch in which the terminal stands."""
    words, profile, day = terminal.words, terminal.profile, terminal.today
    calendar = profile.calendar_of(terminal.branch)
    if not is_open(calendar, day):
        return Today(say_date(words, day), False, _closed(terminal))
    hours = profile.hours_of(terminal.branch, day)
    said = (
        words("today-hours", opens=hours.opens.removeprefix("0"), closes=hours.closes.removeprefix("0"))
        if hours
        else words("today-open")
    )
    return Today(say_date(words, day), True, said)


def _closed(terminal: "Terminal") -> str:
    words, profile = terminal.words, terminal.profile
    try:
        opens_on = next_open_day(profile.calendar_of(terminal.branch), terminal.today + timedelta(days=1))
    except NeverOpens:
        return words("today-closed")
    return words("today-closed-until", date=say_date(words, opens_on))
