"""What is behind a card held to a camera: desks, rooms, shelves, clutter, and things that resemble bars."""

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]


def background(rng: np.random.Generator, size: tuple[int, int], *, is_busy: bool) -> Picture:
    """A place in the frame's size; a busy one more often has lines and edges."""
    calm: tuple[Callable[[np.random.Generator, tuple[int, int]], Picture], ...] = (desk, room, wall)
    busy = (shelf, clutter, blinds, printed_page, desk, room)
    choices = busy if is_busy else calm
    return choices[int(rng.integers(len(choices)))](rng, size)


def wall(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """A wall or ceiling with a slope of light."""
    return _smooth(rng, size, (2, 2), 60, 220)


def room(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """A room out of focus: large soft patches, a bright window sometimes, a person sometimes."""
    picture = _smooth(rng, size, (5, 9), 20, 210)
    if rng.random() < 0.4:
        left, top = (int(rng.uniform(0, 0.8) * side) for side in size)
        cv2.rectangle(picture, (left, top), (left + size[0] // 5, top + size[1] // 3), (250, 250, 245), cv2.FILLED)
    if rng.random() < 0.5:
        person(rng, picture)
    return cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(3, 9)))


def person(rng: np.random.Generator, picture: Picture) -> None:
    """A face with hair over clothes."""
    height, width = picture.shape[:2]
    x, y = int(rng.uniform(0.2, 0.8) * width), int(rng.uniform(0.3, 0.6) * height)
    tall = int(rng.uniform(0.12, 0.3) * height)
    clothes = tuple(int(value) for value in rng.integers(20, 220, 3))
    skin = tuple(int(value) for value in rng.uniform(0.6, 1.0) * np.array([150, 180, 225]))
    hair = tuple(int(value) for value in rng.integers(10, 80, 3))
    cv2.ellipse(picture, (x, y + int(2.4 * tall)), (int(1.9 * tall), int(1.6 * tall)), 0, 0, 360, clothes, cv2.FILLED)
    cv2.ellipse(picture, (x, y - tall // 5), (int(0.86 * tall), int(1.1 * tall)), 0, 0, 360, hair, cv2.FILLED)
    cv2.ellipse(picture, (x, y), (int(0.7 * tall), tall), 0, 0, 360, skin, cv2.FILLED)
    for side in (-1, 1):
        cv2.ellipse(picture, (x + side * int(0.28 * tall), y - tall // 8), (tall // 9, tall // 16), 0, 0, 360, hair, cv2.FILLED)
    cv2.ellipse(picture, (x, y + int(0.5 * tall)), (tall // 5, tall // 14), 0, 0, 360, (90, 90, 170), cv2.FILLED)


def desk(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """Wood: grain along one direction."""
    width, height = size
    low = rng.integers(0, 256, (height // 3, max(2, width // 60))).astype(np.float32)
    if rng.random() < 0.5:
        low = rng.integers(0, 256, (max(2, height // 60), width // 3)).astype(np.float32)
    grain = cv2.resize(low, size, interpolation=cv2.INTER_CUBIC) - 128
    wood = rng.uniform(0.5, 1.1) * np.array([100.0, 140.0, 180.0])
    return np.clip(wood + grain[:, :, None] * rng.uniform(0.08, 0.3), 0, 255).astype(np.uint8)


def shelf(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """Spines of books side by side, with titles and labels on them."""
    width, height = size
    picture = np.full((height, width, 3), 40, np.uint8)
    tall = int(height * rng.uniform(0.35, 1.0))
    for top in range(0, height, tall):
        x = 0
        while x < width:
            wide = int(rng.uniform(0.008, 0.05) * width)
            colour = tuple(int(value) for value in rng.integers(15, 240, 3))
            over = top + int(tall * rng.uniform(0.02, 0.2))
            cv2.rectangle(picture, (x, over), (x + wide - 2, top + tall - 6), colour, cv2.FILLED)
            for y in range(over + 10, top + tall - 40, max(9, wide)):
                if rng.random() < 0.5:
                    cv2.rectangle(picture, (x + wide // 4, y), (x + 3 * wide // 4, y + wide // 2), _ink(rng), 1)
            cv2.rectangle(picture, (x + 2, top + tall - 38), (x + wide - 4, top + tall - 14), (235, 235, 235), cv2.FILLED)
            x += wide
    return picture


def clutter(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """Boxes, cups, cables and papers."""
    picture = desk(rng, size)
    for _ in range(int(rng.integers(8, 30))):
        x, y = (int(rng.uniform(0, side)) for side in size)
        a, b = (int(rng.uniform(8, size[1] * 0.3)) for _ in range(2))
        form = int(rng.integers(4))
        if form == 0:
            corners = cv2.boxPoints(((float(x), float(y)), (float(a), float(b)), float(rng.uniform(0, 180)))).astype(np.int32)
            cv2.fillPoly(picture, [corners], _ink(rng), cv2.LINE_AA)
        elif form == 1:
            cv2.ellipse(
                picture, (x, y), (a // 2, b // 2), float(rng.uniform(0, 180)), 0, 360, _ink(rng), cv2.FILLED, cv2.LINE_AA
            )
        elif form == 2:
            cv2.line(picture, (x, y), (x + a * 3, y + b), _ink(rng), int(rng.integers(1, 9)), cv2.LINE_AA)
        else:
            cv2.putText(
                picture, "Library 0123", (x, y), int(rng.integers(0, 5)), float(rng.uniform(0.5, 3)), _ink(rng), 2, cv2.LINE_AA
            )
    return picture


def blinds(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """Light and dark stripes of changing width at any angle: blinds, a radiator, a fence, a striped shirt."""
    width, height = size
    angle = rng.uniform(0, np.pi)
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    along = x * np.float32(np.cos(angle)) + y * np.float32(np.sin(angle))
    pitch = rng.uniform(6, 60)
    edges = np.cumsum(pitch * rng.uniform(0.6 if rng.random() < 0.5 else 0.97, 1.0, 4000))[: int(4 * width / pitch) + 8]
    stripe = np.searchsorted(edges - width * 1.2, along) % 2
    light, dark = rng.uniform(120, 240, 3), rng.uniform(20, 110, 3)
    picture = np.where(stripe[:, :, None] == 0, light, dark).astype(np.float32) * _slope(rng, size)[:, :, None]
    return cv2.GaussianBlur(np.clip(picture, 0, 255).astype(np.uint8), (0, 0), float(rng.uniform(0.6, 3)))


def printed_page(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """A page of text lines, larger or smaller."""
    width, height = size
    picture = np.full((height, width, 3), int(rng.integers(200, 250)), np.uint8)
    letter, ink = float(rng.uniform(0.35, 1.1)), int(rng.integers(10, 90))
    for y in range(20, height, int(34 * letter) + 6):
        words = "".join(rng.choice(list("abcdefghi lmnop rstuvw ,.IIll|1"), 140))
        cv2.putText(
            picture,
            words,
            (int(rng.integers(0, 60)), y),
            cv2.FONT_HERSHEY_SIMPLEX,
            letter,
            (ink, ink, ink),
            1 + int(letter * 2),
            cv2.LINE_AA,
        )
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(-20, 20)), 1.3)
    return cv2.warpAffine(picture, turn, size, borderMode=cv2.BORDER_REFLECT)


def _smooth(rng: np.random.Generator, size: tuple[int, int], cells: tuple[int, int], low: int, high: int) -> Picture:
    grey = rng.integers(low, high, (*cells, 1))
    coarse = np.clip(grey + rng.integers(-25, 25, (*cells, 3)), 0, 255).astype(np.uint8)
    return cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)


def _slope(rng: np.random.Generator, size: tuple[int, int]) -> npt.NDArray[np.float32]:
    return cv2.resize(rng.uniform(0.6, 1.1, (2, 3)).astype(np.float32), size)


def _ink(rng: np.random.Generator) -> tuple[int, int, int]:
    blue, green, red = (int(value) for value in rng.integers(10, 240, 3))
    return blue, green, red
