"""What is wrong with a screen as it is seen: nothing too small to touch, out of the window, over another, clipped."""

from collections.abc import Iterator
from itertools import combinations

from kiosk.gallery.states.examples import LONG_TEXTS
from kiosk.ui.structure import Seen


def faults(seen: Seen, least_touch: float) -> list[str]:
    """Every fault, each in words; `least_touch` is the least side of what can be touched, in pixels."""
    return [
        *small_targets(seen, least_touch),
        *outside_the_window(seen),
        *overlapping_targets(seen),
        *cut_texts(seen),
        *overlapping_texts(seen),
    ]


def small_targets(seen: Seen, least_touch: float) -> Iterator[str]:
    """What can be touched and is smaller than it may be."""
    for each in seen.touchables:
        if min(each.width, each.height) < least_touch - 1:
            yield f"{each.name}: too small to touch, {each.width:.0f} x {each.height:.0f}"


def outside_the_window(seen: Seen) -> Iterator[str]:
    """What can be touched and does not stand in the window with all of it."""
    for each in seen.touchables:
        box = each.box
        if box.is_seen and (box.left < -1 or box.bottom < -1 or box.right > seen.width + 1 or box.top > seen.height + 1):
            yield f"{each.name}: outside the window"


def overlapping_targets(seen: Seen) -> Iterator[str]:
    """Two that can be touched at one place."""
    for one, other in combinations([each for each in seen.touchables if each.box.is_seen], 2):
        if one.box.meets(other.box):
            yield f"{one.name} and {other.name}: overlap"


def cut_texts(seen: Seen) -> Iterator[str]:
    """Texts of which something cannot be read; what is the catalogue's or the patron's own may end in … ."""
    for each in seen.texts:
        if each.is_clipped:
            yield f"clipped: {each.text}"
        if each.is_shortened and not each.is_ornament and not any(long in each.text for long in LONG_TEXTS):
            yield f"shortened: {each.text}"
        if not each.is_held:
            yield f"runs out of what holds it: {each.text}"


def overlapping_texts(seen: Seen) -> Iterator[str]:
    """Two texts at one place."""
    for one, other in combinations([each for each in seen.texts if each.box.is_seen], 2):
        if one.box.meets(other.box):
            yield f"lie over each other: {one.text} | {other.text}"
