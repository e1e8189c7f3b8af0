"""Reads off the widgets of a screen what is seen of it, as `kiosk.ui.structure` has it."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from kivy.graphics import Color
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from kiosk.terminal.annotated import plain
from kiosk.ui.focus_ring import FocusRing
from kiosk.ui.fonts import GETA, drawable
from kiosk.ui.line_setting import room_before
from kiosk.ui.structure import SLACK, Box, Seen, SeenSign, SeenText, SeenTouchable
from kiosk.ui.typesetting import is_amid_word
from kiosk.ui.widgets.ask_sheet import AskSheet
from kiosk.ui.widgets.camera_preview import CameraPreview
from kiosk.ui.widgets.comfort_sheet import ComfortSheet
from kiosk.ui.widgets.cover import Cover, SmallCover
from kiosk.ui.widgets.icon import Icon
from kiosk.ui.widgets.idle_overlay import IdleOverlay
from kiosk.ui.widgets.sheet import Sheet
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.text_field import TextField

_STANDING = ("CameraPreview", "GuidanceBand", "TextField", "KeyboardKey", "SecondaryButton")


def seen(root: Widget, size: tuple[int, int]) -> Seen:
    """What a patron sees of a screen, and of what lies over it, in a window of that size."""
    shown = _topmost(root)
    return Seen(
        *size,
        texts=tuple(_seen_text(each) for each in shown if isinstance(each, Text) and each.text),
        signs=tuple(SeenSign(each.name, _box(each), _colour(each)) for each in shown if isinstance(each, Icon) and each.name),
        touchables=tuple(_seen_touchable(each) for each in shown if getattr(each, "name_id", "")),
    )


@contextmanager
def without_words(root: Widget) -> Iterator[None]:
    """While it lasts texts, signs and the focus are not drawn, so that the ground below them is seen."""
    written = [each for each in root.walk(restrict=True) if isinstance(each, Text | Icon | FocusRing)]
    inks = [part for each in written for part in each.canvas.children if isinstance(part, Color)]
    before = [ink.a for ink in inks]
    for ink in inks:
        ink.a = 0
    try:
        yield
    finally:
        for ink, alpha in zip(inks, before, strict=True):
            ink.a = alpha


def _seen_text(text: Text) -> SeenText:
    box, holders = _box(text), list(_ancestors(text))
    is_scrolled = any(isinstance(each, ScrollView) and each.viewport_size[1] > each.height + SLACK for each in holders)
    is_too_wide = text.is_one_line and text.natural_width > text.width + SLACK
    written = plain(text.text)
    return SeenText(
        text=written,
        box=box,
        drawn=_drawn(text).cut_to(box),
        font_size=text.font_size,
        is_bold=bool(text.bold),
        colour=_colour(text),
        missing=_missing(text.text, bool(text.bold)),
        is_clipped=is_too_wide or text.natural_height > text.height + SLACK,
        is_shortened=bool(text.is_shortened),
        is_ornament=any(_is_cover(each) for each in holders),
        is_held=is_scrolled or not box.is_seen or all(box.is_within(_box(each)) for each in _cards(text)),
        broken=" ".join(f"{end}|{start}" for end, start in pairwise(text.lines) if is_amid_word(end, start, drawable(written))),
    )


def _missing(text: str, is_bold: bool) -> str:
    """The characters for which 〓 is drawn."""
    return "".join(each for each in dict.fromkeys(text) if each != GETA and GETA in drawable(each, is_bold))


def _drawn(text: Text) -> Box:
    """Where a text's lines are, in a box that may be larger."""
    width, height = min(text.natural_width, text.width), min(text.natural_height, text.height)
    left, bottom = text.to_window(text.x, text.y)
    left += room_before(text.width - width, text.halign)
    bottom += {"top": text.height - height, "middle": (text.height - height) / 2, "bottom": 0}[text.valign]
    air = max(0, text.font_size * (text.leading - 1) / 2)
    return Box(left, bottom + air, left + width, bottom + height - air)


def _colour(widget: Widget) -> tuple[float, ...]:
    """Its colour, as thin as everything it stands in makes it."""
    red, green, blue, alpha = widget.color
    for each in (widget, *_ancestors(widget)):
        alpha *= each.opacity
    return red, green, blue, alpha


def _is_cover(widget: Widget) -> bool:
    return isinstance(widget, Cover | SmallCover)


def _seen_touchable(widget: Widget) -> SeenTouchable:
    box = _box(widget)
    edge = _box(widget.ids.typed.parent) if isinstance(widget, TextField) else box
    kind = type(widget).__name__
    return SeenTouchable(str(widget.name_id), kind, box, edge, widget.width, widget.height, not widget.disabled)


def _box(widget: Widget) -> Box:
    """Where a widget is, cut to what the lists around it let through."""
    box = _whole_box(widget)
    for each in _ancestors(widget):
        if isinstance(each, ScrollView):
            box = box.cut_to(_whole_box(each))
    return box


def _whole_box(widget: Widget) -> Box:
    left, bottom = widget.to_window(widget.x, widget.y)
    return Box(left, bottom, left + widget.width, bottom + widget.height)


def _ancestors(widget: Widget) -> Iterator[Widget]:
    parent = widget.parent
    while parent is not None and parent is not parent.parent:
        yield parent
        parent = parent.parent


def _cards(widget: Widget) -> Iterator[Widget]:
    """What a text stands in, up to the screen."""
    for each in _ancestors(widget):
        if isinstance(each, FloatLayout):
            return
        yield each


def _topmost(root: Widget) -> list[Widget]:
    """The widgets of what lies over everything else, or of the whole screen."""
    every = [each for each in root.walk(restrict=True) if each.opacity and all(around.opacity for around in _ancestors(each))]
    over = next((each for each in reversed(every) if _lies_over(each)), None)
    return every if over is None else [each for each in over.walk(restrict=True) if each in every and each is not over]


def _lies_over(widget: Widget) -> bool:
    return isinstance(widget, ComfortSheet | IdleOverlay) or (isinstance(widget, AskSheet | Sheet) and widget.is_shown)


def places(root: Widget) -> list[tuple[str, int, int, int, int]]:
    """Where everything stands that is looked at or touched while a card is asked for: kind, x, y, width, height."""
    found = []
    for each in root.walk(restrict=True):
        if type(each).__name__ in _STANDING:
            x, y = each.to_window(*each.pos)
            found.append((type(each).__name__, round(x), round(y), round(each.width), round(each.height)))
    return found


def has_settled(root: Widget, has_picture: bool, has_code: bool) -> bool:
    """Whether what the camera shows is drawn, with the outline of the code in it."""
    previews = [each for each in root.walk(restrict=True) if isinstance(each, CameraPreview) and each.is_on]
    return all(each.has_picture == has_picture and each.code_shown == has_code for each in previews)
