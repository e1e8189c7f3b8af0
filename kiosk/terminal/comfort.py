"""How a patron wants to see, hear and reach the terminal: one value of the visit; leaves drawing and speaking to others."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.profile import TimeLimits

UNHURRIED = 10
"""How many times longer every time limit is for who asked for more time (EN 301 549 and WCAG 2.2.1: at least ten)."""


class TextSize(StrEnum):
    """How large words are set."""

    STANDARD = "standard"
    LARGE = "large"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True)
class Comfort:
    """The settings of one visit; the next begins with those of the terminal again.

    `is_low` lays the whole screen in the lower part of one that stands. `speaks_passwords` is only heard in headphones the
    patron has put on; without it passwords are spoken masked. `has_motion`: things may move, for less than 200 ms.
    """

    text_size: TextSize = TextSize.STANDARD
    is_high_contrast: bool = False
    is_low: bool = False
    is_unhurried: bool = False
    is_spoken: bool = False
    speaks_passwords: bool = False
    has_sounds: bool = True
    has_motion: bool = True

    def time_limits(self, limits: TimeLimits) -> TimeLimits:
        """The limits in time that hold for this patron."""
        if not self.is_unhurried:
            return limits
        return TimeLimits(
            idle_seconds=limits.idle_seconds * UNHURRIED,
            idle_logged_in_seconds=limits.idle_logged_in_seconds * UNHURRIED,
            countdown_seconds=limits.countdown_seconds * UNHURRIED,
        )
