"""What stands between a card and its number, and how much of it in each of the four grades of difficulty."""

from dataclasses import dataclass, replace

import numpy as np
from bench.scanner_optics import Pose, view

GRADES = ("easy", "normal", "hard", "extreme")
_MARGIN = 8


@dataclass(frozen=True, slots=True)
class Conditions:
    """What stands between a card and its number. Lengths in pixels; `exposure` 1 shows white paper as nearly white."""

    motion: float = 0.0
    motion_degrees: float = 0.0
    focus: float = 0.5
    is_disc: bool = False
    glare: float = 0.0
    glare_size: float = 0.0
    shade: float = 0.0
    has_shadow: bool = False
    exposure: float = 0.8
    shot: float = 0.006
    read: float = 0.002
    chroma: float = 0.0
    quality: int = 92
    sharpening: float = 0.0
    finger: float = 0.0
    is_held: bool = False
    moire: float = 0.0
    veil: float = 0.0
    screen: float = 1.0


@dataclass(frozen=True, slots=True)
class Grade:
    """Ranges a grade draws from; `troubles` is how many of the named effects come together."""

    degrees: float
    tilt: float
    module: tuple[float, float]
    focus: tuple[float, float]
    shot: tuple[float, float]
    quality: tuple[int, int]
    troubles: tuple[int, int]
    strength: float
    phones: float
    is_busy: float


RANGES = {
    "easy": Grade(10, 12, (2.2, 4.0), (0.85, 2.4), (0.006, 0.03), (70, 94), (0, 1), 0.42, 0.0, 0.4),
    "normal": Grade(30, 20, (1.8, 3.5), (0.6, 1.6), (0.006, 0.025), (70, 92), (1, 1), 0.45, 0.05, 0.5),
    "hard": Grade(180, 30, (1.5, 3.0), (0.6, 1.7), (0.01, 0.035), (60, 90), (1, 2), 0.88, 0.2, 0.7),
    "extreme": Grade(180, 36, (1.2, 2.2), (0.6, 1.6), (0.01, 0.045), (50, 88), (2, 3), 1.02, 0.2, 0.7),
}
_TROUBLES = ("motion", "focus", "glare", "shade", "dark", "finger", "chroma", "bend")


def draw_troubles(rng: np.random.Generator, ranges: Grade) -> tuple[str, ...]:
    count = int(rng.integers(ranges.troubles[0], ranges.troubles[1] + 1))
    return tuple(str(name) for name in rng.choice(_TROUBLES, count, replace=False))


def fitting_pose(
    rng: np.random.Generator, ranges: Grade, size: tuple[int, int], length: float, modules: float, *, is_bent: bool = False
) -> Pose:
    """A pose in which the whole bar field with some quiet zone is in the frame."""
    module = float(rng.uniform(*ranges.module))
    bend = float(rng.uniform(0.2, 0.9)) if is_bent else 0.0
    lens = float(rng.uniform(-0.06, 0.06))
    while True:
        for _ in range(30):
            tilt, turn = (float(rng.uniform(-ranges.tilt, ranges.tilt)) for _ in range(2))
            centre = tuple(float(rng.uniform(0.2, 0.8) * side) for side in size)
            pose = Pose(size, _angle(rng, ranges.degrees), tilt, turn, (centre[0], centre[1]), module, bend, lens)
            if is_in_view(pose, length, modules):
                return pose
        module = max(ranges.module[0], module * 0.93)


def is_in_view(pose: Pose, length: float, modules: float) -> bool:
    """Whether bars so long (millimetres) are in the frame with some quiet zone."""
    reach = length / 2 + 5 * length / modules
    points = view(pose, length, modules).to_frame([[-reach, -8], [reach, -8], [reach, 8], [-reach, 8]])
    return bool((points > _MARGIN).all() and (points < np.array(pose.size) - _MARGIN).all())


def _angle(rng: np.random.Generator, most: float) -> float:
    """Any angle alike, but that within thirty degrees people mean to hold it upright, and small ones prevail."""
    return float(rng.triangular(-most, 0.0, most) if 10 < most < 180 else rng.uniform(-most, most))


def conditions_of(rng: np.random.Generator, ranges: Grade, pose: Pose, troubles: tuple[str, ...], kind: str) -> Conditions:
    strength, module = ranges.strength, pose.module_pixels
    base = Conditions(
        motion=float(rng.uniform(0, 0.35)) * strength * module,
        motion_degrees=float(rng.uniform(0, 180)),
        focus=float(rng.uniform(*ranges.focus)) * 0.8,
        is_disc=bool(rng.random() < 0.4),
        shade=float(rng.uniform(0.1, 0.4)) * strength,
        exposure=float(rng.uniform(0.55, 0.95)),
        shot=float(rng.uniform(*ranges.shot)),
        read=float(rng.uniform(*ranges.shot)) * 0.3,
        quality=int(rng.integers(*ranges.quality)),
        sharpening=float(rng.uniform(0.2, 1.0)) if rng.random() < 0.4 else 0.0,
        is_held=bool(rng.random() < 0.6),
    )
    for trouble in troubles:
        base = _with_trouble(rng, base, trouble, strength, module)
    if kind.startswith("phone"):
        amount = min(1.0, strength)
        base = replace(
            base,
            moire=float(rng.uniform(0.02, 0.25)) * amount,
            veil=float(rng.uniform(0.0, 0.15)) * amount,
            screen=float(rng.uniform(1.0 - 0.85 * amount, 1.2)),
        )
    return base


def _with_trouble(rng: np.random.Generator, base: Conditions, trouble: str, strength: float, module: float) -> Conditions:
    draw_one = rng.uniform(0.6, 1.0) * strength
    match trouble:
        case "motion":
            return replace(base, motion=float(1.8 * draw_one * module))
        case "focus":
            return replace(base, focus=float(1.1 * draw_one * module))
        case "glare":
            return replace(base, glare=float(rng.uniform(0.5, 3.0)), glare_size=float(0.9 * draw_one))
        case "shade":
            return replace(base, shade=min(0.9, float(0.8 * draw_one)), has_shadow=True)
        case "dark":
            return replace(base, exposure=base.exposure / (1 + 3 * float(draw_one)), read=base.read + 0.008 * float(draw_one))
        case "finger":
            return replace(base, finger=min(0.9, float((0.65 if strength < 1 else 0.85) * draw_one)))
        case "chroma":
            return replace(base, chroma=float(1.5 * draw_one), shot=base.shot * 1.5, quality=max(40, base.quality - 15))
    return base
