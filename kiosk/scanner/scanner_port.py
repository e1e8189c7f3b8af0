"""A hand scanner with a port of its own, listened to on a thread: opened, opened again after it was pulled out, let go.

What kind of port it is and how codes come through it, serial_scanner.py and hid_pos.py know.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Protocol

from kiosk.domain.card import CardFormat
from kiosk.domain.errors import KioskError
from kiosk.scanner.scanned_text import HandScan, ScannedText, read_scanned

_log = logging.getLogger(__name__)

_BACK_OFF_SECONDS = (1.0, 2.0, 4.0, 8.0)
_LET_GO_SECONDS = 1.0


class ScannerLost(KioskError):
    """The scanner's port does not open, or gives no more; the message says why."""


class CodePort(Protocol):
    """An open port."""

    def read(self) -> Sequence[ScannedText]:
        """The codes that are complete by now, waiting some tenths of a second at most. Raises ScannerLost."""
        ...

    def close(self) -> None:
        """Lets go of the port. May be called again."""
        ...


class PortScanner:
    """Reads codes from one port. The callback comes on its own thread; what was scanned is neither kept nor logged."""

    def __init__(
        self,
        open_port: Callable[[], CodePort],
        card_format: CardFormat,
        *,
        wait: Callable[[threading.Event, float], object] = threading.Event.wait,
    ) -> None:
        self._open_port = open_port
        self._card_format = card_format
        self._wait = wait
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self.is_connected = False
        """Whether the port is open and has been listened to."""

    def start(self, on_scan: Callable[[HandScan], None]) -> None:
        """Begins to listen; `on_scan` is called once for each code."""
        self.stop()
        self._stopping = threading.Event()
        self._thread = threading.Thread(
            target=self._keep_listening, args=(on_scan, self._stopping), name="hand-scanner", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Lets go of the port; no callback begins afterwards. May be called again. A port that hangs is waited for a second."""
        self._stopping.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(_LET_GO_SECONDS)
            self._thread = None

    def _keep_listening(self, on_scan: Callable[[HandScan], None], stopping: threading.Event) -> None:
        failures, reason = 0, ""
        while not stopping.is_set():
            try:
                with closing(self._open_port()) as port:
                    while not stopping.is_set():
                        codes = port.read()
                        self.is_connected, failures, reason = True, 0, ""
                        self._tell(codes, on_scan, stopping)
            except ScannerLost as lost:
                if str(lost) != reason:
                    _log.warning("hand scanner: %s", lost)
                reason = str(lost)
                self._wait(stopping, _BACK_OFF_SECONDS[min(failures, len(_BACK_OFF_SECONDS) - 1)])
                failures += 1
            finally:
                self.is_connected = False

    def _tell(self, codes: Sequence[ScannedText], on_scan: Callable[[HandScan], None], stopping: threading.Event) -> None:
        for code in codes:
            if not stopping.is_set():
                on_scan(read_scanned(code, self._card_format))
