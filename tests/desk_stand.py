"""A desk as a client of the contract, for tests that stand at it."""

from collections.abc import Callable

import pytest
from central_world import STAFF_KEY, Patron

from kiosk.client.desk import HttpDesk
from kiosk.domain.errors import Refused
from kiosk.domain.staff import DeskHoldRequest


def desk_at(base_url: str) -> HttpDesk:
    """The desk of a served world."""
    return HttpDesk(base_url, STAFF_KEY)


def at_counter(patron: Patron, title_id: str, pickup: str, contact: str = "none", **more: object) -> DeskHoldRequest:
    """A hold that the patron asks for at the counter."""
    return DeskHoldRequest(patron.card, title_id, pickup, contact, **more)


def refusal(call: Callable[..., object], *args: object) -> list[str]:
    """The problem code of a call that must be refused, then the codes of its reasons."""
    with pytest.raises(Refused) as error:
        call(*args)
    return [error.value.code, *(reason.code.value for reason in error.value.reasons)]
