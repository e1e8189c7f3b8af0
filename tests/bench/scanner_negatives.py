"""Camera frames without a card of the library: things with other codes, people, places, lines, darkness, noise."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from bench.scanner_camera import send, setting, take
from bench.scanner_conditions import RANGES, conditions_of, fitting_pose
from bench.scanner_light import compressed
from bench.scanner_optics import Pose, bars_corners, view
from bench.scanner_places import background, blinds, clutter, desk, printed_page, room, shelf
from bench.scanner_prints import PRINTS
from bench.scanner_scenes import SIZES, Scene, supersampling
from bench.scanner_textures import corridor, darkness, face, fence, keyboard, radiator, shirt, text_columns

Picture = npt.NDArray[np.uint8]

PLACES: dict[str, Callable[[np.random.Generator, tuple[int, int]], Picture]] = {
    "room": room,
    "face": face,
    "shelf": shelf,
    "blinds": blinds,
    "radiator": radiator,
    "fence": fence,
    "keyboard": keyboard,
    "text_page": printed_page,
    "text_columns": text_columns,
    "shirt": shirt,
    "desk": desk,
    "clutter": clutter,
    "corridor": corridor,
    "darkness": darkness,
}
KINDS = (*PRINTS, *PRINTS, *PLACES, "noise")
"""Those with a code come twice."""
_GRADES = ("easy", "normal", "hard")


def negatives(seed: int, count: int) -> Iterator[Scene]:
    """So many frames, every kind as often as the others."""
    for index in range(count):
        yield negative(seed, index)


def negative(seed: int, index: int) -> Scene:
    """One frame; its kind follows from its number."""
    rng = np.random.default_rng((seed, 9, index))
    kind = KINDS[index % len(KINDS)]
    size = SIZES[int(rng.integers(len(SIZES)))]
    if kind == "noise":
        return _noise(rng, size)
    return _printed(rng, kind, size) if kind in PRINTS else _place(rng, kind, size)


def _printed(rng: np.random.Generator, kind: str, size: tuple[int, int]) -> Scene:
    grade = _GRADES[int(rng.integers(len(_GRADES)))]
    ranges = RANGES[grade]
    most = float(rng.uniform(*ranges.module))
    fineness = supersampling(most)
    thing = PRINTS[kind](rng, most * fineness)
    length = thing.art.bars_box[2]
    pose = fitting_pose(rng, replace(ranges, module=(ranges.module[0], most)), size, length, thing.modules)
    seen = view(pose, length, thing.modules)
    conditions = conditions_of(rng, ranges, pose, (), thing.art.kind)
    where = setting(rng, background(rng, size, is_busy=bool(rng.random() < ranges.is_busy)), conditions)
    frame = take(rng, rng, where, thing.art, seen, conditions, fineness)
    return Scene(frame, None, grade, kind, pose.module_pixels, bars_corners(thing.art, seen), (), thing.printed)


def _place(rng: np.random.Generator, kind: str, size: tuple[int, int]) -> Scene:
    grade = _GRADES[int(rng.integers(len(_GRADES)))]
    pose = Pose(size, 0.0, 0.0, 0.0, (0.0, 0.0), 2.0)
    conditions = conditions_of(rng, RANGES[grade], pose, (), kind)
    where = setting(rng, PLACES[kind](rng, size), conditions)
    return Scene(send(rng, where.place, conditions), None, grade, kind, 0.0, None, ())


def _noise(rng: np.random.Generator, size: tuple[int, int]) -> Scene:
    width, height = size
    grain = rng.standard_normal((height, width, 1), dtype=np.float32) * rng.uniform(5, 60) + rng.uniform(10, 200)
    frame = compressed(np.repeat(grain, 3, 2), int(rng.integers(50, 95)))
    return Scene(frame, None, "hard", "noise", 0.0, None, ())
