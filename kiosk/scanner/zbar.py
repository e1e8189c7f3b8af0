"""The zbar library, reached through pyzbar: grey picture in, symbols out. What they mean is judged elsewhere.

A terminal without the zbar library reads cards all the same, by the other decoder; `kiosk doctor` tells that it is missing.
"""

import ctypes
from collections.abc import Iterable

from kiosk.domain.card import Symbology
from kiosk.scanner.frame import Grey
from kiosk.scanner.report import Symbol

try:
    from pyzbar import pyzbar, wrapper
except ImportError:
    pyzbar = None

_ZBAR_NAMES = {
    Symbology.CODABAR: "CODABAR",
    Symbology.CODE39: "CODE39",
    Symbology.CODE128: "CODE128",
    Symbology.ITF: "I25",
    Symbology.QR: "QRCODE",
    Symbology.EAN13: "EAN13",
}
_SYMBOLOGIES = {name: symbology for symbology, name in _ZBAR_NAMES.items()}


def find_symbols(grey: Grey, symbologies: Iterable[Symbology]) -> list[Symbol]:
    """The symbols of those symbologies in the picture, none without zbar. Results that have no extent, which zbar makes of
    noise, are left out.
    """
    if pyzbar is None:
        return []
    wanted = [pyzbar.ZBarSymbol[_ZBAR_NAMES[each]] for each in symbologies if each in _ZBAR_NAMES]
    found = pyzbar.decode(grey, symbols=wanted)
    return [
        Symbol(one.data.decode("utf-8", "replace"), _SYMBOLOGIES[one.type], tuple((p.x, p.y) for p in one.polygon), "zbar")
        for one in found
        if one.type in _SYMBOLOGIES and one.rect.width > 0 and one.rect.height > 0
    ]


def zbar_version() -> str | None:
    """The version of the zbar library in use and its file name, or None when it is missing."""
    if pyzbar is None:
        return None
    # Since 0.23 the function writes three numbers; pyzbar's own wrapper passes room for two.
    numbers = [ctypes.c_uint() for _ in ("major", "minor", "patch")]
    ask = ctypes.CDLL(wrapper.LIBZBAR._name).zbar_version
    ask(*(ctypes.byref(number) for number in numbers))
    return f"{'.'.join(str(number.value) for number in numbers)} ({wrapper.LIBZBAR._name})"
