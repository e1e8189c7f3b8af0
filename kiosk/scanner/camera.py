"""What every source of frames has in common; devices and recordings have a module each, `camera_source` chooses."""

from collections.abc import Callable
from typing import Protocol

from kiosk.domain.errors import KioskError
from kiosk.scanner.frame import Frame

Clock = Callable[[], float]
"""Seconds of a monotonic clock."""
Wait = Callable[[float], object]
"""Waits that many seconds, or less when the reader is to stop."""


class CameraTrouble(KioskError):
    """The camera gives no pictures. `code` is `no_camera`, `camera_lost` or `camera_frozen`; the message says why."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(f"{code}: {why}")
        self.code = code
        self.why = why


class Camera(Protocol):
    """Something that gives frames."""

    @property
    def frame_rate(self) -> float:
        """Frames per second, as the device or recording says; 0 when it does not."""
        ...

    def read(self) -> Frame | None:
        """The next frame, waiting for it; None when a recording has ended. Raises CameraTrouble."""
        ...

    def close(self) -> None:
        """Lets go of the device or file. May be called again."""
        ...
