"""The scanner on pictures from elsewhere, with or without labels, and on a recorded film."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from bench.scanner_engines import ENGINES, Reading, a_pipeline, by, codabar
from bench.scanner_tallies import Tally, median, share_below

from kiosk.domain.card import CardFormat
from kiosk.scanner.agreement import Agreement
from kiosk.scanner.card_reader import frame_budget_seconds
from kiosk.scanner.frame import Frame
from kiosk.scanner.sight import judge

_PICTURES = {".png", ".jpg", ".jpeg", ".bmp", ".webp"}
_LISTS = ("labels.csv", "labels.tsv", "labels.json", "manifest.json")
_ANY_CARD = CardFormat(min_length=4, max_length=30)


@dataclass(frozen=True, slots=True)
class Label:
    """What a picture's code says (None: it has none), and which grade it counts for."""

    payload: str | None
    grade: str | None = None


def read_corpus(folder: Path) -> int:
    """Every reader on every picture: a table by grade where there are labels, and what was read where there are none."""
    labels = listed_labels(folder)
    tallies: dict[tuple[str, str], Tally] = {}
    unlabelled = 0
    for path in sorted(one for one in folder.rglob("*") if one.suffix.lower() in _PICTURES):
        frame = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
        if frame is None:
            print(f"{path.relative_to(folder)}: not a picture")
            continue
        label = label_of(path, folder, labels)
        readings = {name: read(frame) for name, read in ENGINES.items()}
        if label is None:
            unlabelled += 1
            print(f"{path.relative_to(folder)}: {_what_was_read(readings)}")
            continue
        grade = label.grade or (path.parent.name if path.parent != folder else "pictures")
        for name, reading in readings.items():
            tallies.setdefault((grade, name), Tally()).add(_as_labelled(reading, label.payload), label.payload)
    _print_tallies(tallies)
    if not tallies and not unlabelled:
        print(f"{folder}: no pictures ({', '.join(sorted(_PICTURES))})")
        return 1
    return 0


def listed_labels(folder: Path) -> dict[str, Label]:
    """The labels of a list at the top of the folder, by file name as it is written there; empty without a list."""
    for name in _LISTS:
        path = folder / name
        if path.is_file():
            rows = _json_rows(path) if path.suffix == ".json" else _table_rows(path)
            return {file: Label(payload or None, grade or None) for file, payload, grade in rows}
    return {}


def label_of(path: Path, folder: Path, labels: dict[str, Label]) -> Label | None:
    """The picture's label: from the text beside it, or from the list; None when it has none."""
    beside = path.with_suffix(".txt")
    if beside.is_file():
        return Label(beside.read_text("utf-8").strip() or None)
    inside = path.relative_to(folder).as_posix()
    return next((labels[name] for name in (inside, path.name, path.stem) if name in labels), None)


def _json_rows(path: Path) -> Iterator[tuple[str, str, str]]:
    content = json.loads(path.read_text("utf-8"))
    if isinstance(content, dict) and not any(isinstance(value, list) for value in content.values()):
        for file, label in content.items():
            known = label if isinstance(label, dict) else {"payload": label}
            yield file, _text(known, "payload"), _text(known, "grade")
        return
    rows = content if isinstance(content, list) else next(value for value in content.values() if isinstance(value, list))
    for row in rows:
        yield _text(row, "file"), _text(row, "payload"), _text(row, "grade")


_NAMES = {
    "file": ("file", "filename", "file_name", "path", "image", "name"),
    "payload": ("payload", "label", "text", "value", "code", "expected", "number"),
    "grade": ("grade", "difficulty", "level", "class"),
}


def _text(row: dict[str, object], what: str) -> str:
    return next((str(row[name]).strip() for name in _NAMES[what] if row.get(name) is not None), "")


def _table_rows(path: Path) -> Iterator[tuple[str, str, str]]:
    separator = "\t" if path.suffix == ".tsv" else ","
    rows = [row for row in csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=separator) if row]
    head = [name.strip().lower() for name in rows[0]] if rows else []
    if any(name in _NAMES["file"] for name in head):
        for row in rows[1:]:
            named: dict[str, object] = dict(zip(head, row, strict=False))
            yield _text(named, "file"), _text(named, "payload"), _text(named, "grade")
        return
    for row in rows:
        file, payload, grade = (cell.strip() for cell in (*row, "", "")[:3])
        yield file, payload, grade


def _as_labelled(reading: Reading, expected: str | None) -> Reading:
    """The reading with a payload that means the same as the label put as the label puts it."""
    meant = {expected} if expected and any(is_same(payload, expected) for payload in reading.payloads) else set()
    others = {payload for payload in reading.payloads if not (expected and is_same(payload, expected))}
    return Reading(frozenset(meant | others), reading.milliseconds, reading.decodes)


def is_same(payload: str, expected: str) -> bool:
    """Whether an NW-7 payload is the expected text, which may be written without its start and stop characters."""
    wanted = expected.strip().upper()
    return wanted in (payload.upper(), payload.upper()[1:-1])


def _what_was_read(readings: dict[str, Reading]) -> str:
    return "; ".join(
        f"{name}: {', '.join(sorted(one.payloads)) or '-'} ({one.milliseconds:.0f} ms)" for name, one in readings.items()
    )


def _print_tallies(tallies: dict[tuple[str, str], Tally]) -> None:
    if not tallies:
        return
    print(f"{'':20}{'':32}{'pictures':>9}{'read %':>8}{'wrong':>7}{'median ms':>11}{'p95 ms':>8}")
    for (grade, name), tally in sorted(tallies.items(), key=lambda item: item[0][0]):
        print(
            f"{grade:20}{name:32}{tally.frames:9d}{100 * tally.read / tally.frames:8.1f}{tally.wrong:7d}"
            f"{median(tally.milliseconds):11.1f}{share_below(tally.milliseconds, 95):8.1f}"
        )


def play_video(file: Path) -> int:
    """Shows the live pipeline every frame of a film once: reads by second, the moment of acceptance, cost. 1: not a film."""
    capture = cv2.VideoCapture(str(file))
    rate = capture.get(cv2.CAP_PROP_FPS) or 15.0
    pipeline, agreement = (
        a_pipeline(frame_budget_seconds(rate)),
        Agreement.on(_ANY_CARD, b"of the bench" * 2),
    )
    seconds: dict[int, list[Reading]] = {}
    accepted: list[tuple[float, str]] = []
    for index, frame in enumerate(_frames(capture)):
        reading = by(pipeline, frame)
        seconds.setdefault(int(index / rate), []).append(reading)
        assert reading.report is not None
        agreement = agreement.after(judge(reading.report, _ANY_CARD), index / rate)
        if agreement.accepted is not None:
            accepted.append((index / rate, agreement.accepted.value))
    capture.release()
    if not seconds:
        print(f"{file}: not a film that OpenCV reads")
        return 1
    _print_seconds(seconds)
    for moment, number in accepted:
        print(f"accepted at {moment:.2f} s: {number}")
    if not accepted:
        print("nothing was accepted")
    return 0


def _frames(capture: cv2.VideoCapture) -> Iterator[Frame]:
    while True:
        is_read, frame = capture.read()
        if not is_read:
            return
        yield frame


def _print_seconds(seconds: dict[int, list[Reading]]) -> None:
    print(f"{'second':>6}{'frames':>8}{'read':>6}{'median ms':>11}{'worst ms':>10}   numbers")
    for second, readings in seconds.items():
        times = [one.milliseconds for one in readings]
        numbers = sorted({payload for one in readings if one.report for payload in codabar(one.report)})
        read = sum(bool(one.payloads) for one in readings)
        print(f"{second:6d}{len(readings):8d}{read:6d}{median(times):11.1f}{max(times):10.1f}   {', '.join(numbers)}")
