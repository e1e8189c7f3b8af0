"""Takes MARC files apart into records: ISO 2709 and MARCXML; a broken record is told and passed over."""

import re
from collections.abc import Iterator
from typing import IO
from xml.sax import SAXParseException
from xml.sax.expatreader import create_parser
from xml.sax.handler import feature_external_ges, feature_namespaces

from pymarc import Record
from pymarc.exceptions import PymarcException
from pymarc.marcxml import XmlHandler

from kiosk.central.importing.report import Refusal

_CHUNK_BYTES = 1 << 16
_LEADER_BYTES, _ENTRY_BYTES = 24, 12
_END_OF_FIELD = b"\x1e"
_END_OF_RECORD = b"\x1d"
_MAX_RECORD_BYTES = 99_999
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1a]")
_LEADER = re.compile(rb"\d{5}[a-z][a-z][a-z ][ a-z][ a]22\d{5}")


def iso2709_records(stream: IO[bytes]) -> Iterator[tuple[str, Record] | Refusal]:
    """The records of an ISO 2709 file with their places.

    Records are told apart by their terminator and leader, not by the length they claim, so that one with a wrong length,
    or one cut short, takes no other with it.
    """
    for number, raw in enumerate(_frames(stream), start=1):
        place = f"record {number}"
        try:
            _check_structure(raw)
            # A leader that claims MARC-8 stands over UTF-8 in many a file: MARC-8 Japanese begins with escape codes.
            yield place, Record(raw, force_utf8=b"\x1b" not in raw)
        except (PymarcException, ValueError, IndexError) as error:
            yield Refusal(place, f"broken MARC record: {_reason(error)}")


def marcxml_records(stream: IO[bytes]) -> Iterator[tuple[str, Record] | Refusal]:
    """The records of a MARCXML file with their places; where the XML itself breaks off, that is told once."""
    handler = XmlHandler()
    parser = create_parser()  # noqa: S315 - expat stops entities that grow without bound, and none from outside is fetched
    parser.setFeature(feature_namespaces, True)
    parser.setFeature(feature_external_ges, False)
    parser.setContentHandler(handler)
    number = 0
    fault: Refusal | None = None
    while fault is None and (chunk := stream.read(_CHUNK_BYTES)):
        try:
            parser.feed(chunk)
        except SAXParseException as error:
            fault = Refusal(f"line {error.getLineNumber()}", f"broken XML, nothing after it was read: {error.getMessage()}")
        for record in handler.records:
            number += 1
            yield f"record {number}", record
        handler.records.clear()
    if fault is not None:
        yield fault


def _frames(stream: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while chunk := stream.read(_CHUNK_BYTES):
        *whole, rest = (rest + chunk).split(_END_OF_RECORD)
        for raw in whole:
            yield from _apart(raw.lstrip(b"\r\n \x00") + _END_OF_RECORD)
        if len(rest) > _MAX_RECORD_BYTES:
            *cut, rest = _apart(rest)
            yield from cut
    if rest.strip(b"\r\n \x00\x1a"):
        yield from _apart(rest)


def _apart(raw: bytes) -> Iterator[bytes]:
    # A record that lost its end has the next one's leader inside.
    starts = [found.start() for found in _LEADER.finditer(raw) if found.start()]
    for begin, end in zip([0, *starts], [*starts, len(raw)], strict=True):
        yield raw[begin:end]


def _check_structure(raw: bytes) -> None:
    """Raises ValueError where lengths and positions do not agree: pymarc would read parts of one field as another."""
    if not (raw[:5] + raw[12:17]).isdigit():
        raise ValueError("it has no leader")
    if int(raw[:5]) != len(raw):
        raise ValueError(f"it claims {int(raw[:5])} bytes and has {len(raw)}")
    if _CONTROLS.search(raw):
        raise ValueError("it holds control characters")
    base = int(raw[12:17])
    directory = raw[_LEADER_BYTES : base - 1]
    for begin in range(0, len(directory), _ENTRY_BYTES):
        entry = directory[begin : begin + _ENTRY_BYTES]
        if not entry[3:].isdigit() or raw[base + int(entry[3:7]) + int(entry[7:]) - 1 :][:1] != _END_OF_FIELD:
            raise ValueError(f"field {entry[:3].decode(errors='replace')} is not where its directory says")


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
