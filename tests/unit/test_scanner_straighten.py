"""A strip is the bars laid straight, however they lay in the picture, and knows the way back."""

import cv2
import numpy as np
import pytest
from bars_in_view import CARD, Held, grey_shown, region_of

from kiosk.scanner.locate import locate
from kiosk.scanner.sample_cards import bar_code
from kiosk.scanner.straighten import MARGIN, WIDE_MARGIN, Strip, glimpse, lean, straighten, straighten_again

MODULES = (bar_code(CARD).shape[1] - 80) / 4


def strip_of(held: Held, **options: float) -> Strip:
    return straighten(grey_shown(held=held), region_of(held.corners(CARD)), **options)


def sameness(strip: Strip) -> float:
    """The least that a row of the middle half is like their mean: 1 where all bars are upright."""
    rows = len(strip.grey)
    middle = strip.grey[rows // 4 : -rows // 4]
    return min(float(np.corrcoef(row, middle.mean(axis=0))[0, 1]) for row in middle)


@pytest.mark.parametrize("degrees", [0, 37, 90, 140, 205])
def test_bars_are_upright_in_the_strip_whatever_their_angle(degrees):
    strip = strip_of(Held(degrees=degrees))
    assert sameness(strip) > 0.95
    assert abs(lean(strip.grey)) < 0.05


@pytest.mark.parametrize(("shift", "held"), [(0.5, Held(lean=0.5)), (-0.3, Held(lean=-0.3)), (0.0, Held())])
def test_the_lean_of_bars_is_measured_in_pixels_across_a_row(shift, held):
    grey = grey_shown(held=held)[325:395, 300:980]
    assert lean(grey) == pytest.approx(shift, abs=0.06)


def test_a_picture_without_bars_has_some_lean_and_breaks_nothing():
    for size in ((8, 40), (64, 1000), (16, 500)):
        assert np.isfinite(lean(np.full(size, 128, np.uint8)))


@pytest.mark.parametrize("bend", [(-12, -12), (10, 10), (7, -7), (-8, 3)])
def test_what_bars_still_lean_is_taken_out_at_either_end(bend):
    """A region found a little awry: its corners are off along the code, at the left and at the right end by themselves."""
    held = Held(degrees=30)
    grey, corners = grey_shown(held=held), held.corners(CARD)
    along = (corners[1] - corners[0]) / np.linalg.norm(corners[1] - corners[0])
    corners[3] += bend[0] * along
    corners[2] += bend[1] * along
    awry = straighten(grey, region_of(corners))
    again = straighten_again(grey, awry)
    assert sameness(again) > 0.8
    assert sameness(again) > sameness(awry) + 0.1
    assert abs(lean(again.grey)) < 0.1


def test_bars_in_perspective_are_upright_after_they_were_located_and_straightened_again():
    grey = grey_shown(held=Held(degrees=-20, lean=0.35, fan=0.12))
    strip = straighten_again(grey, straighten(grey, locate(grey)[0]))
    assert sameness(strip) > 0.95


def test_points_go_back_to_where_they_lie_in_the_picture():
    held = Held(degrees=63, lean=0.2)
    corners = held.corners(CARD)
    strip = strip_of(held)
    rows, width = strip.grey.shape
    margin = (width - np.linalg.norm(corners[1] - corners[0]) * strip.zoom) / 2
    inside = ((margin, 0), (width - 1 - margin, 0), (width - 1 - margin, rows - 1), (margin, rows - 1))
    assert np.array(strip.points_in_picture(inside)) == pytest.approx(corners, abs=2)


def test_points_of_the_picture_and_of_the_strip_are_each_others_image():
    strip = strip_of(Held(degrees=-50, fan=0.1))
    points = ((10.0, 3.0), (500.0, 0.0), (700.0, 40.0))
    there = np.array([strip.points_in_picture(points)])
    assert cv2.perspectiveTransform(there, np.linalg.inv(strip.back))[0] == pytest.approx(np.array(points), abs=0.01)


@pytest.mark.parametrize("module", [1.2, 2.5, 4])
def test_a_narrow_bar_has_several_pixels(module):
    strip = strip_of(Held(module=module))
    assert strip.zoom * module > 3
    assert strip.zoom >= 1


@pytest.mark.parametrize("margin", [MARGIN, WIDE_MARGIN])
def test_the_strip_shows_what_is_beyond_the_ends(margin):
    strip = strip_of(Held(module=2), margin=margin)
    length = MODULES * 2 * strip.zoom
    assert strip.grey.shape[1] == pytest.approx(length * (1 + 2 * margin), rel=0.05)


def test_a_region_over_the_edge_of_the_picture_is_cut_all_the_same():
    held = Held(centre=(60, 700), degrees=45)
    strip = strip_of(held)
    assert strip.grey.size > 0


def test_a_glimpse_is_the_strip_in_its_own_size_and_few_rows():
    held = Held(degrees=30)
    seen = glimpse(grey_shown(held=held), region_of(held.corners(CARD)))
    assert seen.zoom == 1
    assert seen.grey.shape[0] <= 16
    assert sameness(seen) > 0.9
