"""Hands: the thumb that holds a card by its edge, the palm behind it, and a finger over one end of the bars."""

import cv2
import numpy as np
import numpy.typing as npt
from bench.scanner_cards import Artwork
from bench.scanner_optics import Floats, Layer, View

Point = npt.NDArray[np.float64]

_THUMB, _FINGER, _WRIST = 18.0, 15.0, 55.0
"""Millimetres across."""
_CLEAR = 8.0
"""Millimetres a holding thumb keeps from the bars."""


def random_skin(rng: np.random.Generator) -> Floats:
    """The light a skin gives back."""
    return np.float32(rng.uniform(0.25, 0.95) * np.array([0.30, 0.41, 0.70]))


def hold(rng: np.random.Generator, layer: Layer, behind: Layer, art: Artwork, seen: View, skin: Floats) -> None:
    """A hand that holds the thing by an edge away from the bars: the palm and wrist behind it, the thumb before it."""
    edge, outward, room = _grip(rng, art)
    thick = _millimetre(art, seen)
    aside = np.array([-outward[1], outward[0]]) * rng.uniform(-25, 25)
    palm, wrist = seen.to_frame([edge + outward * 14.0 + aside * 0.4, edge + outward * 150.0 + aside * 2.0])
    draw_finger(behind, palm, wrist, _WRIST * thick, skin * np.float32(0.8))
    tip, root = seen.to_frame([edge - outward * min(12.0, room - _CLEAR), edge + outward * 60.0 + aside])
    for under in (behind, layer):
        draw_finger(under, tip, root, _THUMB * thick, skin)


def cover_end(
    rng: np.random.Generator, layer: Layer, behind: Layer, art: Artwork, seen: View, share: float, skin: Floats
) -> None:
    """A finger from above or below that covers this share of the bars' height near one end."""
    _, _, length, height = art.bars_box
    end, side = (float(rng.choice([-1.0, 1.0])) for _ in range(2))
    x = end * (length / 2 - _FINGER * float(rng.uniform(0.1, 0.5)))
    reach = side * (height / 2 - share * height + _FINGER / 2)
    tip, root = seen.to_frame([[x, reach], [x + float(rng.uniform(-25, 25)), reach + side * 80.0]])
    for under in (behind, layer):
        draw_finger(under, tip, root, _FINGER * _millimetre(art, seen), skin)


def draw_finger(layer: Layer, tip: Point, root: Point, thick: float, skin: Floats) -> None:
    """A finger between two points of the frame, so many pixels thick, darker towards its edges."""
    ends = np.array([tip, root]) - (layer.left, layer.top)
    height, width = layer.cover.shape
    left, top = (int(max(0, value)) for value in ends.min(0) - thick * 0.6 - 3)
    right, bottom = (int(min(side, value)) for side, value in zip((width, height), ends.max(0) + thick * 0.6 + 3, strict=True))
    if right <= left or bottom <= top:
        return
    light, cover = layer.light[top:bottom, left:right], layer.cover[top:bottom, left:right]
    first, last = (tuple(int(value) for value in np.round((end - (left, top)) * 16)) for end in ends)
    for step, bright in ((1.0, 0.5), (0.86, 0.75), (0.62, 1.0)):
        mask = np.zeros(cover.shape, np.uint8)
        cv2.line(mask, first, last, 255, max(1, round(thick * step)), cv2.LINE_AA, 4)
        share = cv2.GaussianBlur(mask, (0, 0), 0.7 + thick * 0.04 * (1.6 - step)).astype(np.float32)[:, :, None] / 255
        light[:] = light * (1 - share) + skin * np.float32(bright) * share
        np.maximum(cover, share[:, :, 0], out=cover)


def _millimetre(art: Artwork, seen: View) -> float:
    ends = seen.to_frame([[-art.bars_box[2] / 2, 0], [art.bars_box[2] / 2, 0]])
    return float(np.hypot(*(ends[1] - ends[0]))) / art.bars_box[2]


def _grip(rng: np.random.Generator, art: Artwork) -> tuple[Point, Point, float]:
    """A place on the edge that is well away from the bars (from their centre), the way out there, and how far away it is."""
    left, top, length, high = art.bars_box
    height, width = (side / art.scale for side in art.picture.shape[:2])
    shares = rng.uniform(0.15, 0.85, 6)
    places = [(width * share, 0.0, 0.0, -1.0) for share in shares] + [(width * share, height, 0.0, 1.0) for share in shares]
    places += [(0.0, height * share, -1.0, 0.0) for share in shares] + [(width, height * share, 1.0, 0.0) for share in shares]
    rooms = [
        float(np.hypot(max(left - x, x - left - length, 0.0), max(top - y, y - top - high, 0.0)) - _THUMB / 2)
        for x, y, _, _ in places
    ]
    roomy = [index for index, room in enumerate(rooms) if room > _CLEAR + 4]
    chosen = int(rng.choice(roomy)) if roomy else int(np.argmax(rooms))
    x, y, nx, ny = places[chosen]
    return np.array([x - left - length / 2, y - top - high / 2]), np.array([nx, ny]), rooms[chosen]
