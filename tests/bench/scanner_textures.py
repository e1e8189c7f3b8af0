"""Places with no code at all, most with lines that might be taken for one: faces, radiators, fences, keyboards, text."""

import cv2
import numpy as np
import numpy.typing as npt
from bench.scanner_places import blinds, person, room, wall
from bench.scanner_sheet import Sheet

Picture = npt.NDArray[np.uint8]


def face(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """One or two people who look into the camera."""
    picture = room(rng, size)
    for _ in range(int(rng.integers(1, 3))):
        person(rng, picture)
    return picture


def radiator(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """Upright ribs, rounded, with dark gaps."""
    width, height = size
    pitch, gap = float(rng.uniform(10, 70)), float(rng.uniform(0.1, 0.5))
    phase = (np.arange(width) / pitch) % 1.0
    rib = np.where(phase < gap, 0.15, np.sin(np.pi * (phase - gap) / (1 - gap)) * 0.5 + 0.5)
    picture = np.clip(rib * rng.uniform(150, 250), 0, 255)[None, :, None] * rng.uniform(0.9, 1.0, 3)
    tall = np.repeat(picture, height, 0).astype(np.uint8)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(-90, 90)), 1.8)
    return cv2.warpAffine(tall, turn, size, borderMode=cv2.BORDER_REFLECT)


def fence(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """Palings of unequal width before a room, turned."""
    picture = room(rng, size)
    colour = tuple(int(value) for value in rng.integers(10, 250, 3))
    x = 0
    while x < size[0]:
        wide = int(rng.uniform(3, 40))
        cv2.rectangle(picture, (x, 0), (x + wide, size[1]), colour, cv2.FILLED)
        x += wide + int(rng.uniform(3, 40))
    turn = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), float(rng.uniform(-90, 90)), 1.8)
    return cv2.warpAffine(picture, turn, size, borderMode=cv2.BORDER_REFLECT)


def keyboard(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """Rows of keys with a letter on each."""
    is_dark = rng.random() < 0.5
    key, ground, ink = (
        ((45, 45, 45), (20, 20, 20), (220, 220, 220)) if is_dark else ((225, 225, 225), (140, 140, 140), (40, 40, 40))
    )
    picture = np.full((size[1], size[0], 3), ground, np.uint8)
    pitch = int(rng.uniform(28, 90))
    for row, y in enumerate(range(0, size[1], pitch)):
        for x in range(-(row * pitch // 3) % pitch, size[0], pitch):
            cv2.rectangle(picture, (x + 2, y + 2), (x + pitch - 4, y + pitch - 4), key, cv2.FILLED)
            letter = chr(int(rng.integers(65, 91)))
            cv2.putText(picture, letter, (x + pitch // 5, y + pitch // 2), 0, pitch / 70, ink, 1, cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), float(rng.uniform(-40, 40)), 1.4)
    return cv2.warpAffine(picture, turn, size, borderMode=cv2.BORDER_REFLECT)


def text_columns(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """A page of Japanese text in columns or lines."""
    sheet = Sheet(size[0], size[1], 1.0, (236, 240, 242))
    tall = float(rng.uniform(10, 34))
    letters = list("図書館本読貸出返却人一二三日月山川田の はをにがとでし")
    for y in np.arange(8.0, size[1], tall * 1.5):
        sheet.text((10.0, float(y)), tall, "".join(rng.choice(letters, int(size[0] / tall * 0.9))), (50, 50, 50))
    picture = sheet.picture
    if rng.random() < 0.5:
        picture = cv2.resize(cv2.rotate(picture, cv2.ROTATE_90_CLOCKWISE), size, interpolation=cv2.INTER_AREA)
    return picture


def shirt(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """Narrow stripes of cloth in a room."""
    striped, around = blinds(rng, size), room(rng, size)
    mask = np.zeros((size[1], size[0]), np.uint8)
    centre = (int(size[0] * rng.uniform(0.3, 0.7)), int(size[1] * rng.uniform(0.4, 0.9)))
    cv2.ellipse(mask, centre, (size[0] // 4, size[1] // 3), float(rng.uniform(0, 180)), 0, 360, 255, cv2.FILLED)
    around[mask > 0] = striped[mask > 0]
    return around


def corridor(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """An empty room with lines of floor, ceiling and doors."""
    picture = wall(rng, size)
    for _ in range(int(rng.integers(6, 40))):
        x, wide = int(rng.uniform(0, size[0])), int(rng.uniform(1, 14))
        shade = tuple(int(value) for value in rng.integers(20, 240, 3))
        cv2.line(picture, (x, 0), (x + int(rng.uniform(-60, 60)), size[1]), shade, wide, cv2.LINE_AA)
    return picture


def darkness(rng: np.random.Generator, size: tuple[int, int]) -> Picture:
    """A lens that is covered, or a room at night."""
    return (wall(rng, size) * rng.uniform(0.0, 0.12)).astype(np.uint8)
