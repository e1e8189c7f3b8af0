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


def bands(grey: Grey, count: int) -> Lines:
    """The means of so many bands of rows."""
    rows, width = grey.shape
    count = min(count, rows)
    means: Lines = cv2.resize(grey.astype(np.float32), (width, count), interpolation=cv2.INTER_AREA)
    return means


def evened(lines: Lines, window: int) -> Lines:
    """Each line stretched between the darkest and the lightest it has within `window` pixels: 0 is ink, 1 is paper."""
    kernel = np.ones((1, window | 1), np.uint8)
    low, high = cv2.erode(lines, kernel), cv2.dilate(lines, kernel)
    low, high = cv2.blur(low, (window | 1, 1)), cv2.blur(high, (window | 1, 1))
    spread = np.maximum(high - low, 8.0)
    return np.asarray((lines - low) / spread, np.float32)


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
