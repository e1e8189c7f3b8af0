"""The service's own thread: its jobs run again and again, whatever happens in one of them."""

import logging
import threading
from datetime import date

import pytest

from kiosk.central.background import Background, once_a_day

TIME_LIMIT_SECONDS = 20


def test_a_job_that_fails_is_logged_without_values_and_the_others_go_on(caplog: pytest.LogCaptureFixture) -> None:
    runs = 0
    enough = threading.Event()
    address = "@".join(("hanako", "example.jp"))

    def fail() -> None:
        raise ValueError(address)

    def count() -> None:
        nonlocal runs
        runs += 1
        if runs == 3:
            enough.set()

    background = Background([fail, count], wake_seconds=0.001)
    with caplog.at_level(logging.ERROR):
        background.start()
        assert enough.wait(TIME_LIMIT_SECONDS)
        background.stop(TIME_LIMIT_SECONDS)
    assert "ValueError" in caplog.text
    assert address not in caplog.text


def test_it_stops_at_once_however_long_it_sleeps() -> None:
    has_run = threading.Event()
    background = Background([has_run.set], wake_seconds=3600)
    background.start()
    assert has_run.wait(TIME_LIMIT_SECONDS)
    background.stop(TIME_LIMIT_SECONDS)
    assert not any(thread.name == "background" for thread in threading.enumerate())


def test_a_daily_job_runs_once_each_day() -> None:
    runs = []
    today = date(2026, 11, 24)
    job = once_a_day(lambda: today, lambda: runs.append(today))
    job()
    job()
    today = date(2026, 11, 25)
    job()
    assert runs == [date(2026, 11, 24), date(2026, 11, 25)]
