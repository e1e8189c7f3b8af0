"""Bars are found wherever they are and however they lie; what is no bars is found seldom, and nothing breaks on any picture."""

import math

import cv2
import numpy as np
import pytest
from bars_in_view import CARD, Corners, Held, grey_shown

from kiosk.scanner.locate import Region, locate

SIZE = (720, 1280)


def overlap(region: Region, corners: Corners) -> float:
    """The area both have in common, as a share of what either covers."""
    one, other = (np.array(each, np.float32) for each in (region.corners, corners))
    common = cv2.intersectConvexConvex(one, other)[0]
    return common / (cv2.contourArea(one) + cv2.contourArea(other) - common)


def turned_from(region: Region, degrees: float) -> float:
    """Degrees between the region's first edge and that direction, whichever way round."""
    (x0, y0), (x1, y1) = region.corners[:2]
    return abs((math.degrees(math.atan2(y1 - y0, x1 - x0)) - degrees + 90) % 180 - 90)


def best(held: Held) -> Region:
    return locate(grey_shown(held=held))[0]


@pytest.mark.parametrize("degrees", range(0, 180, 15))
def test_bars_are_found_at_every_angle_with_the_first_two_corners_along_the_code(degrees):
    held = Held(degrees=degrees)
    found = best(held)
    assert overlap(found, held.corners(CARD)) > 0.7
    assert turned_from(found, degrees) < 3


@pytest.mark.parametrize(
    "held",
    [
        Held(degrees=20, lean=0.4),
        Held(degrees=20, lean=-0.4),
        Held(degrees=-35, fan=0.15),
        Held(degrees=5, fan=-0.15, lean=0.2),
    ],
)
def test_bars_in_perspective_are_found(held):
    assert overlap(best(held), held.corners(CARD)) > 0.6


def test_small_bars_are_found():
    held = Held(module=1.2, height=45, degrees=25)
    assert overlap(best(held), held.corners(CARD)) > 0.55


def test_dark_and_grainy_bars_are_found():
    held = Held(degrees=40)
    dark = grey_shown(held=held) * 0.12 + np.random.default_rng(1).normal(0, 3, SIZE)
    found = locate(np.clip(dark, 0, 255).astype(np.uint8))
    assert overlap(found[0], held.corners(CARD)) > 0.6


@pytest.mark.parametrize("place", [(170, 60), (1110, 660)])
def test_bars_near_the_edge_of_the_picture_are_found(place):
    held = Held(module=2, centre=place, height=60)
    assert overlap(best(held), held.corners(CARD)) > 0.6


def test_halves_of_a_code_with_a_burnt_middle_are_joined():
    held = Held(module=3.5)
    grey = grey_shown(held=held)
    grey[:, 600:680] = 255
    assert any(overlap(each, held.corners(CARD)) > 0.7 for each in locate(grey))


def test_two_codes_are_two_regions():
    one, other = Held(centre=(400, 200)), Held(centre=(850, 520), degrees=70)
    grey = np.minimum(grey_shown(held=one), grey_shown(held=other))
    found = locate(grey)
    for held in (one, other):
        assert any(overlap(each, held.corners(CARD)) > 0.55 for each in found)


@pytest.mark.parametrize("grey_level", [0, 127, 255])
def test_an_empty_picture_has_no_bars(grey_level):
    assert locate(np.full(SIZE, grey_level, np.uint8)) == []


@pytest.mark.parametrize("seed", range(3))
def test_noise_has_no_bars(seed):
    assert locate(np.random.default_rng(seed).integers(0, 256, SIZE, dtype=np.uint8)) == []


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (23, 400), (400, 23), (24, 24), (7, 2000)])
def test_a_tiny_picture_breaks_nothing(size):
    assert locate(np.random.default_rng(0).integers(0, 256, size, dtype=np.uint8)) == []


@pytest.mark.parametrize("most", [1, 2, 4, 8])
def test_no_more_regions_than_asked_are_given_best_first(most):
    grey = np.random.default_rng(2).integers(90, 160, SIZE, dtype=np.uint8)
    for x in range(150, 1280, 250):
        for y in range(100, 720, 130):
            grey[y : y + 60, x - 80 : x + 80] = np.where(np.arange(160) % 9 < 4, 30, 220)
    found = locate(grey, most)
    assert len(found) == most
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_a_region_knows_its_centre_and_its_direction():
    one = Region(((0.0, 10.0), (10.0, 0.0), (14.0, 4.0), (4.0, 14.0)), 14.1, 5.7, 1.0)
    assert one.centre == pytest.approx((7, 7))
    assert math.degrees(one.angle) == pytest.approx(135)
