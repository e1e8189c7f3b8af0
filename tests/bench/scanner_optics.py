"""How a flat thing comes before a lens: the pinhole projection, supersampled, with lens distortion and a bent card.

Everything is averaged over the area of a camera pixel, so that a bar narrower than two pixels fades as it does on a sensor.
"""

import math
from dataclasses import dataclass, replace
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt
from bench.scanner_cards import Artwork

Floats: TypeAlias = npt.NDArray[np.float32]

_CELL = 8
"""The mapping is computed at every eighth pixel and interpolated: it is smooth."""
_TO_LINEAR = np.where(
    np.arange(256) <= 10, np.arange(256) / 255 / 12.92, ((np.arange(256) / 255 + 0.055) / 1.055) ** 2.4
).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Pose:
    """How the thing is held: degrees in the picture's plane and out of it, its bars' centre and a module's width in pixels.

    `bend` is the length of the bars over the radius the thing is bent to; `distortion` is the lens' first radial coefficient.
    """

    size: tuple[int, int]
    degrees: float
    tilt: float
    turn: float
    centre: tuple[float, float]
    module_pixels: float
    bend: float = 0.0
    distortion: float = 0.0
    focal: float = 1.1


@dataclass(frozen=True, slots=True)
class View:
    """The projection of one artwork in one pose: millimetres from its bars' centre to pixels of the frame and back."""

    pose: Pose
    matrix: npt.NDArray[np.float64]
    radius: float

    def to_frame(self, points: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Pixels of these millimetres."""
        flat = np.asarray(points, float).reshape(-1, 2).copy()
        if self.radius:
            flat[:, 0] = self.radius * np.sin(np.clip(flat[:, 0] / self.radius, -1.5, 1.5))
        seen = np.c_[flat, np.ones(len(flat))] @ self.matrix.T
        ideal = seen[:, :2] / seen[:, 2:]
        middle, focal = self._lens()
        offset = ideal - middle
        bent = offset
        for _ in range(3):
            bent = offset / (1 + self.pose.distortion * (bent**2).sum(1, keepdims=True) / focal**2)
        return middle + bent

    def to_sheet(self, x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], ...]:
        """Millimetres that are seen at these pixels."""
        middle, focal = self._lens()
        dx, dy = x - middle[0], y - middle[1]
        stretch = 1 + self.pose.distortion * (dx**2 + dy**2) / focal**2
        inverse = np.linalg.inv(self.matrix)
        u, v, w = (row[0] * (middle[0] + dx * stretch) + row[1] * (middle[1] + dy * stretch) + row[2] for row in inverse)
        across = u / w
        if self.radius:
            across = self.radius * np.arcsin(np.clip(across / self.radius, -0.999, 0.999))
        return across, v / w

    def _lens(self) -> tuple[npt.NDArray[np.float64], float]:
        width, height = self.pose.size
        return np.array([width / 2, height / 2]), self.pose.focal * width


def view(pose: Pose, length: float, modules: float) -> View:
    """The projection in which the bars, so long in millimetres, have the pose's module width on the average."""
    radius = length / pose.bend if pose.bend else 0.0
    width = pose.size[0]
    depth = pose.focal * width * (length / modules) / pose.module_pixels
    for _ in range(3):
        seen = View(pose, _projection(pose, depth), radius)
        ends = seen.to_frame([[-length / 2, 0], [length / 2, 0]])
        depth *= float(np.hypot(*(ends[1] - ends[0]))) / modules / pose.module_pixels
    return View(pose, _projection(pose, depth), radius)


def _projection(pose: Pose, depth: float) -> npt.NDArray[np.float64]:
    width, height = pose.size
    focal = pose.focal * width
    around, over, aside = (math.radians(angle) for angle in (pose.degrees, pose.tilt, pose.turn))
    in_plane = np.array([[math.cos(around), -math.sin(around), 0], [math.sin(around), math.cos(around), 0], [0, 0, 1]])
    tilting = np.array([[1, 0, 0], [0, math.cos(over), -math.sin(over)], [0, math.sin(over), math.cos(over)]])
    turning = np.array([[math.cos(aside), 0, math.sin(aside)], [0, 1, 0], [-math.sin(aside), 0, math.cos(aside)]])
    spin = in_plane @ tilting @ turning
    place = np.array([(pose.centre[0] - width / 2) * depth / focal, (pose.centre[1] - height / 2) * depth / focal, depth])
    camera = np.array([[focal, 0, width / 2], [0, focal, height / 2], [0, 0, 1]])
    return camera @ np.column_stack([spin[:, 0], spin[:, 1], place])


@dataclass(frozen=True, slots=True)
class Layer:
    """A thing in the frame: linear light (0 to 1 is what white paper gives) times cover, the cover, and where it lies."""

    light: Floats
    cover: Floats
    left: int
    top: int


def to_linear(picture: npt.NDArray[np.uint8]) -> Floats:
    """Light of sRGB bytes."""
    light: Floats = cv2.LUT(picture, _TO_LINEAR)
    return light


def bars_corners(art: Artwork, seen: View) -> npt.NDArray[np.float64]:
    """The bar field's corners in the frame: the first two lie along its upper edge."""
    _, _, width, height = art.bars_box
    return seen.to_frame(
        [[-width / 2, -height / 2], [width / 2, -height / 2], [width / 2, height / 2], [-width / 2, height / 2]]
    )


def photograph(art: Artwork, seen: View, supersampling: int, pad: int) -> Layer:
    """The artwork as the lens throws it on the sensor, before blur; `pad` pixels are kept free around it for that."""
    left, top, across, down = _room(art, seen, pad)
    x = left + (np.arange(across) + 0.5) * _CELL - 0.5
    y = top + (np.arange(down) + 0.5) * _CELL - 0.5
    u, v = seen.to_sheet(*np.meshgrid(x, y))
    box = art.bars_box
    scale = art.scale
    coarse = [(u + box[0] + box[2] / 2) * scale - 0.5, (v + box[1] + box[3] / 2) * scale - 0.5]
    fine_size = (across * _CELL * supersampling, down * _CELL * supersampling)
    fine = [cv2.resize(one.astype(np.float32), fine_size, interpolation=cv2.INTER_LINEAR) for one in coarse]
    size = (across * _CELL, down * _CELL)
    # The mean over a camera pixel must be of light, not of its code; the mask's edge is soft, so light goes times cover.
    picture = cv2.remap(to_linear(art.picture), fine[0], fine[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    mask = cv2.remap(art.mask, fine[0], fine[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    cover = cv2.resize(mask, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    light = cv2.resize(picture, size, interpolation=cv2.INTER_AREA) * cover[:, :, None]
    return Layer(light, cover, left, top)


def _room(art: Artwork, seen: View, pad: int) -> tuple[int, int, int, int]:
    box = art.bars_box
    height, width = (side / art.scale for side in art.picture.shape[:2])
    edge = [(x, y) for x in np.linspace(0, width, 5) for y in np.linspace(0, height, 5)]
    points = seen.to_frame([(x - box[0] - box[2] / 2, y - box[1] - box[3] / 2) for x, y in edge])
    low = np.maximum(points.min(0) - pad, -pad)
    high = np.minimum(points.max(0) + pad, np.array(seen.pose.size) + pad)
    left, top = (int(value) for value in np.floor(low))
    across, down = (max(1, math.ceil(value / _CELL)) for value in high - (left, top))
    return left, top, across, down


def smeared(layer: Layer, kernel: Floats) -> Layer:
    """The layer through a blur whose kernel adds up to one."""
    light = cv2.filter2D(layer.light, -1, kernel, borderType=cv2.BORDER_REPLICATE)
    cover = cv2.filter2D(layer.cover, -1, kernel, borderType=cv2.BORDER_REPLICATE)
    return replace(layer, light=light, cover=cover)


def focus_kernel(radius: float, *, is_disc: bool) -> Floats:
    """The blur of a lens: a disc of that radius, or a Gaussian of as much spread. Pixels."""
    sigma = radius / 2
    half = max(1, math.ceil(radius + 0.5 if is_disc else sigma * 3))
    offset = np.arange(-half, half + 1)
    if is_disc:
        fine = np.linspace(-half - 0.5, half + 0.5, (2 * half + 1) * 8 + 1)[:-1] + 1 / 16
        inside = (np.hypot(*np.meshgrid(fine, fine)) <= radius).astype(np.float32)
        kernel = cv2.resize(inside, (2 * half + 1, 2 * half + 1), interpolation=cv2.INTER_AREA)
    else:
        one = np.exp(-(offset**2) / (2 * max(sigma, 0.05) ** 2))
        kernel = np.outer(one, one).astype(np.float32)
    return kernel / kernel.sum()


def motion_kernel(length: float, degrees: float) -> Floats:
    """The blur of a thing that moves evenly so many pixels in that direction while the shutter is open."""
    half = max(1, math.ceil(length / 2) + 1)
    kernel = np.zeros((2 * half + 1, 2 * half + 1), np.float32)
    for step in np.linspace(-length / 2, length / 2, max(2, math.ceil(length * 4))):
        x, y = half + step * math.cos(math.radians(degrees)), half + step * math.sin(math.radians(degrees))
        left, top = int(x), int(y)
        for column, row in ((left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1)):
            kernel[row, column] += max(0.0, 1 - abs(x - column)) * max(0.0, 1 - abs(y - row))
    return kernel / kernel.sum()
