"""The card before the camera, as people hold it: at an angle, on a phone, the wrong thing, the last one left lying."""

from collections.abc import Callable
from pathlib import Path

import pytest
from camera_video import VideoCamera, card, held, nothing, phone, two_cards
from floor import Floor
from unit.other_codes import EXAMPLE_ISBN, ean13_picture

from kiosk.domain.card import CardFormat
from kiosk.terminal.presenters.guidance import SightKind
from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]
PROFILE = "kumamoto"
ASKED = "カードのバーコードを、カメラに見せてください"
FOREIGN = ("20417365", CardFormat(min_length=8, max_length=8, start_stop="B"))
"""Number and format of a card that another library issued."""


@pytest.fixture
def camera(tmp_path: Path) -> VideoCamera:
    """A camera that looks at an empty wall."""
    camera = VideoCamera(tmp_path)
    camera.sees(nothing())
    return camera


@pytest.fixture
def floor(open_terminal: OpenTerminal, camera: VideoCamera) -> Floor:
    """A terminal with that camera."""
    return open_terminal(PROFILE, camera=camera.source)


def _number(floor: Floor, key: str) -> str:
    return floor.patron(key).card_number


def _wait_for_card(floor: Floor, key: str) -> None:
    """Waits until a card is accepted, which must be that patron's."""
    floor.until(lambda: floor.terminal.visit.card_number is not None, "the card")
    card_number = floor.terminal.visit.card_number
    assert card_number is not None
    assert card_number.value == _number(floor, key)


def _log_in(floor: Floor, key: str) -> None:
    """Waits for the patron's card and types the password."""
    _wait_for_card(floor, key)
    floor.type(floor.patron(key).password)
    floor.tap_to("primary", Step.MENU)


def _is_told(floor: Floor, *parts: str) -> None:
    """Waits for a sentence; no card has been taken meanwhile."""
    floor.until(lambda: floor.says(*parts), parts[0])
    assert floor.terminal.visit.card_number is None


@pytest.mark.rule("TE-02")
@pytest.mark.parametrize("degrees", [38.0, -64.0, 205.0])
def test_a_card_held_at_an_angle_by_a_moving_hand_logs_in(floor: Floor, camera: VideoCamera, degrees: float) -> None:
    camera.sees(card(_number(floor, "everyday"), degrees))
    floor.tap_to("show-card", Step.LOGIN)
    _log_in(floor, "everyday")


@pytest.mark.rule("TE-02")
@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_a_card_on_a_phone_logs_in(floor: Floor, camera: VideoCamera, is_dark: bool) -> None:
    camera.sees(held(phone(_number(floor, "everyday"), is_dark=is_dark), degrees=-12.0, share=0.7))
    floor.tap_to("show-card", Step.LOGIN)
    _log_in(floor, "everyday")


def test_the_card_of_another_library_is_told_and_the_own_one_then_logs_in(floor: Floor, camera: VideoCamera) -> None:
    number, card_format = FOREIGN
    camera.sees(card(number, 20.0, card_format))
    floor.tap_to("show-card", Step.LOGIN)
    _is_told(floor, "ほかの図書館のカードのようです")
    preview = floor.terminal.presenter.preview()
    middle = [sum(corner[axis] for corner in preview.outline) / len(preview.outline) for axis in (0, 1)]
    assert middle == pytest.approx([0.5, 0.56], abs=0.08), "the outline is round the bars"
    camera.sees(card(_number(floor, "everyday")))
    _log_in(floor, "everyday")


def test_a_book_held_to_the_camera_is_told_as_a_book(floor: Floor, camera: VideoCamera) -> None:
    camera.sees(held(ean13_picture(EXAMPLE_ISBN), 9.0, share=0.4))
    floor.tap_to("show-card", Step.LOGIN)
    _is_told(floor, "これは本のバーコードです", "図書館カードを見せてください")
    camera.sees(nothing())
    _is_told(floor, ASKED)


def test_of_two_cards_in_view_neither_is_taken(floor: Floor, camera: VideoCamera) -> None:
    camera.sees(two_cards(_number(floor, "everyday"), _number(floor, "elder")))
    floor.tap_to("show-card", Step.LOGIN)
    _is_told(floor, "カードは1枚だけ見せてください")
    camera.sees(card(_number(floor, "elder")))
    _log_in(floor, "elder")


@pytest.mark.rule("TE-02")
def test_a_camera_pulled_out_and_put_back_reads_on(floor: Floor, camera: VideoCamera) -> None:
    floor.tap_to("show-card", Step.LOGIN)
    floor.until(lambda: floor.terminal.presenter.preview() is not None, "the camera's picture")
    camera.pull_out()
    _is_told(floor, "カメラが使えません", "カードの番号を、ここに入れてください")
    assert floor.terminal.presenter.preview() is None
    floor.type("12")
    assert floor.state.form.fields[0].shown == "12"
    camera.put_back()
    _is_told(floor, ASKED)
    assert floor.state.form.fields[0].shown == "12", "what was keyed stays"
    camera.sees(card(_number(floor, "everyday")))
    _log_in(floor, "everyday")


@pytest.mark.rule("TE-02")
def test_a_camera_that_is_missing_from_the_start_is_used_once_it_is_there(floor: Floor, camera: VideoCamera) -> None:
    camera.sees(card(_number(floor, "everyday")))
    camera.pull_out()
    floor.tap_to("show-card", Step.LOGIN)
    _is_told(floor, "カメラが使えません")
    camera.put_back()
    _log_in(floor, "everyday")


@pytest.mark.parametrize("next_patron", ["elder", "everyday"], ids=["somebody else", "the same patron again"])
def test_a_card_left_lying_is_not_the_next_patrons(floor: Floor, camera: VideoCamera, next_patron: str) -> None:
    camera.sees(card(_number(floor, "everyday"), 6.0))
    floor.tap_to("show-card", Step.LOGIN)
    _log_in(floor, "everyday")
    floor.tap_to("top-log-out", Step.REST)
    floor.tap_to("show-card", Step.LOGIN)
    _is_told(floor, "前のカードが残っています", "自分のカードを見せてください")
    assert floor.state.guidance.kind is SightKind.WRONG
    camera.sees(card(_number(floor, next_patron)), empty_seconds=2.5)
    _log_in(floor, next_patron)


def test_a_patron_who_changes_their_mind_shows_the_same_card_at_once(floor: Floor, camera: VideoCamera) -> None:
    camera.sees(card(_number(floor, "everyday")))
    floor.tap_to("show-card", Step.LOGIN)
    _wait_for_card(floor, "everyday")
    floor.finger.tap("change-card")
    _log_in(floor, "everyday")


@pytest.mark.rule("TE-02")
def test_at_the_proof_of_identity_the_card_fills_in_its_number(floor: Floor, camera: VideoCamera) -> None:
    floor.tap_to("show-card", Step.LOGIN)
    floor.tap_to("register", Step.REGISTER_TERMS)
    floor.finger.tap("agree")
    floor.tap_to("primary", Step.REGISTER_IDENTITY)
    _is_told(floor, ASKED)
    camera.sees(card(_number(floor, "everyday"), -25.0))
    floor.until(lambda: floor.state.form.fields[0].shown, "the number")
    assert floor.state.form.fields[0].shown == _number(floor, "everyday")
    assert floor.state.form.fields[1].is_active
    assert floor.terminal.presenter.preview() is None
