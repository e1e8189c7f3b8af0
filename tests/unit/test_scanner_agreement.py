"""How frames agree on a card, and what the person is told meanwhile."""

import pytest

from kiosk.domain.card import CardNumber
from kiosk.scanner.agreement import Agreement
from kiosk.scanner.sight import Guidance, Judgement, Sight

ONE, OTHER = CardNumber("1111111111"), CardNumber("2222222222")


def accepted(agreement: Agreement, *frames: CardNumber | None) -> list[CardNumber | None]:
    found = []
    for frame in frames:
        agreement = agreement.after(frame)
        found.append(agreement.accepted)
    return found


@pytest.mark.rule("TE-02")
def test_a_number_is_accepted_on_the_frame_that_completes_it():
    assert accepted(Agreement(needed=3), ONE, ONE, ONE) == [None, None, ONE]


def test_frames_without_a_number_do_not_reset():
    assert accepted(Agreement(needed=3, within=8), ONE, None, None, ONE, None, ONE)[-1] == ONE


def test_numbers_too_far_apart_do_not_add_up():
    assert accepted(Agreement(needed=2, within=4), ONE, None, None, None, ONE)[-1] is None


def test_another_number_in_between_starts_the_count_anew():
    assert accepted(Agreement(needed=3), ONE, ONE, OTHER, ONE, ONE) == [None] * 5
    assert accepted(Agreement(needed=3), ONE, ONE, OTHER, ONE, ONE, ONE)[-1] == ONE


def test_a_card_held_on_is_accepted_once():
    assert accepted(Agreement(needed=2), *[ONE] * 50).count(ONE) == 1


def test_a_card_taken_away_and_shown_again_is_accepted_again():
    shown, gone = [ONE] * 3, [None] * 5
    assert accepted(Agreement(needed=2, away=5), *shown, *gone, *shown).count(ONE) == 2
    assert accepted(Agreement(needed=2, away=5), *shown, *gone[1:], *shown).count(ONE) == 1


def test_another_card_is_accepted_while_one_is_held_off():
    assert accepted(Agreement(needed=2).holding_off(ONE), ONE, ONE, OTHER, OTHER)[-1] == OTHER


def test_a_card_lying_since_before_counts_only_once_it_was_away():
    agreement = Agreement(needed=2, away=3).holding_off(ONE)
    assert accepted(agreement, ONE, ONE, ONE, None, ONE, ONE) == [None] * 6
    assert accepted(agreement, ONE, None, None, None, ONE, ONE)[-1] == ONE


def guided(*judgements: Judgement, needed: int = 2) -> list[Sight]:
    agreement, guidance, sights = Agreement(needed=needed), Guidance(), []
    for judgement in judgements:
        agreement = agreement.after(judgement.number)
        guidance = guidance.after(judgement, agreement)
        sights.append(guidance.sight)
    return sights


CARD, BOOK, EMPTY = Judgement(number=ONE), Judgement(is_wrong=True), Judgement()


def test_a_card_is_seen_then_read_and_stays_read_while_it_is_held():
    assert guided(CARD, CARD, CARD, EMPTY, CARD) == [Sight.CODE_SEEN, *[Sight.READ] * 4]


def test_nothing_is_said_only_after_some_empty_frames():
    sights = guided(CARD, *[EMPTY] * 6)
    assert sights[:6] == [Sight.CODE_SEEN] * 6
    assert sights[6] is Sight.NOTHING


def test_one_misread_frame_is_not_called_a_wrong_code():
    assert Sight.WRONG_CODE not in guided(CARD, BOOK, CARD, BOOK, CARD)
    assert guided(BOOK, BOOK) == [Sight.NOTHING, Sight.WRONG_CODE]
