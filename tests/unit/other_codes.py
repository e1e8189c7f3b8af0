"""Pictures for the scanner's tests and measurements that the product itself never draws: books, other bar codes."""

import cv2
import numpy as np

from kiosk.scanner.frame import Frame

EXAMPLE_ISBN = "9783161484100"
"""The example number of ISBN descriptions; it stands for no book here."""

_LEFT = ["0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"]
_RIGHT = ["".join("10"[int(bit)] for bit in code) for code in _LEFT]
_EVEN = [code[::-1] for code in _RIGHT]
_PARITY = ["000000", "001011", "001101", "001110", "010011", "011001", "011100", "010101", "010110", "011010"]


def ean13_picture(digits: str, module: int = 4) -> Frame:
    """An EAN-13 bar code on white paper."""
    parity = _PARITY[int(digits[0])]
    left = "".join((_EVEN if odd == "1" else _LEFT)[int(digit)] for digit, odd in zip(digits[1:7], parity, strict=True))
    right = "".join(_RIGHT[int(digit)] for digit in digits[7:])
    bits = "0" * 11 + f"101{left}01010{right}101" + "0" * 11
    row = np.repeat(np.array([0 if bit == "1" else 255 for bit in bits], np.uint8), module)
    return cv2.cvtColor(np.tile(row, (240, 1)), cv2.COLOR_GRAY2BGR)


def qr_picture(text: str) -> Frame:
    """A QR code on white paper."""
    code = cv2.resize(cv2.QRCodeEncoder.create().encode(text), None, fx=8, fy=8, interpolation=cv2.INTER_NEAREST)
    return cv2.cvtColor(cv2.copyMakeBorder(code, 40, 40, 40, 40, cv2.BORDER_CONSTANT, value=255), cv2.COLOR_GRAY2BGR)


def on_a_table(picture: Frame, size: tuple[int, int] = (1280, 720)) -> Frame:
    """The picture in the middle of a camera's view."""
    scene = np.full((size[1], size[0], 3), 120, np.uint8)
    top, left = (size[1] - picture.shape[0]) // 2, (size[0] - picture.shape[1]) // 2
    scene[top : top + picture.shape[0], left : left + picture.shape[1]] = picture
    return scene
