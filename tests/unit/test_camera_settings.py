"""The camera's part of a terminal's settings file."""

from pathlib import Path

import pytest

from kiosk.config import InvalidSettings, TerminalConfig, load_terminal_config
from kiosk.scanner.camera_settings import CameraSettings


def load(tmp_path: Path, lines: str = "") -> TerminalConfig:
    file = tmp_path / "terminal.toml"
    file.write_text(f'service_url = "http://127.0.0.1:8801"\nterminal_key = "k"\n{lines}', encoding="utf-8")
    return load_terminal_config(file)


def test_without_a_word_the_first_camera_found_is_taken_with_its_lens_fixed(tmp_path):
    config = load(tmp_path)
    assert config.camera == "auto"
    assert config.camera_settings == CameraSettings()
    assert not config.camera_settings.autofocus


def test_a_librarian_names_the_camera_and_leaves_the_lens_to_it(tmp_path):
    path = "/dev/v4l/by-id/usb-Maker_Webcam_7-video-index0"
    config = load(tmp_path, f'camera = "{path}"\n[camera_settings]\nautofocus = true\nauto_exposure = true\nwidth = 1920\n')
    assert config.camera == path
    assert config.camera_settings == CameraSettings(width=1920, autofocus=True, auto_exposure=True)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("focus = 40", "focus"),
        ("frame_rate = 0", "frame_rate"),
        ("longest_exposure_milliseconds = 0", "longest_exposure_milliseconds"),
        ("zoom = 2", "zoom"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(tmp_path, line, named):
    with pytest.raises(InvalidSettings, match=named):
        load(tmp_path, f"[camera_settings]\n{line}\n")
