"""What is to be heard next: passages one after the other, with short sounds over them; who plays it is the player's."""

from collections import deque
from dataclasses import dataclass, replace

import numpy as np

from kiosk.speech.audio import Samples, louder


@dataclass(frozen=True, slots=True)
class _Sound:
    """A short sound that began so many samples ago."""

    samples: Samples
    age: int = 0


class Mixer:
    """Not for several threads at a time; its player guards it.

    What was taken is not heard yet: up to `waiting` samples of it are still before the ear.
    """

    def __init__(self, volume: int, waiting: int) -> None:
        self.volume = volume
        self._waiting = waiting
        self._speech: deque[Samples] = deque()
        self._sounds: list[_Sound] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to be heard."""
        return not self.is_speaking and all(sound.age >= len(sound.samples) for sound in self._sounds)

    @property
    def is_speaking(self) -> bool:
        """Whether any speech is left."""
        return bool(self._speech)

    def speak(self, passage: Samples) -> None:
        """To be heard after what is being spoken."""
        self._speech.append(passage)

    def sound(self, sound: Samples) -> None:
        """To be heard at once."""
        self._sounds.append(_Sound(sound))

    def hush(self) -> None:
        """Drops all speech, and what was taken with it; of a short sound that is given once more."""
        self._speech.clear()
        self._sounds = [replace(sound, age=max(0, sound.age - self._waiting)) for sound in self._sounds]

    def clear(self) -> None:
        """Drops everything."""
        self._speech.clear()
        self._sounds.clear()

    def take(self, length: int) -> Samples:
        """So many samples of what is to be heard, silence where there is nothing."""
        mixed = np.zeros(length, np.int32)
        at = 0
        while at < length and self._speech:
            piece = self._speech.popleft()
            part, rest = np.split(piece, [length - at])
            mixed[at : at + len(part)] += part
            at += len(part)
            if len(rest):
                self._speech.appendleft(rest)
        for sound in self._sounds:
            part = sound.samples[sound.age : sound.age + length]
            mixed[: len(part)] += part
        older = (replace(sound, age=sound.age + length) for sound in self._sounds)
        self._sounds = [sound for sound in older if sound.age < len(sound.samples) + self._waiting]
        return louder(np.clip(mixed, -32767, 32767), self.volume)
