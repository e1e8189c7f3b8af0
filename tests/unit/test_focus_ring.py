"""The frame round the focus stands out from whatever it lies on."""

from dataclasses import astuple

import pytest

from kiosk.terminal.comfort import Comfort
from kiosk.ui.palette import contrast
from kiosk.ui.theme import Theme

LEAST = 3.0
"""WCAG 2.2, 1.4.11 and 2.4.13."""


@pytest.mark.parametrize("is_high_contrast", [False, True])
def test_one_of_its_two_colours_stands_out_from_every_ground(is_high_contrast):
    colours = Theme.for_screen(1920, 1080, 23.8, Comfort(is_high_contrast=is_high_contrast)).colours
    assert contrast(colours.ink, colours.surface) >= LEAST
    grounds = [each for each in astuple(colours) if len(each) == 4 and each[3] == 1]
    assert grounds
    for ground in grounds:
        assert max(contrast(colours.ink, ground), contrast(colours.surface, ground)) >= LEAST
