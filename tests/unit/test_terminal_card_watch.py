"""What the terminal tells the camera, and that it lets go of it."""

from dataclasses import replace

import pytest
from terminal_stand import CardReader, Stand

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner.scanned_text import HandScan
from kiosk.scanner.sight import Sight
from kiosk.terminal.presenters import PRESENTERS
from kiosk.terminal.terminal import Terminal
from kiosk.terminal.visit import Step


@pytest.mark.rule("TE-02")
def test_the_camera_is_told_one_visit_from_another():
    stand, visits = Stand(), []
    for _ in range(2):
        stand.presenter.show_card()
        visits.append(stand.reader.visit_id)
        stand.presenter.change_card()
        visits.append(stand.reader.visit_id)
        stand.terminal.end_visit()
    first, again, second, _ = visits
    assert first == again
    assert first != second
    assert not stand.reader.is_on


def test_the_camera_is_told_of_cards_that_it_has_not_read_itself():
    stand, first, second = Stand(), CardNumber("2900012345"), CardNumber("2900067899")
    stand.presenter.show_card()
    stand.keys("2900012345")
    stand.presenter.submit()
    assert stand.terminal.visit.card_number == first
    stand.presenter.change_card()
    stand.presenter.card_scanned(HandScan(second, Sight.READ))
    assert stand.terminal.visit.card_number == second
    assert not stand.reader.is_on
    visit_id = stand.reader.visit_id
    stand.presenter.change_card()
    stand.reader.show("2900054321")
    assert stand.reader.told == [(hash(first), visit_id), (hash(second), visit_id)]


def test_the_camera_is_told_of_a_card_that_was_keyed_at_the_proof_of_identity():
    stand = Stand()
    patron = stand.library.add_patron(password="")
    stand.presenter.register()
    stand.presenter.agree(True)
    stand.presenter.accept()
    stand.enter(card_number=patron.card, birth_date="19900401", phone="0963845000")
    assert stand.step is Step.REGISTER_PASSWORD
    assert [mark for mark, _ in stand.reader.told] == [hash(CardNumber(patron.card))]


def test_the_camera_in_trouble_and_back_changes_what_is_said():
    stand = Stand()
    stand.presenter.show_card()
    asking = stand.state.guidance.sentence
    stand.reader.on_sight("no_camera")
    assert stand.state.guidance.sentence != asking
    assert stand.state.guidance.offers_keys
    stand.reader.on_sight("nothing")
    assert stand.state.guidance.sentence == asking


def test_the_camera_is_let_go_at_the_end():
    stand = Stand()
    stand.presenter.show_card()
    assert stand.reader.is_on
    stand.terminal.close()
    assert not stand.reader.is_on


def test_the_camera_reads_cards_as_the_library_describes_them_now():
    stand, formats = Stand(), []

    def card_reader(card_format: CardFormat) -> CardReader:
        formats.append(card_format)
        return stand.reader

    terminal = Terminal(replace(stand.terminal.outside, card_reader=card_reader), PRESENTERS)
    place = stand.api.profile()
    others = replace(place.profile, card=CardFormat(min_length=8, max_length=8))
    for profile in (place.profile, place.profile, others, replace(others, name={"ja": "図書館"})):
        terminal.start(replace(place, profile=profile))
    assert formats == [place.profile.card, others.card]
