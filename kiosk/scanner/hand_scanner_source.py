"""How a hand scanner with a port of its own is written in the settings; opening it is done elsewhere.

    serial:/dev/serial/by-id/usb-X-if00             a serial port (RS-232, USB-COM) at 9600 baud
    serial:/dev/ttyS0?baud=115200                   at another rate
    hidpos                                          the first HID-POS bar code scanner at USB
    hidpos:0C2E:0B61                                the one of that vendor and product id, hexadecimal

A scanner that types like a keyboard needs no setting.
"""

import re
from dataclasses import dataclass

_SERIAL = re.compile(r"serial:(?P<device>[^?]+)(?:\?baud=(?P<baud>[1-9]\d{2,6}))?")
_HID_POS = re.compile(r"hidpos(?::(?P<vendor>[0-9A-Fa-f]{4}):(?P<product>[0-9A-Fa-f]{4}))?")


@dataclass(frozen=True, slots=True)
class SerialSource:
    """A serial port and its rate in bits a second."""

    device: str
    baud: int = 9600


@dataclass(frozen=True, slots=True)
class HidPosSource:
    """A HID-POS scanner; 0 is any vendor and product."""

    vendor_id: int = 0
    product_id: int = 0


def hand_scanner_source(written: str) -> SerialSource | HidPosSource:
    """What the text names (see the module's). Raises ValueError."""
    if named := _SERIAL.fullmatch(written):
        return SerialSource(named["device"], int(named["baud"] or 9600))
    if named := _HID_POS.fullmatch(written):
        return HidPosSource(int(named["vendor"] or "0", 16), int(named["product"] or "0", 16))
    raise ValueError("a hand scanner is serial:DEVICE, serial:DEVICE?baud=RATE, hidpos or hidpos:VENDOR:PRODUCT")
