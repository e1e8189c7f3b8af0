"""What the terminal tells the camera, and that it lets go of it."""

import pytest
from terminal_stand import Stand


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


def test_the_camera_in_trouble_and_back_changes_what_is_said():
    stand = Stand()
    stand.presenter.show_card()
    asking = stand.state.guidance.sentence
    stand.reader.on_sight("no_camera")
    assert stand.state.guidance.sentence != asking
    assert stand.state.guidance.offers_keys
    stand.reader.on_sight("nothing")
    assert stand.state.guidance.sentence == asking
