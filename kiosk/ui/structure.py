"""What is seen on a window, as plain values: texts and what can be touched, each with its box; leaves judging to others."""

from dataclasses import dataclass

SLACK = 2
"""Pixels by which boxes may miss one another."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the window, in pixels from its lower left."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_seen(self) -> bool:
        """Whether there is anything of it."""
        return self.right - self.left > SLACK and self.top - self.bottom > SLACK

    def is_within(self, other: "Box", slack: float = SLACK) -> bool:
        """Whether the other holds all of it."""
        return (
            self.left >= other.left - slack
            and self.right <= other.right + slack
            and self.bottom >= other.bottom - slack
            and self.top <= other.top + slack
        )

    def meets(self, other: "Box") -> bool:
        """Whether they share more than an edge."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > SLACK and min(self.top, other.top) - max(self.bottom, other.bottom) > SLACK

    def cut_to(self, other: "Box") -> "Box":
        """What the other lets through."""
        return Box(
            max(self.left, other.left), max(self.bottom, other.bottom), min(self.right, other.right), min(self.top, other.top)
        )


@dataclass(frozen=True, slots=True)
class SeenText:
    """A text and how it stands. `is_ornament`: it stands on a drawn cover, the title itself is beside it.

    `box` is what the lists around it let through, `drawn` as much of it as the lines take. `is_held`: everything it stands in
    holds all of it. `missing` are the characters that no font has, `broken` is where a line ends amid a word of letters.
    """

    text: str
    box: Box
    drawn: Box
    font_size: float
    is_bold: bool
    colour: tuple[float, ...]
    missing: str = ""
    is_clipped: bool = False
    is_shortened: bool = False
    is_ornament: bool = False
    is_held: bool = True
    broken: str = ""


@dataclass(frozen=True, slots=True)
class SeenSign:
    """A sign of the icon font."""

    name: str
    box: Box
    colour: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SeenTouchable:
    """Something that can be touched, unless it is not `is_enabled` just now.

    `width` and `height` are all of it, `box` what the lists around it let through; `edge` is where its outline is drawn, a
    field's being round what is typed only.
    """

    name: str
    kind: str
    box: Box
    edge: Box
    width: float
    height: float
    is_enabled: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything on a window of that size that can be read or touched."""

    width: int
    height: int
    texts: tuple[SeenText, ...] = ()
    signs: tuple[SeenSign, ...] = ()
    touchables: tuple[SeenTouchable, ...] = ()
