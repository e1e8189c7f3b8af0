"""The service is killed while a cart is being submitted, and started again: the terminal ends with the true outcome."""

import random
import threading
import time
from collections.abc import Callable

import pytest

from kiosk.central.demo import demo_patrons
from kiosk.central.demo_files import demo_files
from kiosk.client.holds_api import HttpHoldsApi
from kiosk.domain.circulation import HoldRequestState
from kiosk.domain.requests import Credentials, HoldRequest
from kiosk.embedded import EmbeddedService
from kiosk.profiles import load_profile
from kiosk.terminal.submission import submit

SLOWEST_KILL_SECONDS = 0.04


@pytest.mark.rule("TE-04")
@pytest.mark.parametrize("seed", range(6))
def test_after_a_kill_each_hold_is_there_once_or_not_at_all_as_the_terminal_was_told(
    start_service: Callable[[str], EmbeddedService], seed: int
) -> None:
    profile = load_profile("kumamoto")
    service = start_service(profile.id)
    api = HttpHoldsApi(service.url, service.terminal_key)
    patron = next(each for each in demo_patrons(profile) if each.key == "many_contacts")
    session = api.open_session(Credentials(patron.card_number, patron.password))
    before = {hold.hold_id for hold in api.holds(session).holds}
    series = demo_files().tour.series
    request = HoldRequest(series, profile.branches[0].code, profile.contact_methods[0].code, (series,))
    power_cut = threading.Timer(random.Random(seed).uniform(0, SLOWEST_KILL_SECONDS), service.kill)

    def power_returns(_seconds: float) -> None:
        power_cut.join()
        service.start()

    power_cut.start()
    outcome = submit(api, session, f"power-cut-{seed}", request, power_returns, time.monotonic)
    if power_cut.is_alive() or not service.is_running:
        power_returns(0)

    placed = [hold.title.title_id for hold in api.holds(session).holds if hold.hold_id not in before]
    told = [line.title_id for line in outcome.lines if line.hold is not None]
    assert sorted(placed) == sorted(told)
    assert told == ([] if outcome.state is HoldRequestState.VOID else list(series))
