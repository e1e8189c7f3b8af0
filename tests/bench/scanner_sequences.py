"""Films of two seconds: a card comes into view and is held by a hand that is never quite still."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from bench.scanner_camera import setting, take
from bench.scanner_cards import draw, random_bars, random_payload
from bench.scanner_conditions import GRADES, RANGES, Conditions, conditions_of, draw_troubles, fitting_pose, is_in_view
from bench.scanner_optics import Pose, view
from bench.scanner_places import background
from bench.scanner_scenes import SIZES, random_kind, supersampling
from bench.scanner_sheet import Bars

Picture = npt.NDArray[np.uint8]
_LOOKS, _GRAIN, _PLACE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Hand:
    """How the card moves: pixels away at the start and whence, seconds until it is held, how far and how fast it trembles."""

    far: float
    whence: float
    settled: float
    sway: float
    turning: float
    phases: tuple[float, ...]
    shutter: float
    """Seconds the camera's shutter is open."""

    def offset(self, moment: float) -> tuple[float, float]:
        """Pixels from where it is held."""
        left = max(0.0, 1.0 - moment / self.settled)
        far = self.far * left**2 * (3 - 2 * left)
        a, b, c, d = (
            math.sin(2 * math.pi * speed * moment + phase)
            for speed, phase in zip((0.6, 2.3, 0.7, 2.9), self.phases[:4], strict=True)
        )
        x, y = math.cos(self.whence) * far, math.sin(self.whence) * far
        return x + self.sway * (a + 0.35 * b), y + self.sway * (c + 0.35 * d)

    def turn(self, moment: float) -> float:
        """Degrees from how it is held."""
        left = max(0.0, 1.0 - moment / self.settled)
        return self.turning * (math.sin(2 * math.pi * 0.5 * moment + self.phases[4]) + 2.0 * left)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A film of one card.

    `first_in_view` is the first frame in which the whole code is in view, `first_held` the first from there in which its bars
    are smeared over less than two narrow ones.
    """

    payload: str
    grade: str
    kind: str
    effects: tuple[str, ...]
    first_in_view: int
    fps: int
    seconds: int
    seed: tuple[int, ...]
    bars: Bars
    pose: Pose
    conditions: Conditions
    hand: Hand

    def frames(self) -> Iterator[Picture]:
        """Every frame; drawn anew, and the same, each time."""
        fineness = supersampling(self.pose.module_pixels)
        art = draw(self._rng(_LOOKS), self.kind, self.bars, self.pose.module_pixels * fineness)
        rng = self._rng(_PLACE)
        place = background(rng, self.pose.size, is_busy=bool(rng.random() < RANGES[self.grade].is_busy))
        where = setting(rng, place, self.conditions)
        grain = self._rng(_GRAIN)
        for index in range(self.fps * self.seconds):
            moment = index / self.fps
            pose = _pose_at(self.pose, self.hand, moment)
            seen = view(pose, self.bars.length, self.bars.modules)
            drift = (0.12 * math.sin(2.1 * moment + self.hand.phases[5]), 0.3 * math.sin(2.7 * moment + self.hand.phases[6]))
            yield take(self._rng(_LOOKS), grain, where, art, seen, self._conditions_at(moment), fineness, drift)

    def _conditions_at(self, moment: float) -> Conditions:
        """Motion blur follows from how fast the card moves; the focus settles and wavers as a camera's does."""
        x, y = self.hand.offset(moment)
        later_x, later_y = self.hand.offset(moment + 0.01)
        speed = (later_x - x) / 0.01, (later_y - y) / 0.01
        smear = min(60.0, math.hypot(*speed) * self.hand.shutter)
        hunting = (
            1.0 + 0.8 * max(0.0, 1 - moment / (self.hand.settled + 0.2)) + 0.12 * math.sin(5.0 * moment + self.hand.phases[7])
        )
        return replace(
            self.conditions,
            motion=smear,
            motion_degrees=math.degrees(math.atan2(speed[1], speed[0])),
            focus=self.conditions.focus * hunting,
        )

    @property
    def first_held(self) -> int:
        """A smear as long as a narrow bar and a narrow space takes away every trace of the pair."""
        return next(frame for frame in range(self.first_in_view, self.fps * self.seconds) if self._smear(frame) < 2)

    def _smear(self, frame: int) -> float:
        """How many narrow bars a bar is smeared over, across."""
        moment = frame / self.fps
        pose, conditions = _pose_at(self.pose, self.hand, moment), self._conditions_at(moment)
        half = self.bars.length / 2
        start, end = view(pose, self.bars.length, self.bars.modules).to_frame([(-half, 0.0), (half, 0.0)])
        code, smear = math.atan2(end[1] - start[1], end[0] - start[0]), math.radians(conditions.motion_degrees)
        return abs(conditions.motion * math.cos(smear - code)) / pose.module_pixels

    def _rng(self, purpose: int) -> np.random.Generator:
        return np.random.default_rng((*self.seed, purpose))


def sequences(seed: int, per_grade: int) -> Iterator[Sequence]:
    """So many films of each grade, grade after grade."""
    for grade in GRADES:
        for index in range(per_grade):
            yield sequence(seed, grade, index)


def sequence(seed: int, grade: str, index: int, fps: int = 15, seconds: int = 2) -> Sequence:
    """One film of a grade. It is the same however many are made before it."""
    own = (seed, 20 + GRADES.index(grade), index)
    rng = np.random.default_rng((*own, 0))
    ranges = RANGES[grade]
    payload, kind = random_payload(rng), random_kind(rng, grade)
    bars = random_bars(rng, kind, payload)
    size = SIZES[int(rng.integers(len(SIZES)))]
    troubles = draw_troubles(rng, ranges)
    first = None
    while first is None:
        pose = fitting_pose(rng, ranges, size, bars.length, bars.modules, is_bent="bend" in troubles)
        hand = _hand(rng, pose, ranges.strength, is_shaky="motion" in troubles)
        first = _first_in_view(pose, hand, bars, [frame / fps for frame in range(fps * seconds)])
    conditions = conditions_of(rng, ranges, pose, tuple(name for name in troubles if name != "motion"), kind)
    return Sequence(payload, grade, kind, troubles, first, fps, seconds, own, bars, pose, conditions, hand)


def _hand(rng: np.random.Generator, pose: Pose, strength: float, *, is_shaky: bool) -> Hand:
    width, height = pose.size
    return Hand(
        far=math.hypot(width, height) * float(rng.uniform(0.35, 0.7)),
        whence=float(rng.uniform(0, 2 * math.pi)),
        settled=float(rng.uniform(0.3, 0.8)),
        sway=width / 1280 * float(rng.uniform(3.0, 9.0) * (1 + 1.2 * strength if is_shaky else 1.0)),
        turning=float(rng.uniform(0.3, 2.0)) * (2.0 if is_shaky else 1.0),
        phases=tuple(float(phase) for phase in rng.uniform(0, 2 * math.pi, 8)),
        shutter=float(rng.uniform(0.005, 0.02 + 0.02 * strength)),
    )


def _first_in_view(pose: Pose, hand: Hand, bars: Bars, moments: list[float]) -> int | None:
    """The first frame with the whole code; None when it is out of view again later."""
    shown = [is_in_view(_pose_at(pose, hand, moment), bars.length, bars.modules) for moment in moments]
    first = shown.index(True) if True in shown else None
    return first if first is not None and all(shown[first:]) else None


def _pose_at(pose: Pose, hand: Hand, moment: float) -> Pose:
    x, y = hand.offset(moment)
    tilt = pose.tilt + 1.5 * hand.turning * math.sin(3.1 * moment + hand.phases[6])
    turn = pose.turn + 1.5 * hand.turning * math.sin(2.6 * moment + hand.phases[7])
    centre = (pose.centre[0] + x, pose.centre[1] + y)
    return replace(pose, degrees=pose.degrees + hand.turn(moment), tilt=tilt, turn=turn, centre=centre)
