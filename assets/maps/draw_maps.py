"""Draws the floor plans of the demo library from the places that a profile gives: `python assets/maps/draw_maps.py`.

Shelves stand where the profile says; what belongs to the house (walls, stairs, desk, tables) is here.
"""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk import paths
from kiosk.domain.shelf_map import Place
from kiosk.profiles import load_profile
from kiosk.ui.theme import Palette

SIZE = (1600, 1000)
FOLDER = Path(__file__).parent
PROFILE = "kumamoto"
TABLES = {
    "floor-1.png": ((0.17, 0.56, 0.10, 0.08), (0.17, 0.68, 0.10, 0.08), (0.37, 0.56, 0.10, 0.08)),
    "floor-2.png": ((0.80, 0.76, 0.14, 0.07),),
    "floor-3.png": ((0.80, 0.14, 0.13, 0.09), (0.80, 0.29, 0.13, 0.09), (0.80, 0.44, 0.13, 0.09), (0.80, 0.59, 0.13, 0.09)),
}
DESKS = {"floor-1.png": (0.30, 0.80, 0.18, 0.07), "floor-2.png": (0.57, 0.87, 0.18, 0.06), "floor-3.png": None}
STAIRS = (0.045, 0.10, 0.08, 0.22)
LIFT = (0.045, 0.36, 0.08, 0.13)
DOOR = (0.20, 0.93, 0.10, 0.03)
COLOURS = Palette()


def rgb(colour: tuple[float, ...]) -> tuple[int, ...]:
    """A colour of the theme as PIL wants it."""
    return tuple(round(part * 255) for part in colour[:3])


def box(share: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Corners in pixels of a rectangle in shares."""
    x, y, width, height = share
    return (x * SIZE[0], y * SIZE[1], (x + width) * SIZE[0], (y + height) * SIZE[1])


def font(size: int, weight: str = "700Bold") -> ImageFont.FreeTypeFont:
    """The project's own typeface."""
    return ImageFont.truetype(str(paths.FONTS / f"BIZUDPGothic_{weight}.ttf"), size)


def written(draw: ImageDraw.ImageDraw, share: tuple[float, ...], lines: list[tuple[str, int]], ink: tuple[int, ...]) -> None:
    """Lines of text in the middle of a rectangle, each with its size, smaller where it would not fit."""
    left, top, right, bottom = box(share)
    set_lines = []
    for text, size in lines:
        while font(size).getlength(text) > right - left - 20 and size > 14:
            size -= 1
        set_lines.append((text, size))
    y = (top + bottom) / 2 - sum(size * 1.25 for _, size in set_lines) / 2
    for text, size in set_lines:
        draw.text(((left + right) / 2, y + size * 0.625), text, font=font(size), fill=ink, anchor="mm")
        y += size * 1.25


def call_range(place: Place) -> str:
    """What stands on a shelf, as a sign on it says it."""
    if not place.call_from:
        return ""
    begins, ends = place.call_from, place.call_to
    if begins.startswith("913.6") and ends.startswith("913.6"):
        return f"913.6 {begins[5:]}–{ends[5:]}"
    return f"{begins}–" if ends and begins.startswith(ends) else f"{begins}–{ends}"


def house(draw: ImageDraw.ImageDraw, name: str) -> None:
    """Walls, stairs, lift, desk and tables."""
    soft, line = rgb(COLOURS.ink_soft), rgb(COLOURS.line)
    draw.rounded_rectangle((30, 30, SIZE[0] - 30, SIZE[1] - 30), 26, fill=rgb(COLOURS.surface), outline=soft, width=10)
    for share, text in ((STAIRS, "階段"), (LIFT, "エレベーター")):
        draw.rounded_rectangle(box(share), 8, fill=rgb(COLOURS.sunken), outline=line, width=3)
        written(draw, share, [(text, 24)], soft)
    left, top, right, bottom = box(STAIRS)
    for step in range(1, 9):
        y = top + (bottom - top) * step / 9
        if not 3 <= step <= 6:
            draw.line((left + 14, y, right - 14, y), fill=line, width=3)
    for share in TABLES[name]:
        draw.rounded_rectangle(box(share), 18, fill=rgb(COLOURS.paper), outline=line, width=3)
        written(draw, share, [("閲覧席", 22)], soft)
    desk = DESKS[name]
    if desk is not None:
        draw.rounded_rectangle(box(desk), 30, fill=rgb(COLOURS.amber_soft), outline=rgb(COLOURS.amber), width=3)
        written(draw, desk, [("カウンター", 26)], rgb(COLOURS.amber))
    if name == "floor-1.png":
        left, _, right, _ = box(DOOR)
        draw.rectangle((left, SIZE[1] - 42, right, SIZE[1] - 28), fill=rgb(COLOURS.surface))
        written(draw, (DOOR[0], 0.90, DOOR[2], 0.05), [("入口", 28)], soft)


def drawn(name: str, places: tuple[Place, ...]) -> Image.Image:
    """One floor."""
    picture = Image.new("RGB", SIZE, rgb(COLOURS.paper))
    draw = ImageDraw.Draw(picture)
    house(draw, name)
    for place in places:
        share = (place.x, place.y, place.width, place.height)
        draw.rounded_rectangle(box(share), 12, fill=rgb(COLOURS.indigo_soft), outline=(150, 160, 200), width=3)
        subject = place.location.partition(" ")[2]
        signs = [(call_range(place), 40), (subject, 26)] if place.call_from else [(subject, 34)]
        written(draw, share, signs, rgb(COLOURS.indigo))
    return picture


def main() -> None:
    for each in load_profile(PROFILE).shelf_maps:
        small = drawn(each.picture, each.places).quantize(64, dither=Image.Dither.NONE)
        small.save(FOLDER / each.picture, optimize=True)


if __name__ == "__main__":
    main()
