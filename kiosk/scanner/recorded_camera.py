"""Videos and picture sequences played in the place of a camera, over OpenCV's own capture."""

from pathlib import Path

import cv2

from kiosk.scanner.camera import CameraTrouble, Clock, Wait
from kiosk.scanner.frame import Frame

_PICTURES_PER_SECOND = 10.0


class RecordedCamera:
    """A video file or picture sequence played in real time: a reader that is slow misses frames, as with a camera.

    A file (or the folder of a sequence) that is taken away while it plays is a camera unplugged: `camera_lost`.
    """

    def __init__(self, name: str, is_looping: bool, clock: Clock, wait: Wait) -> None:
        self._place = Path(name).parent if "%" in name else Path(name)
        if "%" not in name and not self._place.is_file():
            raise CameraTrouble("no_camera", "there is no such file")
        self._name, self._is_looping, self._clock, self._wait = name, is_looping, clock, wait
        self._capture = cv2.VideoCapture(name)
        if not self._capture.isOpened():
            raise CameraTrouble("no_camera", "the file is not a video or picture sequence that OpenCV reads")
        self._rate = _PICTURES_PER_SECOND if "%" in name else self._capture.get(cv2.CAP_PROP_FPS) or _PICTURES_PER_SECOND
        self._rewind()

    @property
    def frame_rate(self) -> float:
        return self._rate

    def read(self) -> Frame | None:
        frame = self._next()
        if frame is None and self._is_looping:
            self._capture.release()
            self._capture = cv2.VideoCapture(self._name)
            self._rewind()
            frame = self._next()
            if frame is None:
                raise CameraTrouble("camera_lost", "the file gives no more frames")
        return frame

    def close(self) -> None:
        self._capture.release()

    def _rewind(self) -> None:
        self._shown, self._began = 0, self._clock()

    def _next(self) -> Frame | None:
        early = self._shown / self._rate - (self._clock() - self._began)
        if early > 0:
            self._wait(early)
        if not self._place.exists():
            raise CameraTrouble("camera_lost", "the file was taken away")
        while self._shown + 1 <= (self._clock() - self._began) * self._rate - 1e-6:
            if not self._capture.grab():
                return None
            self._shown += 1
        is_read, frame = self._capture.read()
        self._shown += 1
        return frame if is_read else None
