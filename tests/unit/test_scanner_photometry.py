"""Blur, grain, shade and glare are taken out of a line of bars; what the bars say, they still say."""

import cv2
import numpy as np
import pytest
from bars_in_view import CARD

from kiosk.scanner.photometry import bands, deblurred, evened, inverse_blurs, picture
from kiosk.scanner.sample_cards import bar_code

WINDOW = 112
MODULE = 4
SHARP = bar_code(CARD, 1)[0, :, 0].astype(np.float32)
"""One row of bars: 0 and 255, four pixels a narrow bar."""


def strip(line: np.ndarray = SHARP, rows: int = 60) -> np.ndarray:
    return np.clip(np.tile(line, (rows, 1)), 0, 255).astype(np.uint8)


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


@pytest.mark.parametrize("count", [1, 3, 4])
def test_a_band_is_the_mean_of_its_rows(count):
    grey = strip() // 2
    lines = bands(grey, count, WINDOW)
    assert lines.shape == (count, grey.shape[1])
    for line in lines:
        assert line == pytest.approx(grey[0], abs=0.5)


def test_there_are_no_more_bands_than_rows():
    assert len(bands(strip(rows=2), 4, WINDOW)) == 2


def test_the_grain_of_single_rows_is_averaged_out():
    grainy = np.clip(strip() * 0.5 + 60 + np.random.default_rng(3).normal(0, 40, (60, len(SHARP))), 0, 255).astype(np.uint8)
    assert likeness(bands(grainy, 1, WINDOW)[0], SHARP) > 0.99


def test_rows_burnt_by_glare_are_left_out():
    grey = strip(SHARP * 0.6 + 40)
    grey[:45, 150:700] = 255
    assert likeness(bands(grey, 1, WINDOW)[0], SHARP) > 0.95
    assert likeness(grey.mean(axis=0), SHARP) < 0.9


def test_what_no_row_shows_is_ink_so_that_no_code_seems_to_end_there():
    grey = strip(SHARP * 0.6 + 40)
    middle = len(SHARP) // 2
    grey[:, middle - 100 : middle + 100] = 255
    line = evened(bands(grey, 1, WINDOW), WINDOW)[0]
    assert line[middle - 60 : middle + 60].max() < 0.5
    assert likeness(line[: middle - 120], SHARP[: middle - 120]) > 0.9


def test_white_paper_alone_is_not_taken_for_glare():
    grey = strip(SHARP * 0.9 + 10)
    assert bands(grey, 1, WINDOW)[0] == pytest.approx(grey[0], abs=1)


def test_ink_is_0_and_paper_is_1_under_a_shade():
    shade = np.linspace(0.25, 1.0, len(SHARP), dtype=np.float32)
    line = evened(((SHARP * 0.7 + 30) * shade)[None], WINDOW)[0]
    assert line[SHARP == 0].max() < 0.25
    inside = slice(60, -60)
    assert line[inside][SHARP[inside] == 255].min() > 0.75


def test_light_bars_on_dark_come_out_as_ink_on_paper():
    line = evened(255 - SHARP[None], WINDOW, is_light_on_dark=True)[0]
    assert likeness(line, SHARP) > 0.98
    assert line[SHARP == 0].max() < 0.25


def test_there_is_paper_where_there_is_no_ink():
    quiet = np.pad(SHARP * 0.7 + 30, 400, mode="edge") + np.random.default_rng(4).normal(0, 2, len(SHARP) + 800)
    line = evened(quiet.astype(np.float32)[None], WINDOW)[0]
    assert line[:250].min() > 0.5
    assert line[-250:].min() > 0.5


def test_an_even_line_breaks_nothing():
    assert np.isfinite(evened(np.full((2, 300), 90, np.float32), WINDOW)).all()


def blurred(kernel: np.ndarray) -> np.ndarray:
    return cv2.filter2D(SHARP[None], -1, kernel[None] / kernel.sum(), borderType=cv2.BORDER_REPLICATE)


@pytest.mark.parametrize("sigma", [2.5, 4.0, 5.0])
def test_focus_blur_is_taken_out(sigma):
    soft = blurred(cv2.getGaussianKernel(61, sigma)[:, 0])
    sharp = deblurred(soft, inverse_blurs(2048, (sigma,), (), 1e-3))
    assert likeness(sharp, SHARP) > likeness(soft, SHARP) + 0.05


@pytest.mark.parametrize("length", [7, 11, 15])
def test_motion_blur_is_taken_out(length):
    soft = blurred(np.ones(length))
    sharp = deblurred(soft, inverse_blurs(2048, (), (float(length),), 1e-3))
    assert likeness(sharp, SHARP) > likeness(soft, SHARP) + 0.05
    assert likeness(sharp, SHARP) > 0.9


def test_each_line_is_given_under_each_inverse_blur():
    kernels = inverse_blurs(2048, (1.0, 2.0), (3.0, 5.0, 7.0), 1e-3)
    soft = blurred(cv2.getGaussianKernel(61, 2.0)[:, 0])
    lines = np.concatenate([soft, 255 - soft])
    sharp = deblurred(lines, kernels)
    assert sharp.shape == (10, len(SHARP))
    assert likeness(sharp[1], SHARP) > 0.9
    assert likeness(sharp[6], SHARP) < -0.9


def test_a_line_is_shown_as_a_few_equal_rows_of_bytes():
    shown = picture(np.array([-0.5, 0.0, 0.5, 1.0, 1.7], np.float32))
    assert shown.dtype == np.uint8
    assert shown.shape[1] == 5
    assert shown.shape[0] > 2
    assert {tuple(row) for row in shown.tolist()} == {(0, 0, 127, 255, 255)}
