"""Sound as the player takes it: 16-bit samples of one channel at one rate; who makes and who plays it is elsewhere."""

import struct
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

RATE = 48000
"""Samples per second: the Japanese voice's own, and that of every sound card."""
Samples: TypeAlias = NDArray[np.int16]
_ENDLESS = 0x7FFFF000
_FAINT = 120
_ONSET = RATE // 100
_BREATH_SECONDS = 0.15


def wav_header() -> bytes:
    """The beginning of a WAV whose length is not known yet."""
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", _ENDLESS + 36, b"WAVE", b"fmt ", 16, 1, 1, RATE, 2 * RATE, 2, 16, b"data", _ENDLESS
    )


def samples(wave: NDArray[np.float64], rate: int, gain: float = 1.0) -> Samples:
    """A wave of 16-bit height at another rate, brought to this one; what is too loud is cut."""
    if rate != RATE:
        times = np.arange(len(wave) * RATE // rate) * (rate / RATE)
        wave = np.interp(times, np.arange(len(wave)), wave)
    loud: Samples = np.clip(wave * gain, -32767, 32767).astype(np.int16)
    return loud


def louder(sound: Samples, percent: int) -> Samples:
    """The sound at that volume; the ear hears equal steps where the strength grows with the square."""
    quiet: Samples = (sound * (percent / 100) ** 2).astype(np.int16)
    return quiet


def trimmed(sound: Samples) -> Samples:
    """The sound from where it begins to be heard, with a breath after it."""
    heard = np.flatnonzero(np.abs(sound) > _FAINT)
    if not len(heard):
        return sound[:0]
    breath = np.zeros(round(_BREATH_SECONDS * RATE), np.int16)
    return np.concatenate([sound[max(0, heard[0] - _ONSET) : heard[-1] + _ONSET], breath])
