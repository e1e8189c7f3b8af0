"""Japanese eras (和暦): the era year of a day, and the day that a date of an era means; naming them is left to others."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Era(StrEnum):
    """The eras since there is one for each emperor."""

    MEIJI = "meiji"
    TAISHO = "taisho"
    SHOWA = "showa"
    HEISEI = "heisei"
    REIWA = "reiwa"


_FIRST_DAYS = {
    Era.MEIJI: date(1868, 10, 23),
    Era.TAISHO: date(1912, 7, 30),
    Era.SHOWA: date(1926, 12, 25),
    Era.HEISEI: date(1989, 1, 8),
    Era.REIWA: date(2019, 5, 1),
}
"""By the Gregorian calendar, which is Japan's since 1 January 1873; the days of Meiji before that had other names then."""


@dataclass(frozen=True, slots=True)
class EraYear:
    """A year of an era. The first, `year` 1, is called 元年."""

    era: Era
    year: int


def era_year(day: date) -> EraYear | None:
    """The era year of that day; None before Meiji. A day on which the era changed belongs to the new one."""
    for era, first in reversed(_FIRST_DAYS.items()):
        if day >= first:
            return EraYear(era, day.year - first.year + 1)
    return None


def day_of_era(written: EraYear, month: int, day: int) -> date | None:
    """The day that is written so, or None where the era has no such day."""
    try:
        found = date(_FIRST_DAYS[written.era].year + written.year - 1, month, day)
    except ValueError:
        return None
    return found if era_year(found) == written else None
