"""The short sounds without words, made when they are first needed; when they are heard is the terminal's to choose."""

from functools import cache

import numpy as np

from kiosk.speech.audio import RATE, Samples

_NOTES: dict[str, tuple[tuple[float, float], ...]] = {
    "scanned": ((1318.5, 0.09), (1760.0, 0.14)),
    "done": ((880.0, 0.1), (1108.7, 0.1), (1318.5, 0.2)),
    "error": ((311.1, 0.16), (233.1, 0.26)),
}
"""Hertz and seconds: rising when it went well, falling and low when it did not, so that they differ for who hears badly too."""
_HEIGHT = 9000
_FADE_SECONDS = 0.006


@cache
def tone(name: str) -> Samples:
    """The sound of that name (a `Sound` of the terminal's). Raises KeyError for one there is not."""
    return np.concatenate([_note(*note) for note in _NOTES[name]])


def _note(hertz: float, seconds: float) -> Samples:
    """A note with a soft octave above it, faded at both ends so that it does not click."""
    times = np.arange(round(seconds * RATE)) / RATE
    wave = np.sin(2 * np.pi * hertz * times) + 0.3 * np.sin(4 * np.pi * hertz * times)
    fade = np.minimum(1, np.minimum(times, times[-1] - times) / _FADE_SECONDS)
    note: Samples = (_HEIGHT * wave * fade).astype(np.int16)
    return note
