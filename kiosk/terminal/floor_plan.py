"""The maps of the floors of this branch: brought once, and there when the service is not; leaves places on them to others."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.errors import ServiceError

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


def fetch_floor_map(terminal: "Terminal", name: str, otherwise: Callable[[ServiceError], None]) -> None:
    """Brings the picture of one floor, and tells the screen when it came or failed. Not asked for what is there."""

    def came(picture: bytes) -> None:
        terminal.shelf_maps[name] = picture
        terminal.changed()

    def failed(error: ServiceError) -> None:
        otherwise(error)
        terminal.changed()

    if name not in terminal.shelf_maps:
        terminal.ask_beside(lambda api: api.shelf_map(name), came, failed)


def fetch_floor_maps(terminal: "Terminal") -> None:
    """Brings every floor of the branch in which the terminal stands; what does not come is asked for another time."""
    for each in terminal.profile.shelf_maps:
        if each.branch == terminal.branch:
            fetch_floor_map(terminal, each.picture, lambda _error: None)
