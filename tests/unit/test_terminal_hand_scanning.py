"""What a hand scanner does on each screen: it begins a login, fills in a card, says what it saw, and types into no field."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from terminal_stand import Stand

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner.scanned_text import HandScan
from kiosk.scanner.sight import Sight
from kiosk.terminal.hand_scanning import STILL_LYING_SECONDS
from kiosk.terminal.presenters import PRESENTERS
from kiosk.terminal.terminal import Terminal
from kiosk.terminal.visit import Step

BOOK = HandScan(None, Sight.BOOK)


class Port:
    """A hand scanner with a port of its own; the test says what it reads."""

    def __init__(self) -> None:
        self.is_on = False
        self.on_scan: Callable[[HandScan], None] = lambda scan: None

    def start(self, on_scan: Callable[[HandScan], None]) -> None:
        self.is_on, self.on_scan = True, on_scan

    def stop(self) -> None:
        self.is_on = False


class PortStand(Stand):
    """A terminal with such a scanner."""

    def __init__(self) -> None:
        super().__init__()
        self.port = Port()
        self.terminal = Terminal(replace(self.terminal.outside, scanner_ports=lambda _format: [self.port]), PRESENTERS)
        self.terminal.tick()

    def describe_cards(self, card_format: CardFormat) -> None:
        """The service says that the library's cards are others now."""
        place = self.api.profile()
        self.terminal.start(replace(place, profile=replace(place.profile, card=card_format)))

    def scan(self, text: str) -> None:
        """The scanner that types reads this."""
        for character in text:
            self.terminal.key_typed(character)
            self.seconds += 0.01


@pytest.fixture
def stand() -> PortStand:
    return PortStand()


@pytest.mark.rule("TE-02")
def test_a_card_from_a_port_of_its_own_logs_in_from_the_rest_screen(stand):
    patron = stand.library.add_patron()
    stand.port.on_scan(HandScan(CardNumber(patron.card), Sight.READ))
    assert (stand.step, stand.state.has_card) == (Step.LOGIN, True)


def test_a_book_scanned_on_the_rest_screen_leads_to_the_login_which_says_that_it_is_a_book(stand):
    stand.port.on_scan(BOOK)
    assert stand.step is Step.LOGIN
    assert stand.state.guidance.sentence.startswith("これは本のバーコードです")
    assert not stand.state.has_card


@pytest.mark.parametrize(
    ("scanned", "said"),
    [("B2900012345B\r", "ほかの図書館のカード"), ("https://example.org/1\r", "図書館カードのバーコードではない")],
)
def test_another_card_and_another_code_have_sentences_of_their_own(stand, scanned, said):
    stand.presenter.show_card()
    stand.scan(scanned)
    assert said in stand.state.guidance.sentence


def test_a_card_fills_in_the_number_of_the_registration(stand):
    patron = stand.library.add_patron()
    stand.presenter.register()
    stand.presenter.agree(True)
    stand.presenter.accept()
    stand.scan(f"A{patron.card}A\r")
    assert stand.presenter.form["card_number"] == patron.card
    assert stand.presenter.form.active != "card_number"


@pytest.mark.parametrize("step", [Step.SEARCH, Step.REGISTER_TERMS, Step.CART])
def test_where_no_card_is_asked_for_a_scan_changes_nothing(stand, step):
    patron = stand.library.add_patron()
    stand.terminal.open(step)
    before = stand.terminal.visit
    stand.scan(f"A{patron.card}A\r")
    stand.port.on_scan(HandScan(CardNumber(patron.card), Sight.READ))
    stand.later(1)
    assert stand.terminal.visit == before
    if step is Step.SEARCH:
        assert stand.presenter.form["query"] == ""


def test_a_second_card_while_the_password_is_asked_for_changes_nothing(stand):
    first, second = stand.library.add_patron(), stand.library.add_patron()
    stand.scan(f"A{first.card}A\r")
    stand.keys("Abc")
    stand.scan(f"A{second.card}A\r")
    stand.later(1)
    assert stand.terminal.visit.card_number == CardNumber(first.card)
    assert stand.presenter.form["password"] == "Abc"


def test_what_was_typed_and_not_told_yet_is_forgotten_with_its_visit(stand):
    stand.terminal.open(Step.SEARCH)
    stand.terminal.key_typed("a")
    stand.terminal.end_visit()
    stand.terminal.open(Step.SEARCH)
    stand.later(1)
    assert stand.presenter.form["query"] == ""


def test_a_card_scanned_just_as_its_visit_ends_begins_no_other(stand):
    patron = stand.library.add_patron()
    stand.presenter.show_card()
    posted: list[Callable[[], object]] = []
    stand.background.post = posted.append
    stand.port.on_scan(HandScan(CardNumber(patron.card), Sight.READ))
    stand.terminal.end_visit()
    (hear,) = posted
    hear()
    assert (stand.step, stand.terminal.visit.card_number) == (Step.REST, None)


def test_a_card_left_under_a_scanner_on_a_stand_begins_no_other_visit_until_it_was_taken_away(stand):
    patron = stand.library.add_patron()
    lying = HandScan(CardNumber(patron.card), Sight.READ)
    stand.port.on_scan(lying)
    stand.terminal.end_visit()
    for _second in range(10):
        stand.later(1)
        stand.port.on_scan(lying)
    assert (stand.step, stand.terminal.visit.card_number) == (Step.REST, None)
    stand.presenter.show_card()
    stand.port.on_scan(lying)
    assert not stand.state.has_card
    assert "前のカード" in stand.state.guidance.sentence
    stand.later(STILL_LYING_SECONDS + 1)
    stand.port.on_scan(lying)
    assert stand.state.has_card


def test_a_card_that_lies_there_does_not_keep_its_visit_alive(stand):
    patron = stand.library.add_patron()
    lying = HandScan(CardNumber(patron.card), Sight.READ)
    stand.port.on_scan(lying)
    visit_id = stand.terminal.visit.visit_id
    for _second in range(300):
        stand.later(1)
        stand.port.on_scan(lying)
    assert stand.terminal.visit.visit_id != visit_id
    assert stand.step is Step.REST


def test_a_card_may_be_shown_again_at_once_in_its_own_visit(stand):
    patron = stand.library.add_patron()
    stand.scan(f"A{patron.card}A\r")
    stand.presenter.change_card()
    stand.scan(f"A{patron.card}A\r")
    assert stand.state.has_card


def test_the_ports_are_let_go_at_the_end(stand):
    assert stand.port.is_on
    stand.terminal.close()
    assert not stand.port.is_on


def test_a_library_that_describes_its_cards_anew_has_them_read_so_at_once(stand):
    stand.scan("A12345678A\r")
    assert not stand.state.has_card
    stand.terminal.end_visit()
    former, stand.port = stand.port, Port()
    stand.describe_cards(CardFormat(min_length=8, max_length=8))
    stand.scan("A12345678A\r")
    assert stand.terminal.visit.card_number == CardNumber("12345678")
    assert (former.is_on, stand.port.is_on) == (False, True)
