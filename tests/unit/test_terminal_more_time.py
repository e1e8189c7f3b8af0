"""Time enough: the idle warning can be put off again and again, and every limit be lengthened for a visit (EN 301 549, 5.9)."""

from dataclasses import replace

import pytest
from terminal_stand import Stand

from kiosk.terminal.comfort import Comfort
from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.visit import Step


def logged_in(comfort: Comfort | None = None) -> Stand:
    """A patron at the menu, who has just touched the screen."""
    stand = Stand()
    if comfort is not None:
        stand.terminal.choose_comfort(comfort)
    stand.from_rest(stand.library.add_patron().card)
    stand.terminal.touched()
    assert stand.step is Step.MENU
    return stand


@pytest.mark.rule("TE-05")
def test_the_idle_warning_can_be_put_off_ten_times_and_nothing_is_lost():
    stand = logged_in()
    limits, visit = stand.terminal.profile.time_limits, stand.terminal.visit
    for _time in range(10):
        stand.later(limits.idle_logged_in_seconds + limits.countdown_seconds - 1)
        assert stand.terminal.idle.phase is IdlePhase.WARNING
        assert stand.terminal.idle.seconds_left == 1
        stand.terminal.touched()
        assert stand.terminal.idle.phase is IdlePhase.ACTIVE
    assert stand.terminal.visit == visit
    stand.later(limits.idle_logged_in_seconds + limits.countdown_seconds)
    assert stand.step is Step.REST


@pytest.mark.rule("TE-05")
def test_more_time_makes_every_limit_of_the_visit_ten_times_as_long():
    stand = logged_in(Comfort(is_unhurried=True))
    limits = stand.terminal.profile.time_limits
    stand.later(10 * limits.idle_logged_in_seconds - 1)
    assert stand.terminal.idle.phase is IdlePhase.ACTIVE
    stand.later(1)
    assert stand.terminal.idle.phase is IdlePhase.WARNING
    assert stand.terminal.idle.seconds_left == 10 * limits.countdown_seconds
    stand.later(10 * limits.countdown_seconds - 1)
    assert stand.terminal.visit.is_logged_in
    stand.later(1)
    assert stand.step is Step.REST


def test_more_time_before_the_login_holds_too():
    stand = Stand()
    stand.terminal.choose_comfort(Comfort(is_unhurried=True))
    stand.terminal.touched()
    limits = stand.terminal.profile.time_limits
    stand.later(10 * limits.idle_seconds - 1)
    assert stand.terminal.idle.phase is IdlePhase.ACTIVE
    stand.later(1)
    assert stand.terminal.idle.phase is IdlePhase.WARNING


def test_more_time_asked_for_while_the_warning_stands_ends_it():
    stand = logged_in()
    stand.later(stand.terminal.profile.time_limits.idle_logged_in_seconds)
    assert stand.terminal.idle.phase is IdlePhase.WARNING
    stand.terminal.choose_comfort(replace(stand.terminal.visit.comfort, is_unhurried=True))
    assert stand.terminal.idle.phase is IdlePhase.ACTIVE


def test_the_next_visit_has_the_usual_time_again():
    stand = logged_in(Comfort(is_unhurried=True))
    stand.terminal.end_visit()
    stand.from_rest(stand.library.add_patron().card)
    stand.terminal.touched()
    stand.later(stand.terminal.profile.time_limits.idle_logged_in_seconds)
    assert stand.terminal.idle.phase is IdlePhase.WARNING
