"""Colours by what they mean, calm and in high contrast, and how far two of them stand apart; sizes are the theme's."""

from dataclasses import dataclass

Colour = tuple[float, float, float, float]


def colour(hex_rgb: str) -> Colour:
    """The Kivy colour of `rrggbb`."""
    red, green, blue = (int(hex_rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return (red, green, blue, 1.0)


def contrast(one: Colour, other: Colour) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2.2 contrast ratio)."""

    def luminance(of: Colour) -> float:
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in of[:3]]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class Palette:
    """Colours by meaning; the defaults are the calm theme. `*_soft` is the ground on which the colour of the same name is
    readable as text.
    """

    paper: Colour = colour("f6f0e4")
    surface: Colour = colour("fffdf8")
    sunken: Colour = colour("ece3d2")
    ink: Colour = colour("2a2521")
    ink_soft: Colour = colour("5c5248")
    line: Colour = colour("dccfb9")
    edge: Colour = colour("857966")
    """The outline of what can be filled in, and of cards (3:1 on paper)."""
    action: Colour = colour("28356f")
    """What can be touched: indigo."""
    action_pressed: Colour = colour("172150")
    action_soft: Colour = colour("e4e7f4")
    commit: Colour = colour("c53a1c")
    """The one action that commits: vermilion."""
    commit_pressed: Colour = colour("97270f")
    on_colour: Colour = colour("fffdf8")
    """Text on what can be touched, and on what commits."""
    on_cover: Colour = colour("fffdf8")
    green: Colour = colour("1c6241")
    green_soft: Colour = colour("dfeee2")
    amber: Colour = colour("744a00")
    amber_soft: Colour = colour("faeac6")
    error: Colour = colour("8e1f38")
    error_soft: Colour = colour("f8e3e4")
    grey: Colour = colour("5c5248")
    grey_soft: Colour = colour("ece3d2")
    scrim: Colour = (0.12, 0.10, 0.08, 0.55)
    nothing: Colour = (0.0, 0.0, 0.0, 0.0)


CALM = Palette()
HIGH_CONTRAST = Palette(
    paper=colour("000000"),
    surface=colour("121212"),
    sunken=colour("1c1c1c"),
    ink=colour("ffffff"),
    ink_soft=colour("e8e8e8"),
    line=colour("8a8a8a"),
    edge=colour("ffffff"),
    action=colour("ffe04a"),
    action_pressed=colour("ffffff"),
    action_soft=colour("2f2900"),
    commit=colour("ff9c73"),
    commit_pressed=colour("ffffff"),
    on_colour=colour("000000"),
    green=colour("8ff0b0"),
    green_soft=colour("05260f"),
    amber=colour("ffd684"),
    amber_soft=colour("2b1d00"),
    error=colour("ffb9c0"),
    error_soft=colour("38060e"),
    grey=colour("e8e8e8"),
    grey_soft=colour("262626"),
    scrim=(0.0, 0.0, 0.0, 0.8),
)
"""White and yellow on black, for eyes that need it; every text stands 7:1 from its ground (WCAG 2.2, 1.4.6)."""

COVER_COLOURS = {
    "0": colour("5b5a57"),  # general works
    "1": colour("5a4a73"),  # philosophy
    "2": colour("7a4b2b"),  # history
    "3": colour("2f5573"),  # social sciences
    "4": colour("2c6450"),  # natural sciences
    "5": colour("596127"),  # technology
    "6": colour("7d5412"),  # industry
    "7": colour("8a3b55"),  # arts
    "8": colour("2d6269"),  # language
    "9": colour("3f4a7d"),  # literature
}
PLAIN_COVER_COLOUR = colour("6b5f52")
