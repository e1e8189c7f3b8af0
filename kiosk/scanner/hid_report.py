"""The reports of HID-POS bar code scanners: where a scanner's own descriptor says that the scanned data lie, and what is there.

Sources: USB Device Class Definition for HID 1.11, section 6.2.2 (descriptors); USB HID Point of Sale Usage Tables 1.02, section
3 (usage page 0x8C); HID Usage Tables (Byte Count). Manuals (Access-IS ATR110, LSR118) show the usual report of 64 bytes: report
id 2, length, three bytes of AIM symbology identifier, 56 of data, two of the maker's own, and in bit 0 of the last byte whether
more data follow in another report. Order and sizes are the maker's choice, so they are taken from the descriptor.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

BAR_CODE_SCANNER_PAGE = 0x8C
_BYTE_COUNT = (0x01, 0x3B)
_IDENTIFIERS = tuple((BAR_CODE_SCANNER_PAGE, usage) for usage in (0xFB, 0xFC, 0xFD))
_DECODED_DATA = (BAR_CODE_SCANNER_PAGE, 0xFE)
_CONTINUED = (BAR_CODE_SCANNER_PAGE, 0xFF)

_INPUT, _OTHER_MAINS = 0x80, (0x90, 0xA0, 0xB0, 0xC0)
_USAGE_PAGE, _REPORT_SIZE, _REPORT_ID, _REPORT_COUNT = 0x04, 0x74, 0x84, 0x94
_USAGE, _USAGE_MINIMUM, _USAGE_MAXIMUM = 0x08, 0x18, 0x28
_PUSH, _POP = 0xA4, 0xB4
_LONG_ITEM = 0xFE
_CONSTANT = 0x01

_Usage = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReportPart:
    """What one report carried of a code; `is_continued` when the next report goes on with it."""

    data: bytes = field(repr=False)
    symbology_identifier: str
    is_continued: bool


@dataclass(frozen=True, slots=True)
class ReportLayout:
    """Where the parts lie in a report as the system hands it over, its id first where it has one (0: it has none).

    `data` is from where to where, in bytes; `identifiers` and `length` are places of bytes, `continued` is that of a bit.
    """

    report_id: int
    data: tuple[int, int]
    identifiers: tuple[int, ...] = ()
    length: int | None = None
    continued: int | None = None

    def read(self, report: bytes) -> ReportPart | None:
        """What the report carries, or None when it is another one or cut short."""
        begin, end = self.data
        needed = [end, *(place + 1 for place in (*self.identifiers, self.length) if place is not None)]
        if len(report) < max(needed) or (self.report_id and report[0] != self.report_id):
            return None
        data = report[begin:end]
        data = data.rstrip(b"\0") if self.length is None else data[: report[self.length]]
        identifier = bytes(report[place] for place in self.identifiers).rstrip(b"\0").decode("ascii", "replace")
        return ReportPart(data, identifier if identifier.startswith("]") else "", self._is_continued(report))

    def _is_continued(self, report: bytes) -> bool:
        if self.continued is None or self.continued // 8 >= len(report):
            return False
        return bool(report[self.continued // 8] >> self.continued % 8 & 1)


def layout_of(descriptor: bytes) -> ReportLayout | None:
    """The layout of the report that carries decoded data, or None when the device has none."""
    reports: dict[int, dict[_Usage, tuple[int, int]]] = {}
    for report_id, usage, bit, bits in _inputs(descriptor):
        reports.setdefault(report_id, {}).setdefault(usage, (bit, bits))
    for report_id, fields in reports.items():
        bit, bits = fields.get(_DECODED_DATA, (0, 0))
        if bits >= 8 and bit % 8 == 0:
            return ReportLayout(
                report_id=report_id,
                data=(bit // 8, (bit + bits) // 8),
                identifiers=tuple(fields[usage][0] // 8 for usage in _IDENTIFIERS if usage in fields),
                length=fields[_BYTE_COUNT][0] // 8 if fields.get(_BYTE_COUNT, (1, 0))[1] == 8 else None,
                continued=fields[_CONTINUED][0] if _CONTINUED in fields else None,
            )
    return None


def _inputs(descriptor: bytes) -> Iterator[tuple[int, _Usage, int, int]]:
    """Every use of an input report: its report's id, page and usage, first bit from the report's beginning, number of bits.

    Where there are more fields than usages, the last usage is that of all the rest, such as the 56 bytes of the data.
    """
    state: Mapping[int, int] = {}
    kept: list[Mapping[int, int]] = []
    usages: list[_Usage] = []
    least = 0
    filled: dict[int, int] = {}
    for tag, value in _items(descriptor):
        page = state.get(_USAGE_PAGE, 0)
        if tag == _PUSH:
            kept.append(state)
        elif tag == _POP:
            state = kept.pop() if kept else state
        elif tag in (_USAGE_PAGE, _REPORT_SIZE, _REPORT_ID, _REPORT_COUNT):
            state = {**state, tag: value}
        elif tag == _USAGE:
            usages.append(_usage(page, value))
        elif tag == _USAGE_MINIMUM:
            least = value
        elif tag == _USAGE_MAXIMUM:
            usages += [_usage(page, one) for one in range(least, min(value, least + 0xFF) + 1)]
        elif tag == _INPUT:
            report_id, size, count = state.get(_REPORT_ID, 0), state.get(_REPORT_SIZE, 0), state.get(_REPORT_COUNT, 0)
            bit = filled.get(report_id, 8 if report_id else 0)
            if not value & _CONSTANT:
                yield from _fields(report_id, usages[:count], bit, size, count)
            filled[report_id] = bit + size * count
        if tag == _INPUT or tag in _OTHER_MAINS:
            usages = []


def _fields(report_id: int, usages: list[_Usage], bit: int, size: int, count: int) -> Iterator[tuple[int, _Usage, int, int]]:
    for place, usage in enumerate(usages):
        is_last = place == len(usages) - 1
        yield report_id, usage, bit + place * size, (count - place if is_last else 1) * size


def _usage(page: int, value: int) -> _Usage:
    """A usage of four bytes names its page itself."""
    return (value >> 16, value & 0xFFFF) if value > 0xFFFF else (page, value)


def _items(descriptor: bytes) -> Iterator[tuple[int, int]]:
    """The short items, each as its tag and type and its unsigned value."""
    at = 0
    while at < len(descriptor):
        prefix = descriptor[at]
        if prefix == _LONG_ITEM:
            at += 3 + (descriptor[at + 1] if at + 1 < len(descriptor) else 0)
            continue
        size = (0, 1, 2, 4)[prefix & 0x03]
        yield prefix & 0xFC, int.from_bytes(descriptor[at + 1 : at + 1 + size], "little")
        at += 1 + size
