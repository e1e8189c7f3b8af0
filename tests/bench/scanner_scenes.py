"""Camera frames of a held card in four grades of difficulty, each the same for the same seed, grade and number."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from bench.scanner_camera import setting, take
from bench.scanner_cards import draw, random_bars, random_payload
from bench.scanner_conditions import GRADES, RANGES, conditions_of, draw_troubles, fitting_pose
from bench.scanner_optics import bars_corners, view
from bench.scanner_places import background

SIZES = ((1280, 720), (1280, 720), (1920, 1080))
_KINDS = ("card", "card", "card", "paper", "portrait", "sticker", "fob")


@dataclass(frozen=True, slots=True)
class Scene:
    """One frame and what is in it. `corners` are those of the bar field in the frame, the first two along its upper edge.

    `payload` is the NW-7 text with its start and stop characters, None without a card of the library; `printed` is the text
    of a code that is not one. `effects` names what was done to the picture.
    """

    frame: npt.NDArray[np.uint8]
    payload: str | None
    grade: str
    kind: str
    module_pixels: float
    corners: npt.NDArray[np.float64] | None
    effects: tuple[str, ...]
    printed: str | None = None


def positives(seed: int, per_grade: int) -> Iterator[Scene]:
    """So many frames of each grade, grade after grade."""
    for grade in GRADES:
        for index in range(per_grade):
            yield positive(seed, grade, index)


def positive(seed: int, grade: str, index: int) -> Scene:
    """One frame of a grade. It is the same however many are drawn before it."""
    rng = np.random.default_rng((seed, GRADES.index(grade), index))
    return scene_of(rng, grade, random_payload(rng))


def scene_of(rng: np.random.Generator, grade: str, payload: str) -> Scene:
    """A frame of that grade with that number in it."""
    ranges = RANGES[grade]
    kind = random_kind(rng, grade)
    bars = random_bars(rng, kind, payload)
    size = SIZES[int(rng.integers(len(SIZES)))]
    troubles = draw_troubles(rng, ranges)
    pose = fitting_pose(rng, ranges, size, bars.length, bars.modules, is_bent="bend" in troubles)
    fineness = supersampling(pose.module_pixels)
    art = draw(rng, kind, bars, pose.module_pixels * fineness)
    seen = view(pose, bars.length, bars.modules)
    conditions = conditions_of(rng, ranges, pose, troubles, kind)
    where = setting(rng, background(rng, size, is_busy=bool(rng.random() < ranges.is_busy)), conditions)
    frame = take(rng, rng, where, art, seen, conditions, fineness)
    return Scene(frame, payload, grade, kind, pose.module_pixels, bars_corners(art, seen), troubles)


def supersampling(module_pixels: float) -> int:
    """Samples a camera pixel in each direction: more for narrow bars, whose fading must be right."""
    return 2 if module_pixels >= 1.8 else 3


def random_kind(rng: np.random.Generator, grade: str) -> str:
    """What is shown to the camera: a card mostly, sometimes a phone, sometimes one in dark mode."""
    if rng.random() < RANGES[grade].phones:
        return "phone_dark" if grade in ("hard", "extreme") and rng.random() < 0.3 else "phone"
    return _KINDS[int(rng.integers(len(_KINDS)))]
