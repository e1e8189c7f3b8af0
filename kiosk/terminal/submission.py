"""Sends the cart's holds once, and finds out what became of them when the answer is lost.

The terminal never guesses: a lost answer is asked for by its key. Settling a key that the service has not seen withdraws it,
so that a request still on its way can never take effect after the patron was told that nothing was placed.
"""

from collections.abc import Callable

from kiosk.domain.circulation import HoldRequestOutcome
from kiosk.domain.errors import ServiceUnreachable
from kiosk.domain.requests import HoldRequest, PatronSession
from kiosk.terminal.ports import HoldsApi

PATIENCE_SECONDS = 60.0
PAUSE_SECONDS = 1.5


def submit(
    api: HoldsApi,
    session: PatronSession,
    key: str,
    request: HoldRequest,
    pause: Callable[[float], None],
    seconds: Callable[[], float],
) -> HoldRequestOutcome:
    """The true outcome of this request, however many times the answer is lost on the way.

    Runs away from the screen; `pause` waits that many seconds, `seconds` is a steady clock. Raises ServiceUnreachable when
    the service stays silent for `PATIENCE_SECONDS`: then nothing is known, and the patron must be told just that.
    """
    began = seconds()
    try:
        return api.place_holds(session, key, request)
    except ServiceUnreachable:
        pause(PAUSE_SECONDS)
    while seconds() - began < PATIENCE_SECONDS:
        try:
            return api.settle_hold_request(session, key)
        except ServiceUnreachable:
            pause(PAUSE_SECONDS)
    return api.settle_hold_request(session, key)
