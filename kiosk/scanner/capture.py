"""Takes frames from a camera on a thread of its own: the newest frame for the decoder, the newest preview for the screen.

A frame that nobody took is replaced by the next: frames are dropped, never queued. What a frame shows is found out elsewhere.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

from kiosk.scanner.camera import Camera, CameraTrouble, Clock, Wait
from kiosk.scanner.frame import Frame, Outline, Preview, is_picture, to_preview

_log = logging.getLogger(__name__)

BACK_OFF_SECONDS = (0.5, 1.0, 2.0, 4.0)
STEADY_SECONDS = 5.0
"""A camera that has given frames for so long is well again: its next trouble counts as the first."""
STALL_SECONDS = 2.0
"""A camera that gave frames and then gives none for so long is told, though its read has not come back."""


class Capture:
    """One run of a camera, from `run` on a thread to `stop`. A camera in trouble is opened again, at growing intervals.

    `before_opening` is waited for first: a device that the run before has not let go cannot be opened.
    """

    def __init__(
        self,
        open_camera: Callable[[], Camera],
        clock: Clock,
        pause: Wait,
        before_opening: Callable[[], object] | None = None,
        stall_seconds: float = STALL_SECONDS,
    ) -> None:
        self._open_camera, self._clock, self._pause, self._before_opening = open_camera, clock, pause, before_opening
        self._stall_seconds = stall_seconds
        self._changed = threading.Condition()
        self._frame: Frame | None = None
        self._trouble: CameraTrouble | None = None
        self._preview: Preview | None = None
        self._outline: Outline = ()
        self._is_over = False
        self._failures = 0
        self._told = ""
        self.frame_rate = 0.0
        """Frames per second of the camera in use; 0 when it does not say."""
        self.openings = 0
        """How often a camera was opened: what was learnt of the frames before a new opening does not hold after it."""
        self.has_failed = False
        """Whether it is over because of a fault that no camera is known for."""

    def run(self) -> None:
        """Reads until stopped or the recording ends."""
        try:
            if self._before_opening is not None:
                self._before_opening()
            while not self._is_over:
                try:
                    with closing(self._open_camera()) as camera:
                        self._read_to_the_end(camera)
                    return
                except CameraTrouble as trouble:
                    self._tell(trouble)
                self._pause(BACK_OFF_SECONDS[min(self._failures, len(BACK_OFF_SECONDS)) - 1])
        except BaseException:
            self.has_failed = True
            raise
        finally:
            self.stop()

    def stop(self) -> None:
        """Drops every picture and takes no more; may be called from any thread, and again."""
        with self._changed:
            self._is_over = True
            self._drop()
            self._trouble = None

    def newest(self) -> Frame | CameraTrouble | None:
        """The newest frame not yet taken, or first the trouble before it, waiting for either; None once it is over."""
        with self._changed:
            patience = self._stall_seconds if self._preview is not None else None
            if not self._changed.wait_for(self._has_news, patience):
                self._drop()
                return CameraTrouble("camera_lost", "no frame came in time")
            trouble, self._trouble = self._trouble, None
            if trouble is not None:
                return trouble
            frame, self._frame = self._frame, None
            return frame

    def _has_news(self) -> bool:
        return self._frame is not None or self._trouble is not None or self._is_over

    def preview(self) -> Preview | None:
        """The newest frame for the person to see, with the newest outline; None while there is none."""
        preview = self._preview
        return replace(preview, outline=self._outline) if preview is not None else None

    def show_outline(self, outline: Outline) -> None:
        """Draws this outline from now on."""
        with self._changed:
            self._outline = () if self._is_over else outline

    def _read_to_the_end(self, camera: Camera) -> None:
        began = self._clock()
        self.frame_rate = camera.frame_rate
        self.openings += 1
        while not self._is_over and self._take(camera.read()):
            if self._failures and self._clock() - began >= STEADY_SECONDS:
                self._failures = 0

    def _take(self, frame: Frame | None) -> bool:
        if frame is None:
            return False
        if not is_picture(frame):
            raise CameraTrouble("camera_lost", "the device gives frames of no known form")
        preview = to_preview(frame)
        with self._changed:
            if not self._is_over:
                self._frame, self._preview, self._told = frame, preview, ""
                self._changed.notify_all()
        return True

    def _tell(self, trouble: CameraTrouble) -> None:
        self._failures += 1
        if trouble.code != self._told:
            _log.warning("%s", trouble)
        with self._changed:
            self._drop()
            self._told = trouble.code
            self._trouble = None if self._is_over else trouble

    def _drop(self) -> None:
        self._frame = self._preview = None
        self._outline = ()
        self._changed.notify_all()
