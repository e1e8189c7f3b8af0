"""Opens the port that the settings name for a hand scanner; how it is written there, hand_scanner_source.py says."""

from kiosk.scanner.hand_scanner_source import HidPosSource, SerialSource
from kiosk.scanner.hid_pos import HidPosPort
from kiosk.scanner.scanner_port import CodePort
from kiosk.scanner.serial_scanner import SerialPort


def open_port(source: SerialSource | HidPosSource) -> CodePort:
    """The open port. Raises ScannerLost."""
    if isinstance(source, SerialSource):
        return SerialPort(source.device, source.baud)
    return HidPosPort(source)
