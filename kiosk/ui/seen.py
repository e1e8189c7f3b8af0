"""Reads off the widgets of a screen what is seen of it, as `kiosk.ui.structure` has it."""

from collections.abc import Iterator

from kivy.uix.floatlayout import FloatLayout
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from kiosk.ui.structure import SLACK, Box, Seen, SeenText, SeenTouchable
from kiosk.ui.widgets.ask_sheet import AskSheet
from kiosk.ui.widgets.cover import Cover
from kiosk.ui.widgets.sheet import Sheet
from kiosk.ui.widgets.text import Text

_STANDING = ("CameraPreview", "GuidanceBand", "TextField", "KeyboardKey", "SecondaryButton")


def seen(screen: Widget, size: tuple[int, int]) -> Seen:
    """What a patron sees of the screen in a window of that size."""
    shown = _topmost(screen)
    texts = [_seen_text(each) for each in shown if isinstance(each, Text) and each.text]
    touchables = [_seen_touchable(each) for each in shown if getattr(each, "name_id", "") and not each.disabled]
    return Seen(*size, tuple(text for text in texts if text is not None), tuple(touchables))


def _seen_text(text: Text) -> SeenText:
    box, is_scrolled = _box(text)
    is_too_wide = text.is_one_line and text.natural_width > text.width + SLACK
    return SeenText(
        text=text.text,
        box=box,
        font_size=text.font_size,
        is_bold=bool(text.bold),
        colour=tuple(text.color),
        is_clipped=is_too_wide or text.natural_height > text.height + SLACK,
        is_shortened=bool(text.is_shortened),
        is_ornament=any(_is_cover(each) for each in _ancestors(text)),
        is_held=is_scrolled or not box.is_seen or all(box.is_within(_box(each)[0]) for each in _cards(text)),
    )


def _is_cover(widget: Widget) -> bool:
    return isinstance(widget, Cover) or type(widget).__name__ == "SmallCover"


def _seen_touchable(widget: Widget) -> SeenTouchable:
    return SeenTouchable(str(widget.name_id), _box(widget)[0], widget.width, widget.height)


def _box(widget: Widget) -> tuple[Box, bool]:
    """Where a widget is, cut to what the lists around it let through, and whether there are any."""
    box, is_scrolled = _whole_box(widget), False
    for each in _ancestors(widget):
        if isinstance(each, ScrollView):
            is_scrolled = True
            box = box.cut_to(_whole_box(each))
    return box, is_scrolled


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


def _topmost(screen: Widget) -> list[Widget]:
    """The widgets of the sheet that lies over the screen, or of the whole screen."""
    every = [each for each in screen.walk(restrict=True) if each.opacity and all(around.opacity for around in _ancestors(each))]
    sheet = next((each for each in every if isinstance(each, AskSheet | Sheet) and each.is_shown), None)
    return [each for each in every if sheet is None or sheet in _ancestors(each)]


def places(screen: Widget) -> list[tuple[str, int, int, int, int]]:
    """Where everything stands that is looked at or touched while a card is asked for: kind, x, y, width, height."""
    found = []
    for each in screen.walk(restrict=True):
        if type(each).__name__ in _STANDING:
            x, y = each.to_window(*each.pos)
            found.append((type(each).__name__, round(x), round(y), round(each.width), round(each.height)))
    return found


def has_settled(screen: Widget, has_picture: bool, has_code: bool) -> bool:
    """Whether what the camera shows is drawn, with the outline of the code in it."""
    previews = [each for each in screen.walk(restrict=True) if type(each).__name__ == "CameraPreview" and each.is_on]
    return all(each.has_picture == has_picture and each.code_shown == has_code for each in previews)
