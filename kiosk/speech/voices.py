"""Finds the voice for a passage; how each is made is its own module's."""

from kiosk.speech import espeak
from kiosk.speech.audio import Samples
from kiosk.speech.japanese import JapaneseVoice
from kiosk.speech.wording import Passage, Tongue


class Voices:
    """Every voice, at the rate that this terminal is set to. Not for several threads at a time."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._japanese = JapaneseVoice()

    def speak(self, passage: Passage, rate: float) -> Samples:
        """The passage aloud, `rate` 1.0 as set. Raises ImportError, OSError, SubprocessError or RuntimeError when it cannot."""
        if passage.tongue is Tongue.JAPANESE:
            return self._japanese.speak(passage, self._rate * rate)
        return espeak.speak(passage, self._rate * rate)
