"""The Japanese voice: Open JTalk with its dictionary and the voice Mei, from one package; nothing is fetched when it runs.

Mei is by the MMDAgent Project Team, Nagoya Institute of Technology (CC BY 3.0); Open JTalk and its dictionary are BSD.
"""

import re
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import numpy as np

from kiosk.speech.audio import Samples, samples, trimmed
from kiosk.speech.pronunciation import spelled
from kiosk.speech.wording import Passage

_OWN_READING = {"use_sudachi_kanji_yomi": False, "predict_nani": False}
"""Open JTalk's dictionary alone: the package's second opinions take a second dictionary in memory, and say なに冊."""
_KANA = str.maketrans({chr(code): chr(code + 0x60) for code in range(0x3041, 0x3097)})
_MARKS = re.compile(r"[^ァ-ヺー]")


class JapaneseVoice:
    """Loads its dictionary when it first speaks (about 0.3 s, 60 MiB). Raises ImportError where the package is missing."""

    def __init__(self) -> None:
        self._talk: Any = None

    def speak(self, passage: Passage, rate: float) -> Samples:
        """The passage aloud. Where the dictionary reads it otherwise than its kana, the kana are spoken."""
        if self._talk is None:
            self._talk = _load()
        words = self._read(passage.text)
        if passage.reading != passage.text and _sound(words) != _sound(self._read(passage.reading)):
            words = self._read(passage.reading)
        labels = self._talk.make_label(words)
        if not labels:
            return np.zeros(0, np.int16)
        wave, wave_rate = self._talk.synthesize(labels, speed=rate)
        return trimmed(samples(wave, wave_rate))

    def _read(self, text: str) -> list[dict[str, Any]]:
        words: list[dict[str, Any]] = self._talk.run_frontend(spelled(text), **_OWN_READING)
        return words


def _load() -> Any:
    with redirect_stdout(StringIO()):  # it prints that a part is missing, which is not used here
        import pyopenjtalk

    return pyopenjtalk


def _sound(words: list[dict[str, Any]]) -> str:
    """How it is read, without marks; は stays は whether it is spoken wa or ha."""
    return _MARKS.sub("", "".join(str(word["read"]) for word in words).translate(_KANA))
