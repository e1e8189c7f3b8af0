"""What `kiosk doctor` asks of speech: do the voices speak, does the player play, does a socket tell of headphones."""

import os
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

from kiosk.domain.diagnosis import Check
from kiosk.speech import jack
from kiosk.speech.audio import RATE, wav_header
from kiosk.speech.settings import NO_JACK, SpeechSettings
from kiosk.speech.voices import Voices
from kiosk.speech.wording import Passage, Tongue

_TRIALS = {Tongue.JAPANESE: "図書館", Tongue.ENGLISH: "library", Tongue.CHINESE: "圖書館", Tongue.KOREAN: "도서관"}
_PLAYS_WITHIN_SECONDS = 5
_PACKAGES = {Tongue.JAPANESE: "Run deploy/setup: it brings the Python package pyopenjtalk-plus."}
_ESPEAK = "Run deploy/setup, or install Debian's espeak-ng."
_PLAYER = (
    "See the sound cards with aplay -l and name one as device in [speech] (such as plughw:CARD=PCH); "
    "let this user play (group audio); where nothing shall be heard set enabled and sounds to false."
)
_JACK = "Name it by /dev/input/by-path in [speech], or set jack to auto; let this user read it (group input)."


def speech_checks(settings: SpeechSettings, devices: Callable[[], Iterable[Path]] = jack.jack_devices) -> list[Check]:
    """Every voice, the player, the headphone socket; nothing where all is switched off."""
    if not settings.enabled and not settings.sounds:
        return [Check("speech", True, "switched off in the settings")]
    voices = Voices(settings.rate)
    spoken = [_voice(voices, tongue) for tongue in Tongue] if settings.enabled else []
    return [*spoken, _player(settings), _jack(settings.jack, devices)]


def _voice(voices: Voices, tongue: Tongue) -> Check:
    name = f"voice {tongue}"
    try:
        sound = voices.speak(Passage(tongue, _TRIALS[tongue], _TRIALS[tongue]), 1.0)
    except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as fault:
        return Check(name, False, f"does not speak: {type(fault).__name__}", _PACKAGES.get(tongue, _ESPEAK))
    if not len(sound):
        return Check(name, False, "makes no sound", _PACKAGES.get(tongue, _ESPEAK))
    return Check(name, True, "speaks")


def _player(settings: SpeechSettings) -> Check:
    """Plays a quarter of a second of silence."""
    where = settings.player[0] if settings.player else f"device {settings.device}"
    silence = wav_header() + np.zeros(RATE // 4, np.int16).tobytes()
    try:
        done = subprocess.run(  # noqa: S603
            settings.command, input=silence, capture_output=True, timeout=_PLAYS_WITHIN_SECONDS, check=False
        )
    except FileNotFoundError:
        remedy = "Run deploy/setup, or install Debian's alsa-utils." if not settings.player else _PLAYER
        return Check("player", False, f"there is no {settings.command[0]}", remedy)
    except OSError as fault:
        return Check("player", False, f"{settings.command[0]} does not start: {type(fault).__name__}", _PLAYER)
    except subprocess.TimeoutExpired:
        return Check("player", False, f"{where}: not done in {_PLAYS_WITHIN_SECONDS} s; another program may have it", _PLAYER)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        return Check("player", False, f"{where} does not play: {said[-1] if said else done.returncode}", _PLAYER)
    return Check("player", True, f"{where} plays")


def _jack(named: str, devices: Callable[[], Iterable[Path]]) -> Check:
    device = jack.named_device(named, devices)
    if device is None:
        why = "not watched" if named == NO_JACK else "no socket here tells of headphones"
        return Check("headphones", True, f"{why}: speech begins by touch or by the keypad")
    try:
        opened = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as fault:
        return Check("headphones", False, f"{device}: {type(fault).__name__}", _JACK)
    try:
        is_plugged = jack.present_state(opened)
    except OSError:
        return Check("headphones", False, f"{device} is no input device", _JACK)
    finally:
        os.close(opened)
    return Check("headphones", True, f"{device}: {'plugged in' if is_plugged else 'nothing plugged in, so there is no speech'}")
