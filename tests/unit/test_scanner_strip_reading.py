"""Each way of reading reads what it is for, and none makes a number of what is none."""

import cv2
import numpy as np
import pytest
from bars_in_view import CARD, Held, grey_shown, region_of, shown
from other_codes import EXAMPLE_ISBN, ean13_picture

from kiosk.domain.card import Symbology
from kiosk.scanner.frame import Grey, to_grey
from kiosk.scanner.locate import Region
from kiosk.scanner.straighten import Strip, straighten
from kiosk.scanner.strip_reading import Way, as_it_is, by_zbar, contrasted, evened_out, is_light_on_dark, refocused

NW7 = (Symbology.CODABAR,)
ANY = (Symbology.CODABAR, Symbology.CODE39, Symbology.CODE128, Symbology.ITF, Symbology.EAN13, Symbology.OTHER)
WAYS: dict[str, Way] = {
    "as it is": as_it_is,
    "evened": evened_out,
    "zbar": by_zbar,
    "contrasted": contrasted,
    "refocused": refocused(1e-3, 1),
    "refocused in bands": refocused(1e-3, 3),
    "refocused finely": refocused(1e-4, 1),
    "refocused coarsely": refocused(1e-2, 3),
}
FOCUS = {name: 0.8 if name.startswith("refocused") else 0.0 for name in WAYS}
"""What each way is shown to read, as the standard deviation of a blur: refocusing is for what is a little blurred at least."""
HELD = Held(module=2.0, height=70)
SHADE = np.linspace(0.2, 1.0, 1280, dtype=np.float32)

every_way = pytest.mark.parametrize(("way", "blur"), [(way, FOCUS[name]) for name, way in WAYS.items()], ids=WAYS)


def strip_of(grey: Grey, held: Held = HELD, text: str = CARD) -> Strip:
    return straighten(np.clip(grey, 0, 255).astype(np.uint8), region_of(held.corners(text)))


def plain(held: Held = HELD) -> Grey:
    return grey_shown(held=held)


def grainy(grey: Grey, sigma: float, seed: int = 1) -> Grey:
    return np.clip(grey + np.random.default_rng(seed).normal(0, sigma, grey.shape), 0, 255).astype(np.uint8)


def out_of_focus(sigma: float, held: Held = HELD) -> Grey:
    return cv2.GaussianBlur(plain(held), (0, 0), sigma) if sigma else plain(held)


def on_a_dark_screen() -> Grey:
    white = np.full((720, 1280, 3), 228, np.uint8)
    return cv2.bitwise_not(to_grey(shown(held=HELD, onto=white)))


def moved(length: int) -> Grey:
    return cv2.blur(plain(), (length, 1))


def mirrored_light(first_row: int, last_row: int) -> Grey:
    """Glare that burns out the middle of the bars in some of their rows."""
    grey = plain().astype(np.float32)
    top = round(360 - HELD.height / 2)
    grey[top + first_row : top + last_row, 560:760] = 255
    return grey.astype(np.uint8)


def read(way: Way, grey: Grey, symbologies: tuple[Symbology, ...] = NW7) -> set[str]:
    return {one.payload for one in way(strip_of(grey), symbologies)}


def numbers(way: Way, strip: Strip, symbologies: tuple[Symbology, ...] = NW7) -> list[str]:
    return [one.payload for one in way(strip, symbologies)]


@every_way
def test_every_way_reads_bars(way, blur):
    assert CARD in read(way, out_of_focus(blur))


@every_way
def test_every_way_reads_them_backwards(way, blur):
    held = Held(module=2.0, height=70, degrees=180)
    assert CARD in numbers(way, strip_of(out_of_focus(blur, held), held))


@every_way
def test_a_symbol_lies_where_its_bars_are_in_the_picture(way, blur):
    held = Held(module=2.0, height=70, degrees=-35)
    symbol = next(one for one in way(strip_of(out_of_focus(blur, held), held), NW7) if one.payload == CARD)
    corners = sorted(symbol.polygon)
    assert np.array(corners) == pytest.approx(np.array(sorted(map(tuple, held.corners(CARD)))), abs=8)


@pytest.mark.parametrize("way", [evened_out, by_zbar, refocused(1e-3, 1)], ids=["evened", "zbar", "refocused"])
def test_shaded_bars_are_read(way):
    assert CARD in read(way, (plain() * SHADE).astype(np.uint8))


@pytest.mark.parametrize("way", [as_it_is, evened_out, by_zbar], ids=["as it is", "evened", "zbar"])
def test_light_bars_on_dark_are_read(way):
    assert CARD in read(way, on_a_dark_screen())


def test_bars_in_grain_are_read_from_what_their_rows_have_in_common():
    grey = grainy(plain() * 0.5 + 60, 30)
    assert CARD in read(evened_out, grey)


@pytest.mark.parametrize("sigma", [0.8, 1.1, 1.4])
def test_bars_out_of_focus_are_read(sigma):
    assert CARD in read(refocused(1e-4, 1), out_of_focus(sigma))


def test_refocusing_reads_what_is_too_blurred_to_be_read_as_it_is():
    grey = grainy(out_of_focus(1.3), 1)
    assert not read(as_it_is, grey)
    assert not read(evened_out, grey)
    assert CARD in read(refocused(1e-3, 1), grey) | read(refocused(1e-4, 1), grey)


@pytest.mark.parametrize("length", [2, 3])
def test_bars_in_motion_are_read(length):
    assert CARD in read(refocused(1e-3, 1), moved(length))


@pytest.mark.parametrize("rows", [(0, 40), (30, 70), (10, 60)])
def test_bars_are_read_beside_glare_over_part_of_their_height(rows):
    grey = mirrored_light(*rows)
    assert CARD in read(evened_out, grey) | read(contrasted, grey) | read(refocused(1e-3, 3), grey)


def test_a_code_of_another_kind_is_given_as_what_it_is():
    code = to_grey(ean13_picture(EXAMPLE_ISBN, 3))
    height, width = code.shape
    region = Region(
        ((33.0, 0.0), (width - 33.0, 0.0), (width - 33.0, height - 1.0), (33.0, height - 1.0)), width - 66, height, 1
    )
    found = as_it_is(straighten(code, region), ANY)
    assert {(one.payload, one.symbology) for one in found} == {(EXAMPLE_ISBN, Symbology.EAN13)}
    assert not as_it_is(straighten(code, region), NW7)


def test_bars_on_paper_and_bars_on_a_dark_screen_are_told_apart():
    assert not is_light_on_dark(strip_of(plain()))
    assert is_light_on_dark(strip_of(on_a_dark_screen()))
