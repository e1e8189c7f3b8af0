"""Idle time: when a visit is warned and when it ends (TE-05). Time is given from outside, in seconds of any steady clock."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from kiosk.domain.profile import TimeLimits


class IdlePhase(StrEnum):
    """Where a visit stands between touches."""

    ACTIVE = "active"
    WARNING = "warning"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Idle:
    """The phase, and while warning the whole seconds left."""

    phase: IdlePhase = IdlePhase.ACTIVE
    seconds_left: int = 0


def idle(limits: TimeLimits, since_touch_seconds: float, is_logged_in: bool, is_sending: bool) -> Idle:
    """The idle state so long after the last touch. While holds are being sent the visit is never warned nor ended."""
    quiet = limits.idle_logged_in_seconds if is_logged_in else limits.idle_seconds
    if is_sending or since_touch_seconds < quiet:
        return Idle()
    left = ceil(quiet + limits.countdown_seconds - since_touch_seconds)
    return Idle(IdlePhase.WARNING, left) if left > 0 else Idle(IdlePhase.EXPIRED)
