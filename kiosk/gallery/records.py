"""What is kept of a screen to compare it with later: its texts, signs and what can be touched, with place, size and colours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.gallery.grounds import Grounds
from kiosk.ui.structure import Box, Seen

TOLERANCE = 3
"""Pixels by which a side may be elsewhere: fonts of another release are hinted differently."""
_LINE_SHARE = 0.04
"""Of its length by which a line of text may be longer or shorter."""
_STEPS = 4
"""By which a part of a colour may differ, of 255."""

Place = tuple[int, int, int, int]
"""Left, bottom, width, height, in pixels."""


@dataclass(frozen=True, slots=True)
class Element:
    """One thing on the screen. `ink` and `ground` are colours as `rrggbb`; ink and `size` are empty for what is touched."""

    kind: str
    name: str
    place: Place
    size: int = 0
    ink: str = ""
    ground: str = ""


Record = tuple[Element, ...]


def record(seen: Seen, grounds: Grounds) -> Record:
    """Everything that is in the window, from what is seen and the colours below it."""
    texts = (
        Element("text", each.text, _place(each.drawn), round(each.font_size), _hex(each.colour), _ground(each.drawn, grounds))
        for each in seen.texts
        if each.drawn.is_seen
    )
    signs = (
        Element("sign", each.name, _place(each.box), 0, _hex(each.colour), _ground(each.box, grounds))
        for each in seen.signs
        if each.box.is_seen
    )
    touchables = (
        Element("touch" if each.is_enabled else "rests", each.name, _place(each.box), ground=_ground(each.box, grounds))
        for each in seen.touchables
        if each.box.is_seen
    )
    return (*texts, *signs, *touchables)


def _place(box: Box) -> Place:
    return round(box.left), round(box.bottom), round(box.right - box.left), round(box.top - box.bottom)


def _ground(box: Box, grounds: Grounds) -> str:
    colours = grounds.below(box)
    return _hex(colours[0]) if colours else ""


def _hex(colour: Iterable[float]) -> str:
    return "".join(f"{round(part * 255):02x}" for part in tuple(colour)[:3])


def differences(before: Record, after: Record) -> list[str]:
    """What became of the screen, each change in words: what is gone, new, moved, of another size, of another colour."""
    old, new = _by_name(before), _by_name(after)
    found: list[str] = []
    for key in [*old, *(key for key in new if key not in old)]:
        were, are = old.get(key, []), new.get(key, [])
        pairs = list(zip(were, are, strict=False))
        for one, other in pairs:
            found += _changes(one, other)
        found += [f"gone: {_called(each)} at {each.place}" for each in were[len(pairs) :]]
        found += [f"new: {_called(each)} at {each.place}" for each in are[len(pairs) :]]
    return found


def _by_name(elements: Record) -> dict[tuple[str, str], list[Element]]:
    found: dict[tuple[str, str], list[Element]] = defaultdict(list)
    for each in elements:
        found["touch" if each.kind == "rests" else each.kind, each.name].append(each)
    return found


def _called(element: Element) -> str:
    kind = {"rests": "touch"}.get(element.kind, element.kind)
    return f"{kind} “{element.name}”"


def _changes(before: Element, after: Element) -> Iterator[str]:
    name = _called(before)
    if before.kind != after.kind:
        yield f"{name}: {'can' if after.kind == 'touch' else 'can no longer'} be touched"
    if not _stands_alike(before, after):
        yield f"{name}: from {before.place} to {after.place}"
    if abs(before.size - after.size) > 1:
        yield f"{name}: from {before.size} to {after.size} pixels tall"
    for part, was, is_now in (("colour", before.ink, after.ink), ("ground", before.ground, after.ground)):
        if not _is_like(was, is_now):
            yield f"{name}: its {part} from {was} to {is_now}"


def _stands_alike(before: Element, after: Element) -> bool:
    """Whether it is where it was; hinting makes a line a little longer or shorter, and one that is centred begin elsewhere."""
    along = max(TOLERANCE, before.place[2] * _LINE_SHARE) if before.kind == "text" else TOLERANCE
    slacks = (along, TOLERANCE, along, TOLERANCE)
    return all(abs(was - is_now) <= slack for was, is_now, slack in zip(before.place, after.place, slacks, strict=True))


def _is_like(one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _STEPS for at in (0, 2, 4))
