"""Reads cards from a camera on a thread of its own: frames in, accepted card numbers and guidance out.

Frames are never stored and never queued: the newest counts, and after `stop` none is left.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner.agreement import Agreement
from kiosk.scanner.camera import Camera, CameraTrouble, Clock, Wait, open_camera
from kiosk.scanner.decode import LIVE_LOOKS, decode
from kiosk.scanner.frame import Frame, Preview, to_preview
from kiosk.scanner.sight import Guidance, Sight, judge
from kiosk.scanner.zbar import ZbarMissing

_log = logging.getLogger(__name__)

_BACK_OFF_SECONDS = (1.0, 2.0, 4.0, 8.0)
_LET_GO_SECONDS = 1.0


class CardReader:
    """A camera that reads cards of one format. Both callbacks come on the reader's own thread."""

    def __init__(
        self,
        source: str,
        card_format: CardFormat,
        *,
        agreement: Agreement | None = None,
        open_source: Callable[[str, Clock, Wait], Camera] = open_camera,
        clock: Clock = time.monotonic,
        wait: Callable[[threading.Event, float], object] = threading.Event.wait,
        let_go_seconds: float = _LET_GO_SECONDS,
    ) -> None:
        self._source = source
        self._card_format = card_format
        self._agreement = agreement or Agreement()
        self._open = open_source
        self._clock = clock
        self._wait = wait
        self._let_go_seconds = let_go_seconds
        self._run: _Run | None = None
        self._thread: threading.Thread | None = None

    def start(
        self, on_card: Callable[[CardNumber], None], on_sight: Callable[[Sight], None], ignore: CardNumber | None = None
    ) -> None:
        """Opens the camera and begins to read; `on_card` is called once for each card shown, `on_sight` at each change.

        `ignore` is a card that may still lie there from the visit before: it counts only once it was taken away.
        """
        self.stop()
        stopping = threading.Event()
        run = _Run(
            open_source=lambda: self._open(self._source, self._clock, lambda seconds: self._wait(stopping, seconds)),
            card_format=self._card_format,
            agreement=self._agreement.holding_off(ignore),
            pause=lambda seconds: self._wait(stopping, seconds),
            on_card=on_card,
            on_sight=on_sight,
            stopping=stopping,
            former=self._thread,
        )
        self._run = run
        self._thread = threading.Thread(target=run.keep_reading, name="card-reader", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Lets go of the camera and drops the preview; no callback begins afterwards. May be called again.

        A device that hangs is not waited for longer than a second: the screen must answer. It is let go when it wakes.
        """
        run, self._run = self._run, None
        if run is not None:
            run.stopping.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(self._let_go_seconds)
            self._thread = self._thread if self._thread.is_alive() else None

    def preview(self) -> Preview | None:
        """The newest frame for the person to see, or None while there is none."""
        run = self._run
        return run.preview if run else None

    @property
    def trouble(self) -> str | None:
        """`no_camera`, `camera_lost`, `camera_frozen` or `no_decoder` while that keeps cards from being read, else None."""
        run = self._run
        return run.trouble if run else None


@dataclass(slots=True)
class _Run:
    """What lives from one start to its stop; a thread that outlives its stop can touch nothing of the next."""

    open_source: Callable[[], Camera]
    card_format: CardFormat
    agreement: Agreement
    pause: Wait
    on_card: Callable[[CardNumber], None]
    on_sight: Callable[[Sight], None]
    stopping: threading.Event
    former: threading.Thread | None
    """The thread of the run before, when it still has the device."""
    guidance: Guidance = field(default_factory=Guidance)
    preview: Preview | None = None
    trouble: str | None = None
    failures: int = 0
    frames: int = 0

    def keep_reading(self) -> None:
        """Reads until stopped or the recording ends; a camera in trouble is opened again, at growing intervals."""
        if self.former is not None:
            self.former.join()
            self.former = None
        while not self.stopping.is_set():
            try:
                with closing(self.open_source()) as camera:
                    self._read_to_the_end(camera)
                return
            except ZbarMissing:
                self.trouble = "no_decoder"
                _log.error("no card can be read: the zbar library is missing")
                return
            except CameraTrouble as trouble:
                self._report(trouble)
            self.pause(_BACK_OFF_SECONDS[min(self.failures, len(_BACK_OFF_SECONDS)) - 1])

    def _read_to_the_end(self, camera: Camera) -> None:
        while not self.stopping.is_set():
            frame = camera.read()
            if frame is None:
                break
            self.failures, self.trouble = 0, None
            self._look_at(frame)
        self.preview = None
        self._guide(Guidance())

    def _look_at(self, frame: Frame) -> None:
        self.preview = to_preview(frame)
        self.frames += 1
        symbols = decode(frame, self.card_format.symbologies, LIVE_LOOKS[self.frames % len(LIVE_LOOKS)])
        judgement = judge(symbols, self.card_format)
        self.agreement = self.agreement.after(judgement.number)
        self._guide(self.guidance.after(judgement, self.agreement))
        if self.agreement.accepted is not None and not self.stopping.is_set():
            self.on_card(self.agreement.accepted)

    def _guide(self, guidance: Guidance) -> None:
        before, self.guidance = self.guidance, guidance
        if guidance.sight is not before.sight and not self.stopping.is_set():
            self.on_sight(guidance.sight)

    def _report(self, trouble: CameraTrouble) -> None:
        self.failures += 1
        self.preview = None
        if trouble.code != self.trouble:
            _log.warning("%s", trouble)
        self.trouble = trouble.code
