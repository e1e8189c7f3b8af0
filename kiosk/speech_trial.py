"""Lets whoever sets a terminal up hear its voices and sounds, one after the other."""

import time
from collections.abc import Callable
from pathlib import Path

from kiosk import paths
from kiosk.config import load_terminal_config
from kiosk.speech.settings import SpeechSettings
from kiosk.speech.speaker import Speaker
from kiosk.terminal.ports import Sound
from kiosk.terminal.words import FIRST_LANGUAGE, Languages

_SENTENCE = "rest-search"
_LOOKS_EVERY_SECONDS = 0.05
_BETWEEN_SECONDS = 0.7


def speak_trial(config: Path | None, text: str | None, language: str | None, tell: Callable[[str], None]) -> int:
    """Speaks the text in that language, or a sentence in every language; 1 when a language has no voice."""
    settings = load_terminal_config(config).speech if config is not None else SpeechSettings()
    languages = Languages(paths.LANGUAGES)
    if text is not None:
        chosen: tuple[str, ...] = (language or FIRST_LANGUAGE,)
    else:
        chosen = (language,) if language else languages.codes
    speaker = Speaker(settings)
    try:
        mute = [code for code in chosen if not _speak(speaker, text or languages.words(code)(_SENTENCE), code)]
        for sound in Sound if language is None and text is None else ():
            speaker.play(sound)
            time.sleep(_BETWEEN_SECONDS)
    finally:
        speaker.close()
    for code in mute:
        tell(f"{code}: not spoken; see kiosk doctor")
    return 1 if mute else 0


def _speak(speaker: Speaker, text: str, language: str) -> bool:
    if not speaker.can_speak(language):
        return False
    speaker.say(text, language)
    while speaker.is_speaking:
        time.sleep(_LOOKS_EVERY_SECONDS)
    time.sleep(_BETWEEN_SECONDS)
    return True
