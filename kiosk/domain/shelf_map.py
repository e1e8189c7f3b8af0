"""Where a call number stands on a floor: maps of the floors as profile data; leaves pictures and drawing to others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.domain.catalogue import Material
from kiosk.domain.localised import Localised
from kiosk.domain.text import fold, half_width

_STRICT: dict[str, Any] = {"extra": "forbid"}
_CALL_NUMBER = re.compile(r"([A-Za-z]+|\D*(?=\d)|\D?)\W*([\d.]*)(.*)", re.DOTALL)
_PICTURE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*\.png")


@dataclass(frozen=True, slots=True)
class CallNumber:
    """A call number in its parts: K (a mark), 913.6 (a class, as its figures), ナツ (what follows, folded)."""

    mark: str
    figures: str
    rest: str

    @classmethod
    def parse(cls, text: str) -> "CallNumber":
        """Any text: the mark is its letters, or what stands before the first figure."""
        found = _CALL_NUMBER.fullmatch(half_width(text).strip())
        mark, figures, rest = found.groups() if found else ("", "", text)
        return cls(mark.upper(), figures.replace(".", ""), fold(rest))

    @property
    def place(self) -> tuple[str, str]:
        """What numbers of one mark are ordered by: classes are decimal fractions, and so compare figure by figure."""
        return (self.figures, self.rest)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a picture, in shares of its width and height from the upper left corner."""

    __pydantic_config__ = _STRICT
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Place:
    """A shelf on a map: what stands there, and its rectangle in shares of the picture, from the upper left corner.

    `call_from` and `call_to` take in everything between them, and what begins with `call_to`: 910 to 913 holds 913.6ナ. They
    have the same mark. Empty parts are not asked for; `location` is compared as a beginning of the item's.
    """

    __pydantic_config__ = _STRICT
    x: float
    y: float
    width: float
    height: float
    call_from: str = ""
    call_to: str = ""
    location: str = ""
    materials: tuple[Material, ...] = ()

    def __post_init__(self) -> None:
        first, last = self._ends
        if first.mark != last.mark:
            raise ValueError(f"a place begins and ends with the same mark: {self.call_from}, {self.call_to}")
        if min(self.x, self.y, self.width, self.height) < 0 or max(self.x + self.width, self.y + self.height) > 1:
            raise ValueError("a place lies within its picture: shares from 0 to 1")

    @property
    def _ends(self) -> tuple[CallNumber, CallNumber]:
        return CallNumber.parse(self.call_from), CallNumber.parse(self.call_to or self.call_from)

    def holds(self, location: str, call_number: str, material: Material | None) -> bool:
        """Whether an item of that location and call number stands here."""
        return (
            fold(location).startswith(fold(self.location))
            and (not self.materials or material in self.materials)
            and (not self.call_from or self._is_between(CallNumber.parse(call_number)))
        )

    def _is_between(self, number: CallNumber) -> bool:
        first, last = self._ends
        is_last = number.figures.startswith(last.figures) if not last.rest else number.figures == last.figures
        is_begun = is_last and number.rest.startswith(last.rest)
        return number.mark == first.mark and first.place <= number.place and (number.place <= last.place or is_begun)


@dataclass(frozen=True, slots=True)
class ShelfMap:
    """The map of a floor of a branch. `picture` is a PNG file's name; `here` is where the terminal stands, if on this floor."""

    __pydantic_config__ = _STRICT
    branch: str
    name: Localised
    picture: str
    places: tuple[Place, ...] = ()
    here: Point | None = None

    def __post_init__(self) -> None:
        if not _PICTURE_NAME.fullmatch(self.picture):
            raise ValueError(f"a picture is named by small letters, figures and hyphens, and ends in .png: {self.picture}")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A shelf, and the map it is on."""

    shelf_map: ShelfMap
    place: Place


def place_of(
    maps: Sequence[ShelfMap], branch: str, location: str, call_number: str, material: Material | None = None
) -> FoundPlace | None:
    """Where an item stands: the first place of the branch's maps that holds it, in the order of the profile."""
    for each in maps:
        if each.branch == branch:
            for place in each.places:
                if place.holds(location, call_number, material):
                    return FoundPlace(each, place)
    return None
