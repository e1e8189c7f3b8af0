"""Reads cards from a camera: frames in, accepted card numbers and guidance out.

Two threads, neither of them the screen's: one captures (see `capture`), one looks for cards in the newest frame. Frames are
never stored and never queued, and after `stop` none is left, nor any number.
"""

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.scanner.agreement import Agreement
from kiosk.scanner.camera import Camera, CameraTrouble, Clock, Wait
from kiosk.scanner.camera_source import open_camera
from kiosk.scanner.capture import STALL_SECONDS, Capture
from kiosk.scanner.frame import Frame, Preview, mirrored_outline
from kiosk.scanner.guidance import Guidance
from kiosk.scanner.pipeline import Pipeline
from kiosk.scanner.report import FrameReport, Points
from kiosk.scanner.sight import Sight, judge

Look: TypeAlias = Callable[[Frame], FrameReport]
"""Looks at one frame after the other, and may remember where the bars were."""
NewLook: TypeAlias = Callable[[tuple[Symbology, ...], float], Look]
"""A look without memories, for those symbologies and with that many seconds a frame."""


def look_by_pipeline(symbologies: tuple[Symbology, ...], budget_seconds: float) -> Look:
    """A new pipeline's look."""
    return Pipeline(symbologies, budget_seconds).look


_LET_GO_SECONDS = 0.25
_BUDGET_SHARE = 0.8
_USUAL_FRAME_RATE = 15.0
_LONGEST_BUDGET_SECONDS = 0.06


class CardReader:
    """A camera that reads cards of one format. Both callbacks come on the reader's own thread and must not wait for another."""

    def __init__(
        self,
        source: str,
        card_format: CardFormat,
        *,
        new_look: NewLook = look_by_pipeline,
        open_source: Callable[[str, Clock, Wait], Camera] = open_camera,
        clock: Clock = time.monotonic,
        wait: Callable[[threading.Event, float], object] = threading.Event.wait,
        let_go_seconds: float = _LET_GO_SECONDS,
        stall_seconds: float = STALL_SECONDS,
        new_key: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._source = source
        self._card_format = card_format
        self._new_look = new_look
        self._open = open_source
        self._clock = clock
        self._wait = wait
        self._let_go_seconds = let_go_seconds
        self._stall_seconds = stall_seconds
        self._agreement = Agreement.on(card_format, new_key(32))
        self._visit_id = ""
        self._run: _Run | None = None
        self._threads: tuple[threading.Thread, ...] = ()

    def start(self, on_card: Callable[[CardNumber], None], on_sight: Callable[[Sight], None], visit_id: str) -> None:
        """Opens the camera and begins to read; `on_card` is called once for each card shown, `on_sight` at each change.

        A card that was accepted in another visit than `visit_id` and still lies there counts only once it was taken away.
        """
        self._stop_for(visit_id)
        stopping = threading.Event()
        run = _Run(
            capture=self._new_capture(stopping),
            new_look=lambda rate: self._new_look(self._card_format.symbologies, frame_budget_seconds(rate)),
            card_format=self._card_format,
            agreement=self._agreement,
            clock=self._clock,
            on_card=on_card,
            on_sight=on_sight,
            stopping=stopping,
        )
        self._run = run
        self._threads = (
            threading.Thread(target=run.capture.run, name="camera-capture", daemon=True),
            threading.Thread(target=run.keep_looking, name="card-reader", daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def remember(self, card: CardNumber, visit_id: str) -> None:
        """Lets go of the camera, as `stop` does. A card whose number was keyed or scanned by hand may lie before the camera all
        the same: in another visit it is held off like one that was read here."""
        self._stop_for(visit_id)
        self._agreement = self._agreement.with_told(card)

    def _stop_for(self, visit_id: str) -> None:
        self.stop()
        self._agreement = self._agreement.anew(is_same_visit=visit_id == self._visit_id)
        self._visit_id = visit_id

    def stop(self) -> None:
        """Lets go of the camera and drops every picture and number; no callback begins afterwards. May be called again.

        A device that hangs is hardly waited for: the screen must answer. It is let go when it wakes.
        """
        run, self._run = self._run, None
        if run is not None:
            self._agreement = run.stop()
        if threading.current_thread() not in self._threads:
            for thread in self._threads:
                thread.join(self._let_go_seconds)
        self._threads = tuple(thread for thread in self._threads if thread.is_alive())

    def preview(self) -> Preview | None:
        """The newest frame for the person to see, with the outline of the bars, or None while there is none."""
        run = self._run
        return run.capture.preview() if run is not None else None

    def _new_capture(self, stopping: threading.Event) -> Capture:
        former = self._threads

        def pause(seconds: float) -> object:
            return self._wait(stopping, seconds)

        def wait_for_the_run_before() -> None:
            for thread in former:
                thread.join()

        def open_source() -> Camera:
            return self._open(self._source, self._clock, pause)

        return Capture(open_source, self._clock, pause, wait_for_the_run_before, self._stall_seconds)


@dataclass(slots=True)
class _Run:
    """What lives from one start to its stop; a thread that outlives its stop can touch nothing of the next."""

    capture: Capture
    new_look: Callable[[float], Look]
    card_format: CardFormat
    agreement: Agreement
    clock: Clock
    on_card: Callable[[CardNumber], None]
    on_sight: Callable[[Sight], None]
    stopping: threading.Event
    speaking: threading.RLock = field(default_factory=threading.RLock)
    """Held while a report is judged and told, so that no callback begins once `stop` has returned."""
    guidance: Guidance = field(default_factory=Guidance)
    look: Look | None = None
    openings: int = 0

    def stop(self) -> Agreement:
        """Ends both threads as soon as they can; gives what must be known of the cards shown, without a number."""
        with self.speaking:
            self.stopping.set()
            self.agreement = self.agreement.anew(is_same_visit=True)
        self.capture.stop()
        return self.agreement

    def keep_looking(self) -> None:
        """Looks at the newest frame, and again, until there will be none."""
        try:
            while self._look_once():
                pass
            self._guide(Guidance(Sight.NO_CAMERA) if self.capture.has_failed else Guidance())
        except BaseException:
            self._guide(Guidance(Sight.NO_CAMERA))  # a screen that asks for the card in vain would be worse
            self.capture.stop()
            raise
        finally:
            self.look = None

    def _look_once(self) -> bool:
        """Its variables end with it: no frame is kept while the next is waited for."""
        seen = self.capture.newest()
        if seen is None:
            return False
        if isinstance(seen, CameraTrouble):
            self._guide(Guidance(Sight.NO_CAMERA))
            return True
        report = self._look_of_this_opening()(seen)
        self.capture.show_outline(mirrored_outline(_corners(report), seen))
        self._judge(report)
        return True

    def _look_of_this_opening(self) -> Look:
        """A camera that was opened just now has to settle once more: a card it does not see yet may still lie there."""
        if self.look is None or self.openings != self.capture.openings:
            self.look, self.openings = self.new_look(self.capture.frame_rate), self.capture.openings
            with self.speaking:
                self.agreement = self.agreement.anew(is_same_visit=True)
        return self.look

    def _judge(self, report: FrameReport) -> None:
        judgement = judge(report, self.card_format)
        with self.speaking:
            if self.stopping.is_set():
                return
            self.agreement = self.agreement.after(judgement, self.clock())
            accepted = self.agreement.accepted
            self._guide(self._guidance_so_far().after(judgement, self.agreement))
            if accepted is not None and not self.stopping.is_set():
                self.on_card(accepted)

    def _guidance_so_far(self) -> Guidance:
        """A camera that is back begins with nothing seen."""
        return Guidance() if self.guidance.sight is Sight.NO_CAMERA else self.guidance

    def _guide(self, guidance: Guidance) -> None:
        with self.speaking:
            before, self.guidance = self.guidance, guidance
            if guidance.sight is not before.sight and not self.stopping.is_set():
                self.on_sight(guidance.sight)


def frame_budget_seconds(frame_rate: float) -> float:
    """How long one frame may be looked at: most of the time until the camera's next one (15 frames/s if it does not say)."""
    return min(_LONGEST_BUDGET_SECONDS, _BUDGET_SHARE / (frame_rate if frame_rate > 0 else _USUAL_FRAME_RATE))


def _corners(report: FrameReport) -> Points:
    """Round the bars that were read, or else round the best of those that were not."""
    if not report.symbols:
        return report.fields[0].corners if report.fields else ()
    read = report.symbols[0].polygon
    centre = np.mean(read, axis=0)
    around = (bars.corners for bars in report.fields if _encloses(bars.corners, centre))
    return next(around, read)


def _encloses(corners: Points, point: npt.NDArray[np.float64]) -> bool:
    return bool(cv2.pointPolygonTest(np.array(corners, np.float32), point, False) >= 0)
