"""No way of reading makes a number of what is none, nor a short number of half a code."""

import cv2
import numpy as np
import pytest
from bars_in_view import CARD, Held, grey_shown, region_of

from kiosk.domain.card import Symbology
from kiosk.scanner.frame import Grey
from kiosk.scanner.pipeline import PATIENT_WAYS
from kiosk.scanner.straighten import WIDE_MARGIN, Strip, straighten
from kiosk.scanner.strip_reading import Way, as_it_is, evened_out

NW7 = (Symbology.CODABAR,)
WAYS: dict[str, Way] = {"as it is": as_it_is, "evened": evened_out, **{way.name: way.read for way in PATIENT_WAYS}}
HELD = Held(module=2.4, height=70)
SEEDS = range(6)

every_way = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)


def noise(seed: int) -> Grey:
    rng = np.random.default_rng(seed)
    fine = rng.integers(0, 256, (720, 1280), dtype=np.uint8)
    return fine if seed % 2 else cv2.GaussianBlur(fine, (0, 0), 1.5)


def text(seed: int) -> Grey:
    rng = np.random.default_rng(seed)
    grey = np.full((720, 1280), 235, np.uint8)
    for y in range(300, 440, 26):
        words = "".join(rng.choice(list("Il1|iTH abcdefmn"), 60))
        cv2.putText(grey, words, (int(rng.integers(200, 300)), y), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 30, 2, cv2.LINE_AA)
    return grey


def stripes(seed: int) -> Grey:
    """Upright stripes of changing width, as of a shirt, blinds or the spines of books."""
    rng = np.random.default_rng(seed)
    widths = rng.integers(2, 9, 600)
    row = np.repeat(np.where(np.arange(600) % 2, 40, 220), widths)[:1280]
    return np.tile(row.astype(np.uint8), (720, 1))


def strip_of(grey: Grey, margin: float = 0.1) -> Strip:
    return straighten(grey, region_of(HELD.corners(CARD)), margin)


@every_way
@pytest.mark.parametrize("scene", [noise, text, stripes])
def test_no_number_is_made_of_what_is_no_code(way, scene):
    for seed in SEEDS:
        assert way(strip_of(scene(seed)), NW7) == [], seed


def cut_by_glare(place: float, width: float, text: str = CARD) -> Grey:
    """Bars that are burnt out over their whole height, from one place on (a share of their length)."""
    corners = HELD.corners(text)
    left, length = corners[0][0], corners[1][0] - corners[0][0]
    grey = grey_shown(text, HELD)
    grey[:, round(left + place * length) : round(left + (place + width) * length)] = 255
    return grey


@every_way
@pytest.mark.parametrize("margin", [0.1, WIDE_MARGIN])
@pytest.mark.parametrize("place", [0.15, 0.3, 0.45, 0.6, 0.75])
def test_a_number_cut_by_glare_is_not_given_as_a_shorter_one(way, margin, place):
    strip = strip_of(cut_by_glare(place, 0.1), margin)
    assert {one.payload for one in way(strip, NW7)} <= {CARD}


@every_way
@pytest.mark.parametrize(
    ("text", "place"), [("A29A0012A45A", 0.6), ("A2900A12345A", 0.35), ("A2900A12345A", 0.5)], ids=["last", "right", "left"]
)
def test_the_rest_of_a_code_is_no_code_though_it_has_its_own_ends(way, text, place):
    """The start and stop characters may stand within a code: with glare beside one, what is left is whole by itself."""
    strip = straighten(cut_by_glare(place, 0.06, text), region_of(HELD.corners(text)))
    assert {one.payload for one in way(strip, NW7)} <= {text}
