"""Camera frames of a held card in four grades of difficulty, each the same for the same seed, grade and number."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from bench import scanner_light as light
from bench.scanner_cards import Artwork, draw, random_bars, random_payload
from bench.scanner_hands import cover_end, hold, random_skin
from bench.scanner_optics import (
    Floats,
    Layer,
    Pose,
    View,
    bars_corners,
    focus_kernel,
    motion_kernel,
    photograph,
    smeared,
    to_linear,
    view,
)
from bench.scanner_places import background

GRADES = ("easy", "normal", "hard", "extreme")
_SIZES = ((1280, 720), (1280, 720), (1920, 1080))
_MARGIN = 8


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


_GRADES = {
    "easy": Grade(10, 12, (2.2, 4.0), (0.6, 2.2), (0.006, 0.03), (70, 94), (0, 1), 0.35, 0.0, 0.4),
    "normal": Grade(30, 20, (1.8, 3.5), (0.6, 1.6), (0.006, 0.025), (70, 92), (1, 1), 0.5, 0.05, 0.5),
    "hard": Grade(180, 30, (1.5, 3.0), (0.6, 1.6), (0.01, 0.035), (60, 90), (1, 2), 0.8, 0.2, 0.7),
    "extreme": Grade(180, 36, (1.2, 2.2), (0.6, 1.6), (0.01, 0.045), (50, 88), (2, 3), 1.05, 0.2, 0.7),
}
_TROUBLES = ("motion", "focus", "glare", "shade", "dark", "finger", "chroma", "bend")
_KINDS = ("card", "card", "card", "paper", "portrait", "sticker", "fob")


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
    ranges = _GRADES[grade]
    kind = _kind(rng, grade)
    bars = random_bars(rng, kind, payload)
    size = _SIZES[int(rng.integers(3))]
    troubles = _draw_troubles(rng, ranges)
    pose = _fitting_pose(rng, ranges, size, bars.length, bars.modules, "bend" in troubles)
    supersampling = 2 if pose.module_pixels >= 2.4 else 3
    art = draw(rng, kind, bars, pose.module_pixels * supersampling)
    seen = view(pose, bars.length, bars.modules)
    conditions = _conditions(rng, ranges, pose, troubles, kind)
    place = background(rng, size, is_busy=bool(rng.random() < ranges.is_busy))
    frame = take(rng, place, art, seen, conditions, supersampling)
    return Scene(frame, payload, grade, kind, pose.module_pixels, bars_corners(art, seen), troubles)


def take(
    rng: np.random.Generator, place: npt.NDArray[np.uint8], art: Artwork, seen: View, conditions: Conditions, supersampling: int
) -> npt.NDArray[np.uint8]:
    """The frame a camera gives of the artwork before the place under these conditions."""
    corners = bars_corners(art, seen)
    layer = photograph(art, seen, supersampling, pad=math.ceil(conditions.motion + conditions.focus) + 2)
    ambient = light.shade(rng, seen.pose.size, conditions.shade, is_edged=conditions.has_shadow)
    _light_up(rng, layer, art, conditions, ambient, corners)
    whole = to_linear(place) * ambient[:, :, None]
    behind = Layer(whole, np.ones(whole.shape[:2], np.float32), 0, 0)
    skin = random_skin(rng)
    if conditions.is_held:
        hold(rng, layer, behind, art, seen, skin)
    if conditions.finger:
        cover_end(rng, layer, behind, art, seen, conditions.finger, skin)
    layer = smeared(layer, focus_kernel(conditions.focus, is_disc=conditions.is_disc))
    if conditions.motion > 0.3:
        layer = smeared(layer, motion_kernel(conditions.motion, conditions.motion_degrees))
    _lay(layer, whole)
    codes = light.expose(rng, whole, conditions.exposure, conditions.shot, conditions.read, conditions.chroma)
    if conditions.sharpening:
        codes = light.sharpened(codes, conditions.sharpening)
    return light.compressed(codes, conditions.quality)


def _light_up(
    rng: np.random.Generator,
    layer: Layer,
    art: Artwork,
    conditions: Conditions,
    ambient: Floats,
    corners: npt.NDArray[np.float64],
) -> None:
    if art.is_lit:
        layer.light[:] *= np.float32(conditions.screen)
        if conditions.moire:
            light.add_moire(rng, layer, conditions.moire)
        light.veil(layer, conditions.veil)
    else:
        height, width = layer.cover.shape
        rows = np.clip(np.arange(height) + layer.top, 0, ambient.shape[0] - 1)
        columns = np.clip(np.arange(width) + layer.left, 0, ambient.shape[1] - 1)
        layer.light[:] *= ambient[rows][:, columns, None]
    if conditions.glare:
        light.add_glare(rng, layer, corners, conditions.glare, conditions.glare_size)


def _lay(layer: Layer, whole: Floats) -> None:
    top, left = max(0, layer.top), max(0, layer.left)
    room = whole[top : layer.top + layer.cover.shape[0], left : layer.left + layer.cover.shape[1]]
    cut = (slice(top - layer.top, top - layer.top + room.shape[0]), slice(left - layer.left, left - layer.left + room.shape[1]))
    room[:] = room * (1 - layer.cover[cut][:, :, None]) + layer.light[cut]


def _kind(rng: np.random.Generator, grade: str) -> str:
    if rng.random() < _GRADES[grade].phones:
        return "phone_dark" if grade in ("hard", "extreme") and rng.random() < 0.3 else "phone"
    return _KINDS[int(rng.integers(len(_KINDS)))]


def _draw_troubles(rng: np.random.Generator, ranges: Grade) -> tuple[str, ...]:
    count = int(rng.integers(ranges.troubles[0], ranges.troubles[1] + 1))
    return tuple(str(name) for name in rng.choice(_TROUBLES, count, replace=False))


def _fitting_pose(
    rng: np.random.Generator, ranges: Grade, size: tuple[int, int], length: float, modules: float, is_bent: bool
) -> Pose:
    """A pose in which the whole bar field with some quiet zone is in the frame."""
    module = float(rng.uniform(*ranges.module))
    bend = float(rng.uniform(0.2, 0.9)) if is_bent else 0.0
    lens = float(rng.uniform(-0.06, 0.06))
    while True:
        for _ in range(30):
            tilt, turn = (float(rng.uniform(-ranges.tilt, ranges.tilt)) for _ in range(2))
            centre = tuple(float(rng.uniform(0.2, 0.8) * side) for side in size)
            degrees = _angle(rng, ranges.degrees)
            pose = Pose(size, degrees, tilt, turn, (centre[0], centre[1]), module, bend, lens)
            reach = length / 2 + 5 * length / modules
            points = view(pose, length, modules).to_frame([[-reach, -8], [reach, -8], [reach, 8], [-reach, 8]])
            if (points > _MARGIN).all() and (points < np.array(size) - _MARGIN).all():
                return pose
        module = max(ranges.module[0], module * 0.93)


def _angle(rng: np.random.Generator, most: float) -> float:
    """Any angle alike where a card may be turned any way; otherwise people mean to hold it upright, and small ones prevail."""
    return float(rng.uniform(-most, most) if most >= 180 else rng.triangular(-most, 0.0, most))


def _conditions(rng: np.random.Generator, ranges: Grade, pose: Pose, troubles: tuple[str, ...], kind: str) -> Conditions:
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
            return replace(base, finger=min(0.9, float(0.65 * draw_one)))
        case "chroma":
            return replace(base, chroma=float(1.5 * draw_one), shot=base.shot * 1.5, quality=max(40, base.quality - 15))
    return base
