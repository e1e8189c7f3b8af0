"""Idle time by a clock that is given from outside."""

import pytest

from kiosk.domain.profile import TimeLimits
from kiosk.terminal.idle import Idle, IdlePhase, idle

LIMITS = TimeLimits(idle_seconds=60, idle_logged_in_seconds=40, countdown_seconds=20)
ACTIVE, EXPIRED = Idle(), Idle(IdlePhase.EXPIRED)


@pytest.mark.rule("TE-05")
@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, ACTIVE),
        (39.9, ACTIVE),
        (40, Idle(IdlePhase.WARNING, 20)),
        (40.1, Idle(IdlePhase.WARNING, 20)),
        (41, Idle(IdlePhase.WARNING, 19)),
        (59.9, Idle(IdlePhase.WARNING, 1)),
        (60, EXPIRED),
        (100000, EXPIRED),
    ],
)
def test_a_logged_in_visit_is_warned_counts_down_and_ends(seconds, expected):
    assert idle(LIMITS, seconds, is_logged_in=True, is_sending=False) == expected


@pytest.mark.rule("TE-05")
def test_without_a_login_there_is_more_time():
    assert idle(LIMITS, 59.9, is_logged_in=False, is_sending=False) == ACTIVE
    assert idle(LIMITS, 60, is_logged_in=False, is_sending=False) == Idle(IdlePhase.WARNING, 20)
    assert idle(LIMITS, 80, is_logged_in=False, is_sending=False) == EXPIRED


def test_nothing_ends_while_holds_are_being_sent():
    assert idle(LIMITS, 100000, is_logged_in=True, is_sending=True) == ACTIVE


def test_a_clock_that_jumps_back_ends_nothing():
    assert idle(LIMITS, -5, is_logged_in=True, is_sending=False) == ACTIVE
