"""English, Chinese and Korean by eSpeak NG; the text goes to its standard input, where no list of processes shows it."""

import subprocess

import numpy as np

from kiosk.speech.audio import Samples, samples, trimmed
from kiosk.speech.presence import ESPEAK
from kiosk.speech.wording import Passage, Tongue

VOICES = {Tongue.ENGLISH: "en-us", Tongue.CHINESE: "cmn-latn-pinyin", Tongue.KOREAN: "ko"}
"""`cmn` alone reads the Pinyin it makes as if it were English."""
_WORDS_PER_MINUTE = {Tongue.ENGLISH: 165, Tongue.CHINESE: 150, Tongue.KOREAN: 150}
_HEADER_BYTES = 44
_OWN_RATE = 22050
_GAIN = 1.4
"""As loud as the Japanese voice."""
_LONGEST_SECONDS = 10


def speak(passage: Passage, rate: float) -> Samples:
    """The passage aloud. Raises OSError and subprocess.SubprocessError where eSpeak NG is missing or fails."""
    speed = str(round(_WORDS_PER_MINUTE[passage.tongue] * rate))
    done = subprocess.run(  # noqa: S603
        [ESPEAK, "-v", VOICES[passage.tongue], "-s", speed, "-b", "1", "-z", "--stdin", "--stdout"],
        input=passage.text.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=_LONGEST_SECONDS,
        check=True,
    )
    wave = np.frombuffer(done.stdout, "<i2", offset=min(_HEADER_BYTES, len(done.stdout)))
    return trimmed(samples(wave.astype(np.float64), _OWN_RATE, _GAIN))
