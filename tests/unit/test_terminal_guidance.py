"""What a patron is told while the card is not read yet, and when the keys are offered."""

import pytest
from terminal_stand import Stand

from kiosk.domain.card import CardNumber
from kiosk.terminal.presenters.guidance import KEYS_OFFERED_AFTER_SECONDS, SightKind
from kiosk.terminal.visit import Step

ALMOST, REST = KEYS_OFFERED_AFTER_SECONDS - 0.5, 1.0


def at_the_card() -> Stand:
    stand = Stand()
    stand.presenter.show_card()
    stand.later(0.25)
    return stand


@pytest.mark.parametrize(
    ("sight", "sentence", "kind"),
    [
        ("code_seen", "読み取っています", SightKind.READING),
        ("too_far", "近づけて", SightKind.ADVICE),
        ("blurred", "動かさずに", SightKind.ADVICE),
        ("glare", "傾けて", SightKind.ADVICE),
        ("dark", "明るいほうへ", SightKind.ADVICE),
        ("book", "これは本のバーコードです", SightKind.WRONG),
        ("wrong_card", "ほかの図書館のカード", SightKind.WRONG),
        ("wrong_code", "図書館カードのバーコードではない", SightKind.WRONG),
        ("two_cards", "1枚だけ", SightKind.ADVICE),
        ("left_lying", "前のカードが残っています", SightKind.WRONG),
        ("read", "読み取りました", SightKind.READ),
        ("no_camera", "カメラが使えません", SightKind.NO_CAMERA),
    ],
)
def test_every_sight_says_what_to_do(sight, sentence, kind):
    stand = at_the_card()
    assert stand.state.guidance.kind is SightKind.ASKING
    stand.reader.on_sight(sight)
    assert sentence in stand.state.guidance.sentence
    assert stand.state.guidance.kind is kind


@pytest.mark.rule("TE-02")
def test_the_keys_are_offered_to_whoever_waits_and_can_be_used_before():
    stand = at_the_card()
    stand.keys("1")
    assert stand.state.form.fields[0].shown == "1"
    stand.later(ALMOST)
    assert not stand.state.guidance.offers_keys
    drawn = []
    stand.terminal.subscribe(lambda: drawn.append(stand.state.guidance.offers_keys))
    stand.later(REST)
    assert drawn == [True], "the screen is told once"
    assert stand.state.form.fields[0].shown == "1"


def test_another_sight_does_not_take_the_offer_back():
    stand = at_the_card()
    stand.later(ALMOST + REST)
    stand.reader.on_sight("too_far")
    assert stand.state.guidance.offers_keys


def test_the_wait_begins_anew_with_another_card():
    stand = at_the_card()
    stand.later(ALMOST + REST)
    stand.reader.show("1234567890")
    assert not stand.state.guidance.offers_keys
    stand.later(1)
    stand.presenter.change_card()
    stand.later(ALMOST)
    assert not stand.state.guidance.offers_keys
    stand.later(REST)
    assert stand.state.guidance.offers_keys


@pytest.mark.rule("TE-02")
def test_without_a_camera_the_keys_are_offered_at_once_until_it_is_back():
    stand = at_the_card()
    stand.reader.on_sight("no_camera")
    assert stand.state.guidance.offers_keys
    stand.reader.on_sight("nothing")
    assert not stand.state.guidance.offers_keys


def test_the_proof_of_identity_is_guided_like_the_login():
    stand = Stand()
    stand.terminal.open(Step.REGISTER_IDENTITY)
    stand.reader.on_sight("book")
    assert stand.state.guidance.kind is SightKind.WRONG
    stand.later(ALMOST + REST)
    assert stand.state.guidance.offers_keys
    stand.reader.on_card(CardNumber("1234567890"))
    assert not stand.state.guidance.offers_keys
