"""The outline round a code in the camera's picture: where it stands and how it follows."""

from math import dist

import pytest

from kiosk.ui.outline import filling, followed, turned_to, widened

SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0)]


@pytest.mark.parametrize(("picture", "box"), [((640, 360), (992, 420)), ((640, 360), (400, 700)), ((64, 48), (64, 48))])
def test_a_picture_covers_its_box_without_being_squeezed(picture, box):
    width, height = filling(picture, box)
    assert width / height == pytest.approx(picture[0] / picture[1])
    assert width >= box[0]
    assert height >= box[1]
    assert width == pytest.approx(box[0]) or height == pytest.approx(box[1])


@pytest.mark.parametrize("start", range(4))
@pytest.mark.parametrize("is_turned_over", [False, True])
def test_a_code_that_begins_at_another_corner_keeps_its_outline(start, is_turned_over):
    other = SQUARE[start:] + SQUARE[:start]
    assert turned_to(other[::-1] if is_turned_over else other, SQUARE) == SQUARE


def test_an_outline_goes_its_share_of_the_way_and_arrives():
    moved = [(x + 10, y) for x, y in SQUARE]
    assert followed(SQUARE, moved, 0.6) == [(x + 6, y) for x, y in SQUARE]
    shown = SQUARE
    for _picture in range(8):
        shown = followed(shown, moved, 0.6)
    assert max(dist(one, other) for one, other in zip(shown, moved, strict=True)) < 0.01


def test_an_outline_of_other_corners_is_taken_as_it_is():
    assert followed(SQUARE, SQUARE[:3], 0.5) == SQUARE[:3]


def test_an_outline_stands_around_the_bars():
    corners = widened(SQUARE, 1.0)
    assert [dist(one, other) for one, other in zip(corners, SQUARE, strict=True)] == pytest.approx([1.0] * 4)
    assert min(x for x, _ in corners) < 0
    assert widened([], 1.0) == []
    assert widened([(1.0, 1.0)], 1.0) == [(1.0, 1.0)]
