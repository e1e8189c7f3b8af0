"""Writes a picture of the window with its thumbnail, and beside it what is on it as JSON."""

import json
from dataclasses import astuple
from pathlib import Path

import cv2
import numpy as np

from kiosk.gallery.records import Record

THUMBNAIL_SIDE = 420
"""The longer side of a thumbnail, in pixels."""
_QUALITY = 80
_PACKING = 2
"""How hard a PNG is packed, of 9: it is written often and seldom read."""


def write_picture(folder: Path, name: str, size: tuple[int, int], rgb: bytes, seen: Record | None) -> None:
    """Leaves `name.png`, `name.jpg` (small) and `name.json` in the folder. `rgb` are the pixels row by row from the bottom."""
    folder.mkdir(parents=True, exist_ok=True)
    width, height = size
    picture = cv2.cvtColor(np.frombuffer(rgb, dtype=np.uint8).reshape(height, width, 3)[::-1], cv2.COLOR_RGB2BGR)
    cv2.imwrite(str(folder / f"{name}.png"), picture, [cv2.IMWRITE_PNG_COMPRESSION, _PACKING])
    share = THUMBNAIL_SIDE / max(size)
    small = cv2.resize(picture, (round(width * share), round(height * share)), interpolation=cv2.INTER_AREA)
    cv2.imwrite(str(folder / f"{name}.jpg"), small, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if seen is not None:
        lines = ",\n".join(json.dumps(astuple(each), ensure_ascii=False) for each in seen)
        (folder / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
