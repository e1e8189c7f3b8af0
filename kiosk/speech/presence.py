"""Which voices and which player are on this machine; whether they can be heard is the doctor's to find out."""

import shutil
from functools import cache
from importlib.util import find_spec

from kiosk.speech.settings import SpeechSettings
from kiosk.speech.wording import Tongue, tongue_of

ESPEAK = "espeak-ng"
"""The program that speaks every language but Japanese."""


@cache
def has_voice(language: str) -> bool:
    """Whether there is a voice for that language of the screens."""
    tongue = tongue_of(language)
    if tongue is Tongue.JAPANESE:
        return find_spec("pyopenjtalk") is not None
    return tongue is not None and shutil.which(ESPEAK) is not None


def has_player(settings: SpeechSettings) -> bool:
    """Whether the program that plays is there."""
    return shutil.which(settings.command[0]) is not None
