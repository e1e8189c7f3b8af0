"""Whether everything stands out from what is really below it, by WCAG 2.2: 1.4.3, 1.4.6 and 1.4.11."""

from collections.abc import Iterator

from kiosk.gallery.grounds import Grounds
from kiosk.ui.palette import Colour, contrast
from kiosk.ui.structure import Seen, SeenText, SeenTouchable

TEXT, LARGE_TEXT, PART = 4.5, 3.0, 3.0
HIGH_TEXT = 7.0
"""In the theme of high contrast, of whatever size."""
LARGE_MM, LARGE_BOLD_MM = 6.35, 4.94
"""From here on text is large: 18 points, and 14 points in bold."""
FIELD_KINDS = frozenset({"TextField"})
"""What is known by its outline alone."""
ROUNDING = 0.02
"""Of the colours, in the 256 steps in which they are drawn."""


def faint_texts(seen: Seen, grounds: Grounds, px_per_mm: float, is_high_contrast: bool) -> Iterator[str]:
    """Texts that cannot be told from the ground by everyone, but for ornament (1.4.3 exempts it)."""
    for each in seen.texts:
        if each.is_ornament or not each.drawn.is_seen or not each.text.strip():
            continue
        least = HIGH_TEXT if is_high_contrast else _least(each, px_per_mm)
        worst = min((_apart(each.colour, ground) for ground in grounds.below(each.drawn)), default=least)
        if worst < least - ROUNDING:
            yield f"faint, {worst:.1f} of {least:g}: {each.text}"


def _least(text: SeenText, px_per_mm: float) -> float:
    return LARGE_TEXT if text.font_size >= px_per_mm * (LARGE_BOLD_MM if text.is_bold else LARGE_MM) else TEXT


def _apart(ink: tuple[float, ...], ground: Colour) -> float:
    """How far ink that may be thin stands apart from the ground it is drawn on."""
    red, green, blue = (part * ink[3] + below * (1 - ink[3]) for part, below in zip(ink, ground[:3], strict=False))
    return contrast((red, green, blue, 1.0), ground)


def faint_signs(seen: Seen, grounds: Grounds) -> Iterator[str]:
    """Signs that cannot be told from the ground by everyone."""
    for each in seen.signs:
        if not each.box.is_seen:
            continue
        ground = grounds.below(each.box)[:1]
        worst = min((_apart(each.colour, below) for below in ground), default=PART)
        if worst < PART - ROUNDING:
            yield f"faint sign, {worst:.1f} of {PART:g}: {each.name}"


def faint_edges(seen: Seen, grounds: Grounds) -> Iterator[str]:
    """What can be touched and is known neither by an outline or ground of its own nor by words or a sign on it."""
    for each in seen.touchables:
        if not each.is_enabled or not each.box.is_seen or _is_cut(each):
            continue
        if each.kind not in FIELD_KINDS and _has_words(seen, each):
            continue
        best = edge_contrast(each, grounds)
        if best < PART - ROUNDING:
            yield f"faint outline, {best:.1f} of {PART:g}: {each.name}"


def edge_contrast(touchable: SeenTouchable, grounds: Grounds) -> float:
    """How far its outline or ground stands apart from what is around it, at the side where it does most."""
    strips = [strip for strip in grounds.across_edges(touchable.edge) if strip]
    return max((contrast(strip[0], inner) for strip in strips for inner in strip[1:]), default=PART)


def _is_cut(touchable: SeenTouchable) -> bool:
    """Whether a list shows less than most of it: it is moved before it is read."""
    return touchable.box.top - touchable.box.bottom < touchable.height * 0.7


def _has_words(seen: Seen, touchable: SeenTouchable) -> bool:
    box = touchable.box
    return any(box.meets(each.drawn) for each in seen.texts) or any(box.meets(each.box) for each in seen.signs)
