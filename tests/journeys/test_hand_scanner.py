"""A hand scanner that types, with keys pressed in the X server itself, on the real window."""

import threading
from collections.abc import Callable, Iterator

import pytest
from floor import Floor
from x_keyboard import XKeyboard

from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]


@pytest.fixture
def keyboard() -> Iterator[XKeyboard]:
    try:
        keyboard = XKeyboard()
    except OSError as error:
        pytest.skip(str(error))
    yield keyboard
    keyboard.close()


def until(floor: Floor, condition: Callable[[], object], what: str) -> None:
    """Lets frames pass in which the window also hears the X server."""
    from kivy.core.window import Window

    def heard() -> object:
        Window.mainloop()
        return condition()

    floor.until(heard, what)


def scan(floor: Floor, keyboard: XKeyboard, text: str, gap_seconds: float) -> None:
    """Types beside the running window, whose frames pass meanwhile."""
    typing = threading.Thread(target=keyboard.type, args=(text, gap_seconds))
    typing.start()
    until(floor, lambda: not typing.is_alive(), "the end of the scan")


@pytest.mark.rule("TE-02")
def test_a_scanner_that_types_shows_the_card_and_types_into_no_field(open_terminal: OpenTerminal, keyboard: XKeyboard) -> None:
    floor = open_terminal("kumamoto")
    floor.tap_to("show-card", Step.LOGIN)
    card = floor.patron("everyday").card_number
    for form in ("A{}A\r", "A{}A", "]F0A{}A\t", "{}\r"):
        for gap_seconds in (0.0, 0.01, 0.04):
            scan(floor, keyboard, form.format(card), gap_seconds)
            until(floor, lambda: floor.terminal.visit.card_number is not None, f"the card, sent as {form} at {gap_seconds} s")
            assert floor.terminal.visit.card_number is not None
            assert floor.terminal.visit.card_number.value == card
            assert floor.terminal.presenter.form["password"] == ""
            floor.terminal.presenter.change_card()


def test_fingers_type_what_is_on_their_keys(open_terminal: OpenTerminal, keyboard: XKeyboard) -> None:
    floor = open_terminal("kumamoto")
    floor.tap_to("show-card", Step.LOGIN)
    scan(floor, keyboard, f"A{floor.patron('everyday').card_number}A\r", 0.005)
    until(floor, lambda: floor.terminal.visit.card_number is not None, "the card")
    scan(floor, keyboard, "Ab1$", 0.15)
    until(floor, lambda: floor.terminal.presenter.form["password"] == "Ab1$", "what was typed")
