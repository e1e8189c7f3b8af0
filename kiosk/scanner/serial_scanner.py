"""Hand scanners at a serial port (RS-232, USB-COM, CDC-ACM), through pyserial: where one code ends and the next begins."""

import errno
import termios
import time
from collections.abc import Callable, Sequence

import serial

from kiosk.scanner.scanned_text import ScannedText
from kiosk.scanner.scanner_port import ScannerLost

PAUSE_SECONDS = 0.25
"""What ends a code for a scanner set to send nothing after it; between the packets of a radio there may be 0.1 s."""
_READ_SECONDS = 0.1
_STX, _ETX = 0x02, 0x03
_ENDS = b"\r\n\x03"
_LONGEST = 4296
"""The most a QR code holds; more without an end is noise, such as a wrong baud rate makes."""


class CodeFrames:
    """Cuts a stream of bytes into codes: at CR, LF or both, between STX and ETX, or at a pause.

    A part of a code must never pass for a card. So what comes before the first end or pause is dropped, for its beginning may
    have been missed; and once a scanner has sent an end, what it leaves without one is dropped too.
    """

    def __init__(self) -> None:
        self._code = bytearray()
        self._is_torn = True
        self._sends_ends = False
        self._last = float("-inf")

    def feed(self, data: bytes, at_seconds: float) -> Sequence[ScannedText]:
        """The codes that these bytes complete."""
        codes = [*self.pause(at_seconds)] if self._code else []
        self._last = at_seconds
        for byte in data:
            if byte == _STX:
                self._code.clear()
                self._is_torn = False
            elif byte in _ENDS:
                self._sends_ends = self._sends_ends or bool(self._code)
                codes += self._cut()
            else:
                self._code.append(byte)
                self._is_torn = self._is_torn or len(self._code) > _LONGEST
            if self._is_torn:
                self._code.clear()
        return codes

    def pause(self, at_seconds: float) -> Sequence[ScannedText]:
        """The code that silence completes. To be asked while nothing comes."""
        if at_seconds - self._last < PAUSE_SECONDS:
            return ()
        if self._sends_ends:
            self._code.clear()
        return self._cut()

    def _cut(self) -> Sequence[ScannedText]:
        code, self._is_torn = bytes(self._code), False
        self._code.clear()
        return (ScannedText(code.decode("utf-8", "replace")),) if code else ()


class SerialPort:
    """An open serial port: eight bits, no parity, one stop bit. Nobody else can open it meanwhile."""

    def __init__(self, device: str, baud: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._device, self._clock = device, clock
        try:
            self._serial = serial.Serial(device, baud, timeout=_READ_SECONDS, exclusive=True)
            self._serial.reset_input_buffer()
        except (OSError, ValueError, termios.error) as error:
            raise ScannerLost(f"{device} does not open: {_reason(error)}") from None
        self._frames = CodeFrames()

    def read(self) -> Sequence[ScannedText]:
        """The codes that are complete by now. Raises ScannerLost."""
        try:
            data = self._serial.read(max(1, self._serial.in_waiting))
        except (OSError, termios.error):
            raise ScannerLost(f"{self._device} gives no more") from None
        now = self._clock()
        return self._frames.feed(data, now) if data else self._frames.pause(now)

    def close(self) -> None:
        """Lets go of the port. May be called again."""
        self._serial.close()


def _reason(error: Exception) -> str:
    """Why, in a word; pyserial's own messages repeat the device."""
    return _REASONS.get(getattr(error, "errno", None) or 0, "it is no serial port")


_REASONS = {
    errno.ENOENT: "it is not there",
    errno.EACCES: "this user may not use it",
    errno.EAGAIN: "another program has it",
    errno.EBUSY: "another program has it",
}
