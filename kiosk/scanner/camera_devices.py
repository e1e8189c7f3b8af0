"""The video devices of a Linux machine, each under its most lasting name; which give pictures shows when they are opened."""

import os
import sys
from pathlib import Path

from kiosk.scanner.camera import CameraTrouble

DEVICES = Path("/dev")


def camera_paths(devices: Path = DEVICES) -> list[Path]:
    """One path for every video device: by its identity, else by its port, else by its number, in the order of the numbers.

    One camera has often two devices, of which the second gives no pictures but data about them.
    """
    lasting: dict[Path, Path] = {}
    for folder in (devices / "v4l" / "by-id", devices / "v4l" / "by-path"):
        for link in sorted(folder.glob("*")):
            lasting.setdefault(link.resolve(), link)
    numbered = sorted(devices.glob("video[0-9]*"), key=lambda device: int(device.name.removeprefix("video")))
    return [lasting.get(device.resolve(), device) for device in numbered]


def refuse_missing_device(device: Path) -> None:
    """Raises CameraTrouble with the reason that the file system knows; OpenCV says only that a device did not open."""
    if sys.platform != "linux":
        return
    if not device.exists():
        raise CameraTrouble("no_camera", f"there is no {device}")
    if not os.access(device, os.R_OK | os.W_OK):
        raise CameraTrouble("no_camera", f"this user may not use {device}")
