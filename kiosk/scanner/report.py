"""What one frame showed: the symbols read in it and what was measured of its bars; what it means is judged elsewhere."""

from dataclasses import dataclass, field
from typing import TypeAlias

from kiosk.domain.card import Symbology

Points: TypeAlias = tuple[tuple[float, float], ...]
"""Points in pixels of the frame, x from the left, y from the top."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A bar code that was read. NW-7 payloads keep their start and stop characters, such as `A1234567890A`.

    `engine` names the decoder that read it (`zbar`, `zxing`).
    """

    payload: str = field(repr=False)
    symbology: Symbology
    polygon: Points
    engine: str = ""


@dataclass(frozen=True, slots=True)
class BarField:
    """A place in the frame that looks like bars, whether or not it could be read.

    `corners` are the four of its rectangle: the first two lie along the code (across the bars). `module_pixels` is the width of
    a narrow bar, `edge_pixels` how far an edge is smeared (10 to 90 % of its rise), `contrast` the step from dark to light
    (0 to 255), `glare` the share of pixels burnt out by a lamp (0 to 1), `sameness` how much its rows have in common (1: all
    of it, as of bars); each None where it could not be measured.
    """

    corners: Points
    module_pixels: float | None = None
    edge_pixels: float | None = None
    contrast: float | None = None
    glare: float | None = None
    sameness: float | None = None


@dataclass(frozen=True, slots=True)
class StageTime:
    """How long one stage took, and what it read before the readings are put to the vote."""

    stage: str
    milliseconds: float
    readings: tuple[Symbol, ...] = ()

    @property
    def has_read(self) -> bool:
        """Whether it read anything."""
        return bool(self.readings)


@dataclass(frozen=True, slots=True)
class FrameReport:
    """Everything one frame gave. `brightness` is the frame's mean grey (0 to 255), `mirrored` the share of it that something
    has begun to burn out with a lamp's mirror image (0 to 1)."""

    symbols: tuple[Symbol, ...] = ()
    fields: tuple[BarField, ...] = ()
    """Best first."""
    stages: tuple[StageTime, ...] = ()
    brightness: float | None = None
    mirrored: float = 0.0
