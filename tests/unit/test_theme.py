"""The look in numbers: sizes follow the real screen, and every text can be read on its ground."""

import pytest

from kiosk.terminal.comfort import Comfort, TextSize
from kiosk.ui.palette import CALM, COVER_COLOURS, HIGH_CONTRAST, PLAIN_COVER_COLOUR, Colour, Palette, colour, contrast
from kiosk.ui.theme import Theme

SCREENS = [(1920, 1080, 23.8), (1080, 1920, 23.8), (1280, 720, 15.8), (3840, 2160, 27.0), (1920, 1080, 43.0)]
READABLE = 4.5
"""WCAG 2.2, 1.4.3: text."""
SEEN = 3.0
"""WCAG 2.2, 1.4.11: what tells a control from its ground."""

MUCH_READABLE = 7.0
"""WCAG 2.2, 1.4.6: text in the high-contrast theme."""
PALETTES = {"calm": (CALM, READABLE), "high contrast": (HIGH_CONTRAST, MUCH_READABLE)}


def texts(c: Palette) -> dict[str, tuple[Colour, Colour]]:
    """Every colour that text is set in, on every ground it stands on."""
    return {
        "ink on paper": (c.ink, c.paper),
        "ink on surface": (c.ink, c.surface),
        "ink on sunken": (c.ink, c.sunken),
        "soft ink on paper": (c.ink_soft, c.paper),
        "soft ink on surface": (c.ink_soft, c.surface),
        "soft ink on sunken": (c.ink_soft, c.sunken),
        "action on paper": (c.action, c.paper),
        "action on surface": (c.action, c.surface),
        "action on action_soft": (c.action, c.action_soft),
        "ink on action_soft": (c.ink, c.action_soft),
        "button text on action": (c.on_colour, c.action),
        "button text on action, pressed": (c.on_colour, c.action_pressed),
        "button text on commit": (c.on_colour, c.commit),
        "button text on commit, pressed": (c.on_colour, c.commit_pressed),
        "green on its ground": (c.green, c.green_soft),
        "green on surface": (c.green, c.surface),
        "amber on its ground": (c.amber, c.amber_soft),
        "error on its ground": (c.error, c.error_soft),
        "error on paper": (c.error, c.paper),
        "error on surface": (c.error, c.surface),
        "grey on its ground": (c.grey, c.grey_soft),
    }


@pytest.mark.parametrize("what", texts(CALM))
@pytest.mark.parametrize("name", PALETTES)
def test_every_text_can_be_read_on_its_ground(name: str, what: str) -> None:
    palette, least = PALETTES[name]
    assert contrast(*texts(palette)[what]) >= least


@pytest.mark.parametrize("ndc", [*COVER_COLOURS, ""])
def test_the_title_on_a_drawn_cover_can_be_read(ndc: str) -> None:
    assert contrast(CALM.on_cover, COVER_COLOURS.get(ndc, PLAIN_COVER_COLOUR)) >= READABLE


@pytest.mark.parametrize("name", PALETTES)
def test_the_outline_of_a_control_is_seen_on_its_ground(name: str) -> None:
    palette, _ = PALETTES[name]
    for ground in (palette.paper, palette.surface):
        assert contrast(palette.edge, ground) >= SEEN
        assert contrast(palette.action, ground) >= SEEN
        assert contrast(palette.commit, ground) >= SEEN


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
    assert Theme.for_screen(1080, 1920, comfort=Comfort(is_low=True)).out_of_reach >= 1920 * 0.4
    assert Theme.for_screen(1920, 1080, comfort=Comfort(is_low=True)).out_of_reach == 0
    assert Theme.for_screen(1920, 1080).out_of_reach == 0


def test_words_grow_as_the_patron_wishes_and_what_is_touched_stays() -> None:
    sizes = [Theme.for_screen(1920, 1080, comfort=Comfort(text_size=size)) for size in TextSize]
    bodies = [theme.body for theme in sizes]
    assert bodies == sorted(set(bodies))
    assert bodies[-1] >= bodies[0] * 1.35
    assert len({theme.touch for theme in sizes}) == 1
    for theme in sizes:
        assert theme.caption < theme.body <= theme.label < theme.title < theme.headline < theme.display
