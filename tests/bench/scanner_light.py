"""Light and sensor: shade, glare, a screen's grid, noise, tone curve, sharpening and JPEG."""

import math
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt
from bench.scanner_optics import Floats, Layer

_CODES = 4095
_NOISE_SIDE = 1024


@lru_cache(maxsize=1)
def _to_bytes() -> npt.NDArray[np.float32]:
    light = np.arange(_CODES + 1) / _CODES
    return (255 * np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)).astype(np.float32)


def to_codes(light: Floats) -> Floats:
    """Values 0 to 255 of the sRGB curve, not yet rounded; what is brighter than 1 burns out."""
    return np.take(_to_bytes(), (np.clip(light, 0, 1) * _CODES + 0.5).astype(np.uint16), mode="clip")


def shade(rng: np.random.Generator, size: tuple[int, int], depth: float, *, is_edged: bool) -> Floats:
    """Light over the frame, 1 - depth to 1: a slope, and with an edge also the shadow of something."""
    width, height = size
    x, y = np.meshgrid(np.linspace(-1, 1, width // 8), np.linspace(-1, 1, height // 8))
    angle = rng.uniform(0, 2 * math.pi)
    field = 1 - depth * (0.5 + 0.5 * np.clip(x * math.cos(angle) + y * math.sin(angle), -1, 1))
    if is_edged:
        angle, offset = rng.uniform(0, 2 * math.pi), rng.uniform(-0.4, 0.4)
        side = (x * math.cos(angle) + y * math.sin(angle) - offset) / rng.uniform(0.02, 0.12)
        field = field * (1 - depth * 0.8 / (1 + np.exp(-np.clip(side, -30, 30))))
    return cv2.resize(field.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)


def add_glare(
    rng: np.random.Generator,
    layer: Layer,
    corners: npt.NDArray[np.float64],
    strength: float,
    size: float,
    drift: tuple[float, float],
) -> None:
    """A lamp mirrored in the card: a soft blob, round to long, over part of the bar field. `size` in bar field heights."""
    shares = rng.uniform(0.1, 0.9, 2) + drift
    upper, lower = (corners[i] * (1 - shares[0]) + corners[j] * shares[0] for i, j in ((0, 1), (3, 2)))
    place = upper * (1 - shares[1]) + lower * shares[1]
    along, across = float(np.hypot(*(corners[1] - corners[0]))), float(np.hypot(*(corners[3] - corners[0])))
    radius = min(size * across, 0.45 * along)
    angle, oblong = rng.uniform(0, math.pi), rng.uniform(0.35, 1.0)
    height, width = layer.cover.shape
    x, y = np.meshgrid(np.arange(0, width, 4) + layer.left - place[0], np.arange(0, height, 4) + layer.top - place[1])
    a, b = x * math.cos(angle) + y * math.sin(angle), -x * math.sin(angle) + y * math.cos(angle)
    distance = np.hypot(a / radius, b / (radius * oblong))
    hardness = rng.uniform(1.0, 6.0)
    blob = strength / (1 + np.exp(np.clip(hardness * (distance - 1) * 2, -30, 30)))
    grown = cv2.resize(blob.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    tint = np.float32([rng.uniform(0.9, 1.0), rng.uniform(0.95, 1.0), 1.0])
    layer.light[:] += (grown * layer.cover)[:, :, None] * tint


def veil(layer: Layer, amount: float) -> None:
    """A room mirrored in glass: light that is added everywhere and takes contrast away."""
    layer.light[:] += (amount * layer.cover)[:, :, None]


def add_moire(rng: np.random.Generator, layer: Layer, strength: float) -> None:
    """The beat of a screen's grid with the sensor's: coloured waves of three to twelve pixels."""
    height, width = layer.cover.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    for _ in range(2):
        angle, period = rng.uniform(0, math.pi), rng.uniform(3.0, 12.0)
        phase = (x * math.cos(angle) + y * math.sin(angle)) * np.float32(2 * math.pi / period)
        for channel in range(3):
            wave = np.cos(phase + np.float32(rng.uniform(0, 2.0)))
            layer.light[:, :, channel] *= 1 + np.float32(strength) * wave


@lru_cache(maxsize=1)
def _grain() -> Floats:
    return np.random.default_rng(20260101).standard_normal((_NOISE_SIDE, _NOISE_SIDE), dtype=np.float32)


def _noise(rng: np.random.Generator, height: int, width: int) -> Floats:
    """A field of noise cut from one large one: drawing each anew would take longer than all the rest."""
    tile = np.roll(_grain(), rng.integers(0, _NOISE_SIDE, 2), (0, 1))
    tile = tile[:: int(rng.choice([-1, 1])), :: int(rng.choice([-1, 1]))]
    return np.tile(tile, (-(-height // _NOISE_SIDE), -(-width // _NOISE_SIDE)))[:height, :width]


def expose(rng: np.random.Generator, light: Floats, exposure: float, shot: float, read: float, chroma: float) -> Floats:
    """The sensor: light times exposure, with shot noise (grows with light), read noise and coarse colour noise. Gives codes."""
    signal = light * np.float32(exposure)
    height, width = signal.shape[:2]
    spread = np.sqrt(np.clip(signal[:, :, 1], 0, 1) * np.float32(shot**2) + np.float32(read**2))
    # A sensor's pixels know one colour each; the demosaicing spreads its grain over the neighbours.
    grain = cv2.GaussianBlur(_noise(rng, height, width), (0, 0), 0.55) * np.float32(1.6)
    signal += (spread * grain)[:, :, None]
    if chroma:
        small = (-(-height // 3), -(-width // 3))
        for channel, sign in ((0, 1.0), (1, -0.4), (2, 0.9)):
            blotch = cv2.resize(_noise(rng, *small), (width, height), interpolation=cv2.INTER_LINEAR)
            signal[:, :, channel] += spread * blotch * np.float32(chroma * sign)
    return to_codes(signal)


def sharpened(codes: Floats, amount: float) -> Floats:
    """What a cheap camera does to look sharp: an unsharp mask, with its halos."""
    soft = cv2.GaussianBlur(codes, (0, 0), 1.0)
    return codes + (codes - soft) * np.float32(amount)


def compressed(codes: Floats, quality: int) -> npt.NDArray[np.uint8]:
    """The frame as it comes out of the camera's Motion JPEG."""
    picture = np.clip(codes + 0.5, 0, 255).astype(np.uint8)
    _, coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    frame: npt.NDArray[np.uint8] = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    return frame
