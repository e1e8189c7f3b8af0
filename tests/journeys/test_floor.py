"""The floor itself: the card before the camera, idle time, a service that goes away and comes back, keys that lead nowhere."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from floor import Floor

from kiosk.domain.profile import TimeLimits
from kiosk.profiles import load_profile
from kiosk.scanner.sample_cards import card_video
from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]


@pytest.fixture
def card_of(tmp_path: Path) -> Callable[[str, str], str]:
    """A camera that sees a demo patron's card held to it, again and again."""
    from kiosk.central.demo import demo_patrons

    def make(profile: str, key: str) -> str:
        library = load_profile(profile)
        patron = next(each for each in demo_patrons(library) if each.key == key)
        video = tmp_path / "card.avi"
        card_video(video, patron.card_number, library.card, seconds=2.0)
        return f"{video}?loop"

    return make


@pytest.mark.rule("TE-02")
def test_a_card_held_to_the_camera_logs_in_with_the_password(open_terminal: OpenTerminal, card_of: Callable[..., str]) -> None:
    floor = open_terminal("kumamoto", camera=card_of("kumamoto", "everyday"))
    floor.tap_to("show-card", Step.LOGIN)
    floor.until(lambda: floor.terminal.visit.card_number is not None, "the card")
    assert floor.terminal.presenter.preview() is None  # the camera is released
    floor.type(floor.patron("everyday").password)
    floor.tap_to("primary", Step.MENU)


@pytest.mark.rule("TE-02")
def test_a_hand_scanner_that_types_shows_the_card(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.finger.scan(f"A{floor.patron('everyday').card_number}A")
    floor.until(lambda: floor.terminal.visit.step is Step.LOGIN and floor.terminal.visit.card_number, "the card")


@pytest.mark.rule("TE-05")
def test_an_idle_visit_is_counted_down_and_leaves_nothing(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto", time_limits=TimeLimits(idle_seconds=30, idle_logged_in_seconds=1, countdown_seconds=6))
    floor.tap_to("show-card", Step.LOGIN)
    floor.log_in("everyday")
    floor.until(lambda: floor.terminal.idle.phase is IdlePhase.WARNING, "the countdown")
    floor.finger.tap("continue")
    floor.until(lambda: floor.terminal.idle.phase is IdlePhase.ACTIVE, "going on")
    session, number = floor.terminal.visit.session, floor.terminal.visit.visit_id
    assert session is not None
    floor.until(lambda: floor.terminal.visit.visit_id != number, "the end of the visit")
    floor.at(Step.REST)
    gc.collect()
    still_known = [each for each in gc.get_objects() if each is session]
    assert len(still_known) <= 1  # this test's own
    assert not floor.says(floor.patron("everyday").card_number)


@pytest.mark.rule("TE-04")
def test_without_the_service_the_terminal_says_so_keeps_the_cart_and_comes_back(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.show_title("karamazov-1", "からまーぞ")
    floor.finger.tap("primary")
    floor.service.kill()
    floor.tap_to("top-search", Step.SEARCH)
    floor.finger.tap("primary")
    floor.until(lambda: floor.says("図書館のコンピューターにつながりません。"), "the sentence")
    assert len(floor.terminal.visit.cart) == 1
    floor.service.start()
    floor.tap_to("retry", Step.RESULTS)


@pytest.mark.rule("TE-04")
def test_a_terminal_without_its_service_is_out_of_service_and_returns_by_itself(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.service.kill()
    floor.until(lambda: floor.terminal.visit.step is Step.OUT_OF_SERVICE, "out of service", patience_seconds=60)
    floor.service.start()
    floor.at(Step.REST)


@pytest.mark.rule("TE-04")
def test_a_service_killed_while_holds_are_sent_ends_in_the_truth(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.log_in_to_menu("many_contacts")
    floor.show_title("karamazov-1", "からまーぞ")
    floor.tap_to_cart()
    floor.tap_to("primary", Step.PICKUP)
    floor.finger.tap("contact-none")
    floor.tap_to("primary", Step.CONFIRM)
    floor.service.kill()
    floor.finger.tap("primary")
    floor.until(lambda: floor.terminal.is_sending, "sending")
    assert floor.terminal.idle.phase is IdlePhase.ACTIVE
    floor.service.start()
    floor.until(lambda: not floor.terminal.is_sending, "the outcome", patience_seconds=60)
    held = {hold.title.title_id for hold in floor.api.holds(floor.session("many_contacts")).holds}
    assert ("karamazov-1" in held) == (floor.terminal.visit.step is Step.DONE)
    assert floor.says("予約は受け付けられていません。") != (floor.terminal.visit.step is Step.DONE)


@pytest.mark.rule("TE-01")
def test_no_key_leads_out_of_the_application(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    for key in (27, 282, 283, 292, 293):  # escape, F1, F2, F11, F12
        floor.finger.press_key(key)
    assert floor.terminal.visit.step is Step.REST
    assert floor.finger.is_open


@pytest.mark.rule("KK-04", "TE-01")
def test_the_language_changes_in_one_touch_and_nothing_typed_is_lost(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitakyushu")
    floor.tap_to("search-field", Step.SEARCH)
    floor.type("あい")
    floor.finger.tap("language-en")
    floor.until(lambda: floor.terminal.words.language == "en", "English")
    assert floor.state.form.fields[0].shown == "あい"
    assert "top-cart" in floor.finger.names()
