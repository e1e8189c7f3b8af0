"""The readers the bench compares, each as a function from a frame to what it read and what its stages took.

Times are processor time of the one thread: another program on the machine makes them little longer.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp
from pyzbar import pyzbar

from kiosk.domain.card import Symbology
from kiosk.scanner.frame import Frame, Grey, to_grey
from kiosk.scanner.pipeline import Pipeline
from kiosk.scanner.report import FrameReport, StageTime

TURNS = (0, 30, 60, 90, 120, 150)
"""Degrees of the turned copies; the first that reads ends the search, since the engines read upside down too."""
_WHOLE = "whole frame"


@dataclass(frozen=True, slots=True)
class Decode:
    """One stage of one engine on one frame: the NW-7 payloads it gave, before any vote."""

    engine: str
    stage: str
    payloads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one frame: NW-7 payloads, how long it took, its raw decodes; the report, when it gives one."""

    payloads: frozenset[str]
    milliseconds: float
    decodes: tuple[Decode, ...]
    report: FrameReport | None = None


def by_pyzbar(frame: Frame) -> Reading:
    """The zbar library over the whole grey frame, Codabar only."""
    began = time.thread_time()
    found = frozenset(
        one.data.decode("utf-8", "replace").upper()
        for one in pyzbar.decode(to_grey(frame), symbols=[pyzbar.ZBarSymbol.CODABAR])
    )
    return Reading(found, _since(began), (Decode("zbar", _WHOLE, found),))


def by_zxing(frame: Frame) -> Reading:
    """The zxing-cpp library over the whole grey frame, its defaults, Codabar only."""
    began = time.thread_time()
    found = _zxing(to_grey(frame))
    return Reading(found, _since(began), (Decode("zxing", _WHOLE, found),))


def by_zxing_turned(frame: Frame) -> Reading:
    """The same on six turned copies, until one reads."""
    began = time.thread_time()
    grey = to_grey(frame)
    found: frozenset[str] = frozenset()
    for degrees in TURNS:
        found = _zxing(turned(grey, degrees) if degrees else grey)
        if found:
            break
    return Reading(found, _since(began), (Decode("zxing", "turned copies", found),))


def by_pipeline(frame: Frame) -> Reading:
    """The scanner's own pipeline, all stages, knowing nothing of a frame before."""
    return by(a_pipeline(None), frame)


def a_pipeline(budget_seconds: float | None) -> Pipeline:
    """One that has seen nothing yet; its budget is in processor time too."""
    return Pipeline((Symbology.CODABAR,), budget_seconds, time.thread_time)


def by(pipeline: Pipeline, frame: Frame) -> Reading:
    """What this pipeline makes of its next frame."""
    began = time.thread_time()
    report = pipeline.look(frame)
    return Reading(
        codabar(report), _since(began), tuple(decode for stage in report.stages for decode in _decodes(stage)), report
    )


ENGINES: dict[str, Callable[[Frame], Reading]] = {
    "pyzbar, whole frame": by_pyzbar,
    "zxing-cpp, whole frame": by_zxing,
    "zxing-cpp, six turned copies": by_zxing_turned,
    "pipeline, all stages": by_pipeline,
}
PIPELINE = "pipeline, all stages"


def codabar(report: FrameReport) -> frozenset[str]:
    """The NW-7 payloads of a report."""
    return frozenset(one.payload.upper() for one in report.symbols if one.symbology is Symbology.CODABAR)


def turned(grey: Grey, degrees: float) -> Grey:
    """The whole picture turned about its middle, on a canvas that holds it."""
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cosine, sine = abs(matrix[0, 0]), abs(matrix[0, 1])
    size = (int(height * sine + width * cosine), int(height * cosine + width * sine))
    matrix[:, 2] += (np.array(size) - (width, height)) / 2
    picture: Grey = cv2.warpAffine(grey, matrix, size, borderMode=cv2.BORDER_REPLICATE)
    return picture


def _zxing(grey: Grey) -> frozenset[str]:
    found: Iterable[zxingcpp.Barcode] = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.Codabar)
    return frozenset(one.text.upper() for one in found)


def _decodes(stage: StageTime) -> list[Decode]:
    by_engine: dict[str, set[str]] = {}
    for one in stage.readings:
        if one.symbology is Symbology.CODABAR:
            by_engine.setdefault(one.engine, set()).add(one.payload.upper())
    return [Decode(engine, stage.stage, frozenset(payloads)) for engine, payloads in by_engine.items()]


def _since(began: float) -> float:
    return (time.thread_time() - began) * 1000
