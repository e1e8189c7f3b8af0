"""HID-POS bar code scanners at USB, through hidapi: the device is found and its reports are put together to codes.

Tried with reports and descriptors as the makers' manuals and firmware show them (see hid_report.py) and with a device of the
tests, never with a real scanner. A scanner must be set to HID-POS ("USB HID bar code scanner") by its manual's bar code, and
the user must be allowed to read the hidraw device (deploy/udev).
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from kiosk.scanner.hand_scanner_source import HidPosSource
from kiosk.scanner.hid_report import BAR_CODE_SCANNER_PAGE, ReportLayout, layout_of
from kiosk.scanner.scanned_text import ScannedText
from kiosk.scanner.scanner_port import ScannerLost

try:
    import hidraw as hidapi  # Linux: beside the kernel's driver, not instead of it
except ImportError:
    import hid as hidapi

CONTINUATION_SECONDS = 1.0
"""Reports of one code follow each other within milliseconds; a part that has waited longer lost its rest."""
_READ_MILLISECONDS = 100
_REPORT_BYTES = 512
_LONGEST = 8192


class HidDevice(Protocol):
    """What is used of hidapi's device."""

    def open_path(self, path: bytes) -> None: ...
    def get_report_descriptor(self) -> list[int]: ...
    def read(self, max_length: int, timeout_ms: int) -> list[int]: ...
    def close(self) -> None: ...


class HidLibrary(Protocol):
    """What is used of hidapi."""

    def enumerate(self, vendor_id: int, product_id: int) -> Sequence[Mapping[str, Any]]: ...
    def device(self) -> HidDevice: ...


HIDAPI: HidLibrary = hidapi


class ScannedCode:
    """A code that comes in one report or several."""

    def __init__(self, layout: ReportLayout) -> None:
        self._layout = layout
        self._data = b""
        self._identifier = ""
        self._last = float("-inf")

    def after(self, report: bytes, at_seconds: float) -> ScannedText | None:
        """The code that this report completes, if it does."""
        part = self._layout.read(report)
        if part is None:
            return None
        self.pause(at_seconds)
        if len(self._data) > _LONGEST:
            self._data = b""
        if not self._data:
            self._identifier = part.symbology_identifier
        self._data, self._last = self._data + part.data, at_seconds
        if part.is_continued:
            return None
        data, self._data = self._data, b""
        return ScannedText(data.decode("utf-8", "replace"), self._identifier) if data.strip() else None

    def pause(self, at_seconds: float) -> None:
        """Drops a part whose rest did not come. To be asked while nothing comes: no part of a number may stay."""
        if at_seconds - self._last > CONTINUATION_SECONDS:
            self._data = b""


class HidPosPort:
    """An open HID-POS scanner."""

    def __init__(self, source: HidPosSource, library: HidLibrary = HIDAPI, clock: Callable[[], float] = time.monotonic) -> None:
        path = _find(source, library)
        self._clock = clock
        self._device = library.device()
        try:
            self._device.open_path(path)
            layout = layout_of(bytes(self._device.get_report_descriptor()))
        except (OSError, ValueError):
            self._device.close()
            raise ScannerLost("the HID-POS scanner does not open; this user may not use it") from None
        if layout is None:
            self._device.close()
            raise ScannerLost("the HID-POS scanner describes no scanned data")
        self._code = ScannedCode(layout)

    def read(self) -> Sequence[ScannedText]:
        """The code that has come, if one has. Raises ScannerLost."""
        try:
            report = bytes(self._device.read(_REPORT_BYTES, _READ_MILLISECONDS))
        except (OSError, ValueError):
            raise ScannerLost("the HID-POS scanner gives no more") from None
        now = self._clock()
        if not report:
            self._code.pause(now)
            return ()
        code = self._code.after(report, now)
        return () if code is None else (code,)

    def close(self) -> None:
        """Lets go of the device. May be called again."""
        self._device.close()


def _find(source: HidPosSource, library: HidLibrary) -> bytes:
    """The path of the first bar code scanner of that vendor and product. Raises ScannerLost."""
    for device in library.enumerate(source.vendor_id, source.product_id):
        if device["usage_page"] == BAR_CODE_SCANNER_PAGE:
            path: bytes = device["path"]
            return path
    raise ScannerLost("there is no HID-POS scanner")
