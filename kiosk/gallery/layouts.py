"""The screens a terminal may have: how many pixels, how large."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """A screen of that many pixels and that diagonal."""

    name: str
    width: int
    height: int
    diagonal_inches: float


LAYOUTS = {
    each.name: each
    for each in (
        Layout("landscape", 1920, 1080, 23.8),
        Layout("portrait", 1080, 1920, 23.8),
        Layout("small", 1280, 800, 15.4),
        Layout("large", 3840, 2160, 27.0),
    )
}
