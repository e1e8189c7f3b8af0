"""What is measured of bars, and what a person is told of a card that cannot be read."""

from collections.abc import Callable
from itertools import pairwise

import cv2
import numpy as np
import pytest

from kiosk.domain.card import CardFormat, Symbology
from kiosk.scanner.agreement import Agreement
from kiosk.scanner.frame import Frame, to_grey
from kiosk.scanner.guidance import Guidance
from kiosk.scanner.lamps import Lamps
from kiosk.scanner.locate import locate
from kiosk.scanner.measure import measured
from kiosk.scanner.pipeline import Pipeline
from kiosk.scanner.report import BarField
from kiosk.scanner.sample_cards import card_picture, held_up
from kiosk.scanner.shown_cards import ShownCards
from kiosk.scanner.sight import Sight, judge
from kiosk.scanner.straighten import straighten, straighten_again

FORMAT = CardFormat(start_stop="A")
SIZE = (1280, 720)
CARD = card_picture("2900012345")
MODULE_OF_A_SHARE = 5.0
"""Pixels of a narrow bar for a card as wide as the picture."""


def card(share: float = 0.5, degrees: float = 7.0, x: float = 0.5) -> Frame:
    return held_up(CARD, SIZE, (x, 0.5), share, degrees)


def blurred(frame: Frame, sigma: float) -> Frame:
    return cv2.GaussianBlur(frame, (0, 0), sigma)


def lamp(frame: Frame, radius: float) -> Frame:
    """A lamp mirrored where the bars are."""
    y, x = np.mgrid[: SIZE[1], : SIZE[0]]
    distance = np.hypot(x - 640, y - 385) / radius
    light = 320 / (1 + np.exp(np.clip(6 * (distance - 1), -30, 30)))
    return np.clip(frame + light[:, :, None], 0, 255).astype(np.uint8)


def dimmed(frame: Frame, light: float) -> Frame:
    """With a sensor's grain, which hides what little is left."""
    grain = np.random.default_rng(4).normal(0, 6, frame.shape[:2])[:, :, None]
    return np.clip(frame * light + grain, 0, 255).astype(np.uint8)


def best_field(frame: Frame) -> BarField:
    grey = to_grey(frame)
    region = locate(grey)[0]
    return measured(straighten_again(grey, straighten(grey, region)), region)


@pytest.mark.parametrize("share", [0.4, 0.5, 0.7])
def test_the_width_of_narrow_bars_is_measured(share):
    assert best_field(card(share)).module_pixels == pytest.approx(MODULE_OF_A_SHARE * share, rel=0.2)


def test_edges_are_as_wide_as_they_were_smeared():
    widths = [best_field(blurred(card(0.7), sigma)).edge_pixels for sigma in (0.5, 1.5, 3.0, 5.0)]
    assert widths == sorted(widths)
    assert widths[0] < 2.0
    assert widths[-1] > 8.0


def test_rows_of_bars_are_the_same_and_rows_of_grain_are_not():
    assert best_field(card()).sameness > 0.9
    assert best_field(dimmed(card(), 0.05)).sameness < 0.7


def test_white_paper_is_no_glare_and_a_lamp_over_the_bars_is():
    assert best_field(card()).glare < 0.02
    assert best_field(blurred(card(), 2.5)).glare < 0.02
    assert best_field(lamp(card(0.7), 60)).glare > 0.05


def test_only_a_lamps_image_that_was_not_there_before_is_noticed():
    lamps = Lamps()
    window = to_grey(lamp(np.full((*SIZE[::-1], 3), 110, np.uint8), 80))
    card_beside = np.maximum(window, to_grey(lamp(card(), 130)))
    assert lamps.mirrored(window) == 0
    assert lamps.mirrored(card_beside) > 0.02
    assert lamps.mirrored(window) == 0


class Watched:
    """The live pipeline and what is told of its frames; its clock stands, so that every frame has time for everything."""

    def __init__(self) -> None:
        self.pipeline = Pipeline((Symbology.CODABAR,), 1.0, clock=lambda: 0.0)
        self.agreement, self.guidance = Agreement(ShownCards(b"key"), needed=3), Guidance()
        self.sights: list[Sight] = []

    def show(self, *frames: Frame) -> "Watched":
        for frame in frames:
            judgement = judge(self.pipeline.look(frame), FORMAT)
            self.agreement = self.agreement.after(judgement, len(self.sights) / 15)
            self.guidance = self.guidance.after(judgement, self.agreement)
            self.sights.append(self.guidance.sight)
        return self


WALL = card(x=3.0)


@pytest.mark.parametrize(
    ("spoil", "share", "sight"),
    [
        (lambda frame: blurred(frame, 2.5), 0.35, Sight.BLURRED),
        (lambda frame: blurred(frame, 3.0), 0.5, Sight.BLURRED),
        (lambda frame: blurred(frame, 6.0), 0.62, Sight.BLURRED),
        (lambda frame: lamp(frame, 130), 0.55, Sight.GLARE),
        (lambda frame: lamp(frame, 200), 0.4, Sight.GLARE),
        (lambda frame: dimmed(frame, 0.03), 0.5, Sight.DARK),
        (lambda frame: blurred(frame, 0.7), 0.14, Sight.TOO_FAR),
    ],
)
def test_a_card_that_is_not_read_is_told_why(spoil: Callable[[Frame], Frame], share, sight):
    degrees = 0.0 if sight is Sight.TOO_FAR else 7.0
    watched = Watched().show(WALL, WALL, *[spoil(card(share, degrees))] * 8)
    assert watched.sights[-1] is sight
    assert Sight.READ not in watched.sights


@pytest.mark.parametrize(
    ("spoil", "sight"), [(lambda frame: blurred(frame, 4.0), Sight.BLURRED), (lambda frame: lamp(frame, 130), Sight.GLARE)]
)
def test_what_goes_wrong_for_two_seconds_is_told_in_one_steady_sentence(spoil: Callable[[Frame], Frame], sight):
    held = [card(0.5, 7 + 2 * np.sin(moment), 0.5 + 0.006 * np.cos(moment)) for moment in range(30)]
    sights = Watched().show(WALL, WALL, *map(spoil, held)).sights
    assert sights[-1] is sight
    assert sum(one is not before for before, one in pairwise(sights)) <= 2


def test_a_wall_is_nothing():
    assert set(Watched().show(*[WALL] * 8).sights) == {Sight.NOTHING}
