"""Finds what a focus can stand on: everything to be touched on what lies on top, and the texts beside it, card by card."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kivy.core.window import Window
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from kiosk.ui.focus_moves import Spot
from kiosk.ui.structure import Box
from kiosk.ui.widgets.ask_sheet import AskSheet
from kiosk.ui.widgets.bars import BottomBar, TopBar
from kiosk.ui.widgets.camera_preview import CameraPreview
from kiosk.ui.widgets.comfort_sheet import ComfortSheet
from kiosk.ui.widgets.cover import Cover, SmallCover
from kiosk.ui.widgets.idle_overlay import IdleOverlay
from kiosk.ui.widgets.page import Crown
from kiosk.ui.widgets.recycled_rows import RecycledRows
from kiosk.ui.widgets.sheet import Sheet
from kiosk.ui.widgets.shelf_board import CoverRow
from kiosk.ui.widgets.text import Text

_PICTURES = (Cover, SmallCover, CoverRow, CameraPreview)
"""What stands on these is said beside them, or is nothing to read."""
UNREAD = (*_PICTURES, Crown)
"""What nobody has to read."""
_SHEETS = (AskSheet, Sheet, ComfortSheet, IdleOverlay)
_LARGEST_CARD = 0.3
"""A ground taller than this share of the window is no card: it holds things to be read one by one."""


@dataclass(frozen=True, eq=False)
class Stop:
    """`widget` is what can be touched, or what holds `texts` that are only read: all of them, where `is_whole`.

    `card` is the ground it shares with others; `number` that of a row in a list of which only the rows seen exist.
    """

    widget: Widget
    texts: tuple[Text, ...] = ()
    is_whole: bool = True
    card: Widget | None = None
    scroll: ScrollView | None = None
    bar: Widget | None = None
    number: int | None = None

    @property
    def name(self) -> str:
        """The name of what can be touched; empty for a text."""
        return "" if self.texts else str(getattr(self.widget, "name_id", ""))

    @property
    def is_touchable(self) -> bool:
        """Whether pressing it does something."""
        return bool(self.name) and not self.widget.disabled

    @property
    def box(self) -> Box:
        """Where it is on the window, whether a list shows it or not."""
        boxes = [_box(each) for each in ((self.widget,) if self.is_whole else self.texts)]
        return Box(
            min(each.left for each in boxes),
            min(each.bottom for each in boxes),
            max(each.right for each in boxes),
            max(each.top for each in boxes),
        )


def top_layer(root: Widget, ring: Widget) -> tuple[Widget, int]:
    """What lies on top and can be touched: a sheet of the screen, something laid over everything, or the screen; and how many
    such lie over the screen.
    """
    layer = next(child for child in root.children if child is not ring)
    sheets = [each for each in layer.walk(restrict=True) if isinstance(each, _SHEETS) and getattr(each, "is_shown", True)]
    return (sheets[-1] if sheets else layer), len(sheets)


def stops(layer: Widget) -> list[Stop]:
    """Everything to stand on in that layer; texts on one card are one thing."""
    walk = _Walk()
    walk.go(layer, _Around())
    return walk.found()


def spots(found: Sequence[Stop]) -> tuple[list[Spot], dict[int, Box]]:
    """The places of the stops, and those of the lists that they lie in."""
    lists = {id(stop.scroll): _box(stop.scroll) for stop in found if stop.scroll is not None}
    made = []
    for stop in found:
        box, listed = stop.box, id(stop.scroll) if stop.scroll is not None else None
        is_seen = listed is None or lists[listed].bottom <= (box.bottom + box.top) / 2 <= lists[listed].top
        made.append(Spot(box, listed, is_seen))
    return made, lists


def texts_in(widget: Widget) -> Iterator[Text]:
    """The texts to be read in a widget, in their order."""
    if isinstance(widget, _PICTURES) or not widget.opacity:
        return
    if isinstance(widget, Text) and widget.text:
        yield widget
    for child in reversed(widget.children):
        yield from texts_in(child)


def _box(widget: Widget) -> Box:
    left, bottom = widget.to_window(*widget.pos)
    return Box(left, bottom, left + widget.width, bottom + widget.height)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a widget stands in."""

    card: Widget | None = None
    scroll: ScrollView | None = None
    bar: Widget | None = None


@dataclass
class _Walk:
    """One look at a layer, in the order in which its parts were put there."""

    _touchables: list[Stop] = field(default_factory=list)
    _read: dict[Widget, tuple[list[Text], _Around]] = field(default_factory=dict)

    def go(self, widget: Widget, around: _Around) -> None:
        """Looks at a widget and at all in it."""
        if not widget.opacity or isinstance(widget, UNREAD):
            return
        if isinstance(widget, RecycledRows):
            rows = widget.rows_in_sight()
            self._touchables += [Stop(row, scroll=widget, bar=around.bar, number=number) for number, row in rows]
        elif getattr(widget, "name_id", "") and not widget.disabled:
            if min(widget.size) > 1:
                self._touchables.append(Stop(widget, card=around.card, scroll=around.scroll, bar=around.bar))
        elif isinstance(widget, Text):
            self._text(widget, around)
        else:
            inner = self._inside(widget, around)
            for child in reversed(widget.children):
                self.go(child, inner)

    def _inside(self, widget: Widget, around: _Around) -> _Around:
        if isinstance(widget, ScrollView):
            return replace(around, scroll=widget)
        if isinstance(widget, TopBar | BottomBar):
            return replace(around, bar=widget)
        is_card = widget.canvas.has_before and widget.height < _LARGEST_CARD * Window.height
        if is_card or getattr(widget, "name_id", ""):
            return replace(around, card=widget)
        return around

    def _text(self, text: Text, around: _Around) -> None:
        if text.text and not isinstance(around.bar, TopBar) and min(text.size) > 1:
            self._read.setdefault(around.card or text, ([], around))[0].append(text)

    def found(self) -> list[Stop]:
        """All there is; the texts of a card without anything to touch stand where the whole card does."""
        cards = {stop.card for stop in self._touchables}
        read = [
            Stop(holder, tuple(texts), holder not in cards, around.card, around.scroll, around.bar)
            for holder, (texts, around) in self._read.items()
        ]
        return [*self._touchables, *read]
