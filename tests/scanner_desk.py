"""A hand scanner with a port of its own that is listened to, and what was heard of it."""

import threading
from collections.abc import Callable, Sequence

from kiosk.domain.card import CardFormat
from kiosk.scanner.scanned_text import HandScan, ScannedText
from kiosk.scanner.scanner_port import CodePort, PortScanner

PATIENCE_SECONDS = 20.0


class ScannerDesk:
    """Listens from the start; `waits` are the seconds it meant to wait before it opened the port again."""

    def __init__(self, open_port: Callable[[], CodePort], card_format: CardFormat) -> None:
        self.scans: list[HandScan] = []
        self.waits: list[float] = []
        self._something = threading.Condition()
        self.scanner = PortScanner(lambda: _Watched(open_port(), self._notify), card_format, wait=self._wait)
        self.scanner.start(self._scanned)

    def until(self, condition: Callable[[], object]) -> None:
        """Waits until it holds; looked at after every read, scan and wait of the scanner."""
        with self._something:
            assert self._something.wait_for(condition, PATIENCE_SECONDS), "it did not come"

    def _scanned(self, scan: HandScan) -> None:
        self.scans.append(scan)
        self._notify()

    def _wait(self, stopping: threading.Event, seconds: float) -> None:
        self.waits.append(seconds)
        self._notify()
        stopping.wait(0.01)

    def _notify(self) -> None:
        with self._something:
            self._something.notify_all()


class _Watched:
    """A port that tells of each read."""

    def __init__(self, port: CodePort, on_read: Callable[[], None]) -> None:
        self._port = port
        self._on_read = on_read

    def read(self) -> Sequence[ScannedText]:
        self._on_read()
        return self._port.read()

    def close(self) -> None:
        self._port.close()
