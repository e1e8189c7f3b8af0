"""Printed things with a code that is no card of the library: books, receipts, other libraries' cards, item labels, posters."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import zxingcpp
from bench.scanner_cards import Artwork, draw, random_bars, rounded
from bench.scanner_sheet import Box, Sheet

SAMPLE_DIGITS, SAMPLE_ENDS = 10, "AA"
"""The card format the negatives are judged by: ten digits between A and A."""

_WORDS = (
    "お買上げ明細",
    "合計",
    "お釣り",
    "牛乳",
    "食パン",
    "消費税",
    "Total",
    "領収書",
    "文庫",
    "新書",
    "一般書",
    "児童書",
    "ISBN",
    "C0093",
)


@dataclass(frozen=True, slots=True)
class Print:
    """Artwork with a code in its `bars_box`, so many modules long, and what the code says."""

    art: Artwork
    modules: float
    printed: str


def book(rng: np.random.Generator, module_pixels: float) -> Print:
    """The back of a Japanese book: the ISBN and below it the second code, which begins with 192."""
    isbn, second = _ean(rng, "978"), _ean(rng, "192")
    scale = module_pixels / 0.33
    sheet = Sheet(105.0, 148.0, scale, _paper(rng))
    for _ in range(int(rng.integers(2, 8))):
        place = (float(rng.uniform(0, 60)), float(rng.uniform(60, 140)))
        sheet.text(place, float(rng.uniform(3, 7)), str(rng.choice(_WORDS)), (60, 60, 60))
    sheet.area((50.0, 4.0, 48.0, 44.0), (252, 252, 252))
    rows = [_code_row(text, zxingcpp.BarcodeFormat.EAN13) for text in (isbn, second)]
    box = (57.0, 8.0, len(rows[0]) * 0.33, 12.0)
    sheet.code(box, rows[0][None], (20, 20, 20))
    sheet.code((57.0, 28.0, len(rows[1]) * 0.33, 12.0), rows[1][None], (20, 20, 20))
    sheet.text((57.0, 21.0), 3.0, f"ISBN{isbn[:3]}-{isbn[3:]}", (30, 30, 30))
    sheet.text((57.0, 41.0), 3.0, second, (30, 30, 30))
    return _print(sheet, box, len(rows[0]), "book", isbn)


def receipt(rng: np.random.Generator, module_pixels: float) -> Print:
    """A till slip: lines of text, prices, and a Code 128 or EAN at its foot."""
    is_long = rng.random() < 0.6
    text = "".join(str(digit) for digit in rng.integers(0, 10, 18)) if is_long else _ean(rng, "21")
    row = _code_row(text, zxingcpp.BarcodeFormat.Code128 if is_long else zxingcpp.BarcodeFormat.EAN13)
    sheet = Sheet(58.0, 120.0, module_pixels / 0.3, (244, 246, 246))
    for line in range(18):
        y = 4.0 + line * 4.6
        sheet.text((3.0, y), 2.6, str(rng.choice(_WORDS)), (60, 60, 60))
        sheet.text((42.0, y), 2.6, f"{int(rng.integers(10, 9999)):>5}", (60, 60, 60))
    box = ((58.0 - len(row) * 0.3) / 2, 92.0, len(row) * 0.3, 12.0)
    sheet.code(box, row[None], (50, 50, 50))
    sheet.text((12.0, 106.0), 2.6, text, (60, 60, 60))
    return _print(sheet, box, len(row), "receipt", text)


def other_card(rng: np.random.Generator, module_pixels: float) -> Print:
    """Another library's card: NW-7 of another length, or between other start and stop characters."""
    count, ends = SAMPLE_DIGITS, SAMPLE_ENDS
    if rng.random() < 0.5:
        count = int(rng.choice([6, 7, 8, 9, 11, 12, 13, 14]))
    else:
        ends = str(rng.choice(["BB", "CC", "DD", "AB", "BA", "CD", "DA"]))
    payload = ends[0] + "".join(str(digit) for digit in rng.integers(0, 10, count)) + ends[1]
    kind = str(rng.choice(["card", "card", "portrait", "fob", "sticker", "phone"]))
    bars = random_bars(rng, kind, payload)
    return Print(draw(rng, kind, bars, module_pixels), bars.modules, payload)


def code39_card(rng: np.random.Generator, module_pixels: float) -> Print:
    """A student's or member's card in Code 39."""
    text = "".join(rng.choice(list("0123456789ABCDEFGHKLMNPRSTUVWXYZ-"), int(rng.integers(6, 11))))
    return _label(rng, text, zxingcpp.BarcodeFormat.Code39, module_pixels, (85.6, 54.0), "code39_card")


def item_label(rng: np.random.Generator, module_pixels: float) -> Print:
    """The label on a library's book: NW-7 of nine digits, Code 39 or ITF, with the library's name."""
    if rng.random() < 0.6:
        payload = "B" + "".join(str(digit) for digit in rng.integers(0, 10, 9)) + "B"
        bars = random_bars(rng, "sticker", payload)
        return Print(draw(rng, "sticker", bars, module_pixels), bars.modules, payload)
    is_itf = rng.random() < 0.5
    text = "".join(str(digit) for digit in rng.integers(0, 10, 10))
    code = zxingcpp.BarcodeFormat.ITF if is_itf else zxingcpp.BarcodeFormat.Code39
    return _label(rng, text, code, module_pixels, (70.0, 26.0), "item_label")


def qr_poster(rng: np.random.Generator, module_pixels: float) -> Print:
    """A poster with a QR code and large letters."""
    text = f"https://library.example/{int(rng.integers(1000, 999999))}"
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    cells = np.asarray(code.to_image(scale=1, add_quiet_zones=False)) < 128
    sheet = Sheet(100.0, 130.0, module_pixels * 1.5, _paper(rng))
    sheet.text(
        (8.0, 6.0), 9.0, str(rng.choice(("おはなし会", "休館日のお知らせ", "Library News"))), (40, 40, 160), is_bold=True
    )
    side = len(cells) / 1.2
    sheet.area((26.0, 56.0, side + 8, side + 8), (255, 255, 255))
    box = (30.0, 60.0, side, side)
    sheet.code(box, cells, (15, 15, 15))
    for line in range(4):
        sheet.text((8.0, 20.0 + line * 8.0), 5.0, str(rng.choice(_WORDS)) * 3, (60, 60, 60))
    return _print(sheet, box, len(cells), "qr_poster", text)


PRINTS: dict[str, Callable[[np.random.Generator, float], Print]] = {
    "book": book,
    "receipt": receipt,
    "other_card": other_card,
    "code39_card": code39_card,
    "item_label": item_label,
    "qr_poster": qr_poster,
}


def _label(
    rng: np.random.Generator,
    text: str,
    code: zxingcpp.BarcodeFormat,
    module_pixels: float,
    size: tuple[float, float],
    kind: str,
) -> Print:
    row = _code_row(text, code)
    module = min(0.3, (size[0] - 6.0) / len(row))
    sheet = Sheet(*size, module_pixels / module, _paper(rng))
    sheet.text((4.0, 3.0), 4.0, str(rng.choice(("学生証", "会員証", "Member", "資料番号"))), (50, 50, 50), is_bold=True)
    height = size[1] * 0.35
    box = ((size[0] - len(row) * module) / 2, size[1] * 0.45, len(row) * module, height)
    sheet.code(box, row[None], (25, 25, 25))
    sheet.text((box[0] + 6, box[1] + height + 0.6), 2.8, text, (40, 40, 40))
    return _print(sheet, box, len(row), kind, text)


def _print(sheet: Sheet, box: Box, modules: int, kind: str, printed: str) -> Print:
    mask = rounded(sheet.picture.shape[:2], round(1.0 * sheet.scale))
    return Print(Artwork(sheet.picture, mask, sheet.scale, box, None, kind), modules, printed)


def _code_row(text: str, code: zxingcpp.BarcodeFormat) -> npt.NDArray[np.bool_]:
    """The modules of a linear code, True where dark, without its quiet zones."""
    image = np.asarray(zxingcpp.create_barcode(text, code).to_image(scale=1, add_quiet_zones=False))
    return image[0] < 128


def _ean(rng: np.random.Generator, prefix: str) -> str:
    digits = prefix + "".join(str(digit) for digit in rng.integers(0, 10, 12 - len(prefix)))
    total = sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(digits))
    return digits + str(-total % 10)


def _paper(rng: np.random.Generator) -> tuple[int, int, int]:
    grey = int(rng.integers(215, 253))
    return grey, min(255, grey + int(rng.integers(0, 8))), min(255, grey + int(rng.integers(0, 12)))
