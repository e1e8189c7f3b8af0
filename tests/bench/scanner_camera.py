"""The camera: a flat thing before a place under some conditions gives the frame that a cheap camera would send."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from bench import scanner_light as light
from bench.scanner_cards import Artwork
from bench.scanner_conditions import Conditions
from bench.scanner_hands import cover_end, hold, random_skin
from bench.scanner_optics import (
    Floats,
    Layer,
    View,
    bars_corners,
    focus_kernel,
    motion_kernel,
    photograph,
    smeared,
    to_linear,
)

Picture = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Setting:
    """A place as it is lit: its light, and the lamps' light over the frame that a card there gets too."""

    place: Floats
    ambient: Floats


def setting(rng: np.random.Generator, place: Picture, conditions: Conditions) -> Setting:
    """The place in the light of these conditions."""
    height, width = place.shape[:2]
    ambient = light.shade(rng, (width, height), conditions.shade, is_edged=conditions.has_shadow)
    return Setting(to_linear(place) * ambient[:, :, None], ambient)


def take(
    looks: np.random.Generator,
    grain: np.random.Generator,
    where: Setting,
    art: Artwork,
    seen: View,
    conditions: Conditions,
    supersampling: int,
    drift: tuple[float, float] = (0.0, 0.0),
) -> Picture:
    """The frame. `looks` draws the hand and the glare (which `drift` shifts), `grain` the noise: a film keeps the first."""
    corners = bars_corners(art, seen)
    layer = photograph(art, seen, supersampling, pad=math.ceil(conditions.motion + conditions.focus) + 2)
    _light_up(looks, layer, art, conditions, where.ambient, corners, drift)
    whole = where.place.copy()
    behind = Layer(whole, np.ones(whole.shape[:2], np.float32), 0, 0)
    skin = random_skin(looks)
    if conditions.is_held:
        hold(looks, layer, behind, art, seen, skin)
    if conditions.finger:
        cover_end(looks, layer, behind, art, seen, conditions.finger, skin)
    layer = smeared(layer, focus_kernel(conditions.focus, is_disc=conditions.is_disc))
    if conditions.motion > 0.3:
        layer = smeared(layer, motion_kernel(conditions.motion, conditions.motion_degrees))
    _lay(layer, whole)
    return send(grain, whole, conditions)


def send(grain: np.random.Generator, whole: Floats, conditions: Conditions) -> Picture:
    """What the sensor and the electronics make of the light."""
    codes = light.expose(grain, whole, conditions.exposure, conditions.shot, conditions.read, conditions.chroma)
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
    drift: tuple[float, float],
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
        light.add_glare(rng, layer, corners, conditions.glare, conditions.glare_size, drift)


def _lay(layer: Layer, whole: Floats) -> None:
    if layer.left + layer.cover.shape[1] <= 0 or layer.top + layer.cover.shape[0] <= 0:
        return
    top, left = max(0, layer.top), max(0, layer.left)
    room = whole[top : layer.top + layer.cover.shape[0], left : layer.left + layer.cover.shape[1]]
    cut = (slice(top - layer.top, top - layer.top + room.shape[0]), slice(left - layer.left, left - layer.left + room.shape[1]))
    room[:] = room * (1 - layer.cover[cut][:, :, None]) + layer.light[cut]
