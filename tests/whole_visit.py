"""A whole visit by touch, for the journeys: register, log in, search, hold a series in order, see it, cancel one, log out."""

from collections.abc import Callable

from floor import Floor

from kiosk.domain.circulation import HoldState
from kiosk.domain.registration import IdentityField
from kiosk.terminal.visit import Step

Reads = Callable[..., object]
"""Called with a message's id, and its parameters, that must stand on the window."""
PATRON = "tour"
PASSWORD = "athena26"
SERIES = ("karamazov-1", "karamazov-2", "karamazov-3")
KANA = "からまーぞ"


def whole_visit(floor: Floor, reads: Reads) -> None:
    """From the rest screen back to it; `reads` is asked at every step."""
    register(floor, reads)
    log_in(floor, reads)
    hold_series(floor, reads)
    cancel_last(floor, reads)
    floor.tap_to("top-log-out", Step.REST)


def register(floor: Floor, reads: Reads) -> None:
    """A password of one's own by what the library knows of the patron."""
    patron = floor.patron(PATRON)
    floor.tap_to("register", Step.REGISTER_TERMS)
    reads("register-terms-title")
    floor.finger.tap("agree")
    floor.tap_to("primary", Step.REGISTER_IDENTITY)
    reads("register-identity-title")
    fill(floor, "card_number", patron.card_number)
    fill(floor, IdentityField.BIRTH_DATE, f"{patron.birth_date:%Y%m%d}")
    fill(floor, IdentityField.PHONE, patron.phone_1)
    floor.tap_to("primary", Step.REGISTER_PASSWORD)
    reads("register-password-title")
    fill(floor, "password", PASSWORD)
    fill(floor, "password_again", PASSWORD)
    floor.tap_to("primary", Step.REGISTER_DONE)
    reads("register-done-title")
    floor.tap_to("primary", Step.LOGIN)


def log_in(floor: Floor, reads: Reads) -> None:
    """With the card's number and the new password, to the menu."""
    if floor.terminal.visit.card_number is None:
        reads("login-title")
        floor.type(floor.patron(PATRON).card_number)
        floor.finger.tap("primary")
        floor.until(lambda: floor.terminal.visit.card_number is not None, "the password field")
    reads("login-title-password")
    floor.type(PASSWORD)
    floor.tap_to("primary", Step.MENU)
    reads("menu-title")


def hold_series(floor: Floor, reads: Reads) -> None:
    """Three volumes, one after the other."""
    floor.tap_to("top-search", Step.SEARCH)
    floor.finger.tap("key-layout-kana")
    floor.type(KANA)
    floor.tap_to("primary", Step.RESULTS)
    reads("results-title", query=KANA)
    floor.tap_to(f"row-{SERIES[0]}", Step.DETAIL)
    reads("detail-add")
    reads("detail-add-series", count=len(SERIES))
    floor.finger.tap("add-series")
    reads("detail-proceed")
    floor.tap_to("primary", Step.CONFIRM)
    reads("confirm-title")
    floor.tap_to("primary", Step.DONE)
    reads("done-title-all")
    floor.tap_to("see-holds", Step.HOLDS)
    reads("holds-title")
    assert {hold.title.title_id for hold in floor.state.holds if hold.state_kind == HoldState.WAITING} == set(SERIES)


def cancel_last(floor: Floor, reads: Reads) -> None:
    """The last volume after all not; the service then says so too."""
    last = next(hold for hold in floor.state.holds if hold.title.title_id == SERIES[-1])
    for _page in floor.state.holds:
        if not floor.finger.find(f"cancel-{last.hold_id}"):
            floor.finger.tap("next-page")
    floor.finger.tap(f"cancel-{last.hold_id}")
    floor.until(lambda: floor.state.asking, "the question")
    floor.finger.tap("confirm-cancel")
    floor.until(lambda: floor.state.notice, "the notice")
    reads("hold-cancelled", title="カラマーゾフの兄弟")
    held = {hold.title.title_id: hold.state_kind for hold in floor.state.holds}
    assert held[SERIES[-1]] == HoldState.CANCELLED


def fill(floor: Floor, field: str, text: str) -> None:
    """Touches a field of a form and types into it."""
    if floor.terminal.presenter.form.active != field:  # type: ignore[attr-defined]  # a form's presenter
        floor.finger.tap(f"field-{field}")
    floor.type(text)
