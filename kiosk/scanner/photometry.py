"""Takes blur, grain, shade and glare out of a straightened strip, by what all rows of it have in common.

A row of bars is one line of greys repeated; the mean of a band of rows is that line without its grain. Lines are float arrays
of shape (number of lines, width); a `picture` of them is what a decoder is shown.
"""

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.scanner.frame import Grey

Lines = npt.NDArray[np.float32]

_ROWS_SHOWN = 6
_BURNT = 248
_LITTLE_GLARE = 0.004
_FEW_ROWS = 0.04
_GAMMA = 2.2
_FAINTEST = 0.2
"""Of the usual contrast of a line: less is paper with its grain, and not stretched."""


def bands(grey: Grey, count: int, window: int) -> Lines:
    """The means of so many bands of rows. Where glare has burnt out rows, the others speak alone.

    `window` is how many pixels of a row make up its local level.
    """
    size = (grey.shape[1], min(count, grey.shape[0]))
    burnt = cv2.morphologyEx(cv2.inRange(grey, _BURNT, 255), cv2.MORPH_OPEN, np.ones((1, window // 2), np.uint8))
    is_paper = burnt.min(axis=0) > 0
    is_paper[size[0] // 5 : -(size[0] // 5)] = False
    burnt[:, is_paper] = 0  # white paper beyond the code's ends, in every row: no glare
    if cv2.countNonZero(burnt) < _LITTLE_GLARE * grey.size:
        return _means(grey.astype(np.float32), size)
    sound = cv2.bitwise_not(cv2.dilate(burnt, np.ones((3, 9), np.uint8))).astype(np.float32) / 255
    level = cv2.blur(grey * sound, (window, 1)) / np.maximum(cv2.blur(sound, (window, 1)), 1e-3)
    detail = (grey - level) * sound
    share = _means(sound, size)
    # What no row shows is ink, so that nothing seems to begin or end there; beyond the code it is paper.
    unseen = np.full(size[::-1], -2.0 * float(detail.std()), np.float32)
    beyond = size[0] // 7
    unseen[:, :beyond] *= -1
    unseen[:, -beyond:] *= -1
    return np.where(share > _FEW_ROWS, _means(detail, size) / np.maximum(share, _FEW_ROWS), unseen) + 128


def _means(rows: Lines, size: tuple[int, int]) -> Lines:
    return np.asarray(cv2.resize(rows, size, interpolation=cv2.INTER_AREA), np.float32)


def evened(lines: Lines, window: int, is_light_on_dark: bool = False) -> Lines:
    """Each line stretched between the darkest and the lightest it has within `window` pixels: 0 is ink, 1 is paper.

    Where there is no ink about, it is paper.
    """
    across = (window | 1, 1)
    low, high = cv2.erode(lines, np.ones((1, window | 1), np.uint8)), cv2.dilate(lines, np.ones((1, window | 1), np.uint8))
    low, high = cv2.blur(low, across), cv2.blur(high, across)
    spread = high - low
    usual = np.sort(spread[:, ::8], axis=1)[:, [int(0.8 * len(spread[0, ::8]))]]
    floor = np.maximum(_FAINTEST * usual, 2.0)
    away = lines - low if is_light_on_dark else high - lines
    return np.asarray(1 - away / np.maximum(spread, floor), np.float32)


def in_linear_light(lines: Lines) -> Lines:
    """The lines as the light was before the camera bent its scale for the eye (a gamma of 2.2): there, blur is a plain sum."""
    return np.asarray(255 * np.power(np.clip(lines, 0, 255) / 255, _GAMMA), np.float32)


def deblurred(lines: Lines, kernels: npt.NDArray[np.complex64]) -> Lines:
    """Every line under every inverse blur of `kernels` (see `inverse_blurs`): shape (lines x kernels, width)."""
    width = lines.shape[1]
    size = 2 * (kernels.shape[1] - 1)
    padded = np.pad(lines, ((0, 0), (0, size - width)), mode="edge")
    spectra = np.fft.rfft(padded, axis=1)
    sharp = np.fft.irfft(spectra[:, None, :] * kernels[None, :, :], size, axis=2)[:, :, :width]
    return np.asarray(sharp.reshape(-1, width), np.float32)


def inverse_blurs(size: int, gaussians: tuple[float, ...], boxes: tuple[float, ...], noise: float) -> npt.NDArray[np.complex64]:
    """Wiener filters against focus blur (standard deviations) and motion blur (lengths), all in pixels of the lines."""
    frequency = np.fft.rfftfreq(size)
    blurs = [np.exp(-2 * (np.pi * frequency * sigma) ** 2) for sigma in gaussians]
    blurs += [np.sinc(frequency * length) for length in boxes]
    return np.asarray([blur / (blur * blur + noise) for blur in blurs], np.complex64)


def picture(line: Lines) -> Grey:
    """A line (0 ink, 1 paper) as a picture of a few equal rows."""
    row = np.clip(line * 255, 0, 255).astype(np.uint8)
    return np.repeat(row[None, :], _ROWS_SHOWN, axis=0)
