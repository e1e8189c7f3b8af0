"""What a camera at the machine is asked for; how it is asked, and what it makes of it, is the device camera's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CameraSettings:
    """Wishes for the picture and for the lens. A device that refuses one keeps its own way; `kiosk doctor` tells.

    Raises ValueError for a picture without a size or rate, a focus beyond 0 to 1, and an exposure of no length.

    A card is shown to a fixed place by a hand that is not quite still: a lens that hunts and an exposure that grows until a
    movement smears the bars cost more than they give.
    """

    __pydantic_config__ = {"extra": "forbid"}
    width: int = 1280
    height: int = 720
    frame_rate: int = 30
    """Frames per second."""
    autofocus: bool = False
    """Leaves the lens to the device; otherwise it is fixed at `focus`."""
    focus: float = 0.4
    """From 0 (far) to 1 (as near as the lens goes), in shares of the device's own range; about 20 cm on most lenses."""
    auto_exposure: bool = False
    """Leaves the exposure to the device; otherwise it is held at what the light asked for when the camera was opened."""
    longest_exposure_milliseconds: float = 10.0
    """A held exposure is no longer than this: 10 is one flicker of lamps on 50 Hz, and at most a bar's width of a slow hand."""

    def __post_init__(self) -> None:
        if min(self.width, self.height, self.frame_rate) < 1:
            raise ValueError("width, height and frame_rate must be at least 1")
        if not 0 <= self.focus <= 1:
            raise ValueError("focus is a share from 0 (far) to 1 (near)")
        if self.longest_exposure_milliseconds <= 0:
            raise ValueError("longest_exposure_milliseconds must be more than 0")
