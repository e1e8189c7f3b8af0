"""The look in numbers: sizes follow the real screen, and every text can be read on its ground."""

import pytest

from kiosk.ui.theme import COVER_COLOURS, PLAIN_COVER_COLOUR, Palette, Theme, colour, contrast

SCREENS = [(1920, 1080, 23.8), (1080, 1920, 23.8), (1280, 720, 15.8), (3840, 2160, 27.0), (1920, 1080, 43.0)]
READABLE = 4.5
"""WCAG 2.2, 1.4.3: text."""
SEEN = 3.0
"""WCAG 2.2, 1.4.11: what tells a control from its ground."""

C = Palette()
TEXTS = {
    "ink on paper": (C.ink, C.paper),
    "ink on surface": (C.ink, C.surface),
    "ink on sunken": (C.ink, C.sunken),
    "soft ink on paper": (C.ink_soft, C.paper),
    "soft ink on surface": (C.ink_soft, C.surface),
    "soft ink on sunken": (C.ink_soft, C.sunken),
    "indigo on paper": (C.indigo, C.paper),
    "indigo on surface": (C.indigo, C.surface),
    "indigo on indigo_soft": (C.indigo, C.indigo_soft),
    "button text on indigo": (C.on_colour, C.indigo),
    "button text on indigo, pressed": (C.on_colour, C.indigo_pressed),
    "button text on vermilion": (C.on_colour, C.vermilion),
    "button text on vermilion, pressed": (C.on_colour, C.vermilion_pressed),
    "green on its ground": (C.green, C.green_soft),
    "green on surface": (C.green, C.surface),
    "amber on its ground": (C.amber, C.amber_soft),
    "error on its ground": (C.error, C.error_soft),
    "error on paper": (C.error, C.paper),
    "error on surface": (C.error, C.surface),
    "grey on its ground": (C.grey, C.grey_soft),
}


@pytest.mark.parametrize("what", TEXTS)
def test_every_text_can_be_read_on_its_ground(what: str) -> None:
    assert contrast(*TEXTS[what]) >= READABLE


@pytest.mark.parametrize("ndc", [*COVER_COLOURS, ""])
def test_the_title_on_a_drawn_cover_can_be_read(ndc: str) -> None:
    assert contrast(C.on_colour, COVER_COLOURS.get(ndc, PLAIN_COVER_COLOUR)) >= READABLE


@pytest.mark.parametrize("ground", [C.paper, C.surface])
def test_the_outline_of_a_control_is_seen_on_its_ground(ground: tuple[float, float, float, float]) -> None:
    assert contrast(C.edge, ground) >= SEEN


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast(colour("777777"), colour("777777")) == pytest.approx(1)
    assert contrast(colour("ffffff"), colour("000000")) == pytest.approx(21)


@pytest.mark.parametrize(("width", "height", "inches"), SCREENS)
def test_what_is_touched_is_at_least_twenty_millimetres_on_any_screen(width: int, height: int, inches: float) -> None:
    theme = Theme.for_screen(width, height, inches)
    assert theme.touch / theme.px_per_mm >= 20


@pytest.mark.parametrize(("width", "height", "inches"), SCREENS)
def test_running_text_is_at_least_five_millimetres_tall_on_any_screen(width: int, height: int, inches: float) -> None:
    theme = Theme.for_screen(width, height, inches)
    face_of_a_kanji = 0.92  # of the em, in BIZ UDPGothic
    assert theme.body * face_of_a_kanji / theme.px_per_mm >= 5
    assert theme.caption * face_of_a_kanji / theme.px_per_mm >= 4
    assert theme.caption < theme.body <= theme.label < theme.title < theme.headline < theme.display


def test_a_screen_stood_on_end_keeps_its_sizes_and_narrows_its_column() -> None:
    lying, standing = Theme.for_screen(1920, 1080), Theme.for_screen(1080, 1920)
    assert not lying.is_portrait
    assert standing.is_portrait
    assert (lying.touch, lying.body) == (standing.touch, standing.body)
    assert standing.content_width < lying.content_width
    assert standing.content_width + 2 * standing.margin <= 1080


@pytest.mark.parametrize("size", [(0, 1080, 23.8), (1920, -1, 23.8), (1920, 1080, 0)])
def test_a_screen_without_size_is_refused(size: tuple[int, int, float]) -> None:
    with pytest.raises(ValueError, match="positive"):
        Theme.for_screen(*size)


def test_a_cover_takes_the_cloth_of_its_main_class() -> None:
    theme = Theme.for_screen(1920, 1080)
    assert theme.cover_colour("913.6") == COVER_COLOURS["9"]
    assert theme.cover_colour("") == PLAIN_COVER_COLOUR


def test_the_top_third_of_a_standing_screen_is_out_of_reach_and_nothing_of_a_lying_one() -> None:
    assert Theme.for_screen(1080, 1920).out_of_reach * 3 >= 1920
    assert Theme.for_screen(1920, 1080).out_of_reach == 0
