"""What is wrong with a screen as it is seen: each measure is a function, and says every fault in words."""

from collections.abc import Iterator
from itertools import combinations

from kiosk.gallery.contrasts import faint_edges, faint_signs, faint_texts
from kiosk.gallery.grounds import Grounds
from kiosk.gallery.states.examples import LONG_TEXTS
from kiosk.gallery.views import View
from kiosk.gallery.wording import foreign_texts
from kiosk.terminal.words import Words
from kiosk.ui.structure import SLACK, Seen

TOUCH_MM = 20
"""The least side of what can be touched (DESIGN.md)."""


def faults(seen: Seen, grounds: Grounds, view: View, words: Words) -> list[str]:
    """Every fault of a screen drawn in that view, in those words."""
    theme = view.theme
    return [
        *small_targets(seen, TOUCH_MM * theme.px_per_mm),
        *outside_the_window(seen),
        *(out_of_reach(seen, theme.height - theme.out_of_reach) if theme.is_low else ()),
        *overlapping_targets(seen),
        *cut_texts(seen),
        *overlapping_texts(seen),
        *missing_glyphs(seen),
        *broken_words(seen),
        *faint_texts(seen, grounds, theme.px_per_mm, view.is_high_contrast),
        *faint_signs(seen, grounds),
        *faint_edges(seen, grounds),
        *foreign_texts(seen, words),
    ]


def small_targets(seen: Seen, least: float) -> Iterator[str]:
    """What can be touched and has a side of less than `least` pixels."""
    for each in seen.touchables:
        if each.is_enabled and min(each.width, each.height) < least - 1:
            yield f"{each.name}: too small to touch, {each.width:.0f} x {each.height:.0f}"


def outside_the_window(seen: Seen) -> Iterator[str]:
    """What can be read or touched and does not stand in the window with all of it."""
    for name, box in (*((each.name, each.box) for each in seen.touchables), *((each.text, each.drawn) for each in seen.texts)):
        if box.is_seen and (box.left < -1 or box.bottom < -1 or box.right > seen.width + 1 or box.top > seen.height + 1):
            yield f"{name}: outside the window"


def out_of_reach(seen: Seen, highest: float) -> Iterator[str]:
    """What can be touched and stands higher than who sits can reach, where that was asked for; `highest` in pixels."""
    for each in seen.touchables:
        if each.is_enabled and each.box.is_seen and each.box.top > highest + SLACK:
            yield f"{each.name}: out of reach by {each.box.top - highest:.0f}"


def overlapping_targets(seen: Seen) -> Iterator[str]:
    """Two that can be touched at one place."""
    for one, other in combinations([each for each in seen.touchables if each.box.is_seen and each.is_enabled], 2):
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


def missing_glyphs(seen: Seen) -> Iterator[str]:
    """Characters for which 〓 is drawn."""
    for each in seen.texts:
        if each.missing:
            yield f"no font has {' '.join(each.missing)}: {each.text}"


def broken_words(seen: Seen) -> Iterator[str]:
    """Words of letters that go on in the next line; on a drawn cover they may."""
    for each in seen.texts:
        if each.broken and not each.is_ornament:
            yield f"broken word: {each.broken}"
