"""Readings are votes, and bars are known again from frame to frame."""

import numpy as np
import pytest

from kiosk.domain.card import Symbology
from kiosk.scanner.candidate import Candidate, Followed, follow, moved_on
from kiosk.scanner.locate import Region
from kiosk.scanner.report import Symbol
from kiosk.scanner.straighten import Strip

ONE, OTHER, THIRD = "A2900012345A", "A2900012346A", "A2900012845A"


def region(x: float = 100, y: float = 100, length: float = 200, height: float = 50) -> Region:
    return Region(((x, y), (x + length, y), (x + length, y + height), (x, y + height)), length, height, 1.0)


def symbol(payload: str, symbology: Symbology = Symbology.CODABAR, at: Region | None = None) -> Symbol:
    return Symbol(payload, symbology, (at or region()).corners, "zxing")


def elected(*payloads: str) -> str | None:
    strip = Strip(np.zeros((8, 40), np.uint8), np.eye(3), 1.0)
    one = Candidate(region(), strip, Followed(region()), readings=[symbol(each) for each in payloads])
    winners = one.elected()
    assert len(winners) < 2
    return winners[0].payload if winners else None


@pytest.mark.parametrize(
    ("readings", "winner"),
    [
        ([], None),
        ([ONE], None),
        ([ONE, ONE], ONE),
        ([ONE, OTHER], None),
        ([ONE, ONE, OTHER], ONE),
        ([OTHER, ONE, ONE], ONE),
        ([ONE, ONE, ONE, OTHER, OTHER], None),
        ([ONE, ONE, ONE, ONE, OTHER, OTHER], ONE),
        ([ONE, ONE, OTHER, THIRD], ONE),
        ([ONE, ONE, OTHER, OTHER], None),
    ],
)
def test_a_number_needs_two_votes_and_twice_as_many_as_any_other(readings, winner):
    assert elected(*readings) == winner


def test_readings_at_two_places_of_a_strip_are_two_codes():
    strip = Strip(np.zeros((8, 40), np.uint8), np.eye(3), 1.0)
    readings = [symbol(ONE), symbol(OTHER, at=region(x=400)), symbol(OTHER, at=region(x=405)), symbol(ONE)]
    winners = Candidate(region(), strip, Followed(region()), readings=readings).elected()
    assert {one.payload for one in winners} == {ONE, OTHER}


def test_a_part_of_a_code_is_a_vote_against_the_whole():
    strip = Strip(np.zeros((8, 40), np.uint8), np.eye(3), 1.0)
    readings = [
        symbol(ONE),
        symbol(ONE),
        symbol(OTHER, at=region(x=220, length=80)),
        symbol(OTHER, at=region(x=220, length=80)),
    ]
    assert Candidate(region(), strip, Followed(region()), readings=readings).elected() == []


def test_the_same_text_in_two_symbologies_is_two_things():
    strip = Strip(np.zeros((8, 40), np.uint8), np.eye(3), 1.0)
    readings = [symbol(ONE), symbol(ONE, Symbology.CODE39)]
    assert Candidate(region(), strip, Followed(region()), readings=readings).elected() == []


def test_bars_that_moved_a_little_are_known_again_with_what_was_tried_on_them():
    before = Followed(region(), good_way=3, next_way=4, ways_in_vain=2, frames_unseen=1)
    after = follow(region(x=140, y=120), [Followed(region(x=900)), before])
    assert (after.good_way, after.next_way, after.ways_in_vain) == (3, 4, 2)
    assert after.region == region(x=140, y=120)
    assert after.was is before.region
    assert after.frames_unseen == 0


def test_what_is_known_of_bars_before_is_not_changed_by_following_them():
    before = Followed(region(), frames_unseen=2)
    follow(region(x=110), [before]).next_way = 5
    assert before == Followed(region(), frames_unseen=2)


@pytest.mark.parametrize("place", [(260, 100), (100, 260), (800, 500)])
def test_bars_elsewhere_are_new_ones(place):
    fresh = follow(region(*place), [Followed(region(), good_way=1)])
    assert fresh == Followed(region(*place))


def test_bars_follow_their_symbol():
    before = Followed(region(), good_way=2, read_at=region(x=105).corners)
    after = moved_on(before, symbol(ONE, at=region(x=117, y=95)))
    assert after.region.corners == region(x=112, y=95).corners
    assert after.read_at == region(x=117, y=95).corners
    assert after.was is before.region
    assert after.good_way == 2
