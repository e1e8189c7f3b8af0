"""The zxing-cpp decoder: grey picture in, symbols out. What they mean is judged elsewhere."""

from collections.abc import Iterable

import zxingcpp

from kiosk.domain.card import Symbology
from kiosk.scanner.frame import Grey
from kiosk.scanner.report import Symbol

_FORMATS = {
    Symbology.CODABAR: zxingcpp.BarcodeFormat.Codabar,
    Symbology.CODE39: zxingcpp.BarcodeFormat.Code39,
    Symbology.CODE128: zxingcpp.BarcodeFormat.Code128,
    Symbology.ITF: zxingcpp.BarcodeFormat.ITF,
    Symbology.QR: zxingcpp.BarcodeFormat.QRCode,
    Symbology.EAN13: zxingcpp.BarcodeFormat.EAN13,
}
_OTHERS = (zxingcpp.BarcodeFormat.EAN8, zxingcpp.BarcodeFormat.UPCA, zxingcpp.BarcodeFormat.UPCE)
_SYMBOLOGIES = {name: symbology for symbology, name in _FORMATS.items()}


def find_symbols(grey: Grey, symbologies: Iterable[Symbology], rotate: bool = True) -> list[Symbol]:
    """The symbols of those symbologies in the picture; `rotate` looks along columns too."""
    wanted = [name for each in symbologies for name in (_OTHERS if each is Symbology.OTHER else (_FORMATS[each],))]
    has_qr = zxingcpp.BarcodeFormat.QRCode in wanted
    found = zxingcpp.read_barcodes(
        grey, formats=zxingcpp.BarcodeFormats(wanted), try_rotate=rotate, try_downscale=has_qr, try_invert=has_qr
    )
    symbols = []
    for one in found:
        place = one.position
        polygon = tuple((p.x, p.y) for p in (place.top_left, place.top_right, place.bottom_right, place.bottom_left))
        symbols.append(Symbol(one.text, _SYMBOLOGIES.get(one.format, Symbology.OTHER), polygon, "zxing"))
    return symbols
