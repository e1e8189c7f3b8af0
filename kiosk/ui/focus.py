"""The keys' focus on a screen: where it is, where an arrow takes it, and pressing what it is on as a finger would."""

from collections.abc import Callable, Iterable
from typing import Any

from kivy.uix.widget import Widget

from kiosk.ui.finger import Touch
from kiosk.ui.focus_moves import Direction, nearest_to, neighbour, reading_order
from kiosk.ui.focus_reading import heading, is_plain_button
from kiosk.ui.focus_ring import FocusRing
from kiosk.ui.focus_stops import Stop, spots, stops, top_layer
from kiosk.ui.structure import Box
from kiosk.ui.widgets.keyboard import KeyboardKey
from kiosk.ui.widgets.paged_rows import RowBoard
from kiosk.ui.widgets.recycled_rows import RecycledRows
from kiosk.ui.widgets.text_field import TextField

KEYPAD = "keypad"
"""The device of touches made by keys."""
_AROUND = 0.02
"""How far what was brought into sight stays from the edge of its list, as a share of the list's height."""

Layer = tuple[object, str, int]
"""Whose screen it is, what lies on top of it, and how many lie there."""


class Focus:
    """`root` is the window's content, `ring` the frame in it; `owner` gives whose screen is shown, and in what language.

    The focus is kept by its name while a screen changes; where that is gone it goes to what stands there now. Under a sheet it
    waits. Until somebody moves it, and when the screen is about something else, it stands on the screen's main thing.
    """

    def __init__(self, root: Widget, ring: FocusRing, owner: Callable[[], tuple[object, str]]) -> None:
        self._root, self._ring, self._owner = root, ring, owner
        self.title = ""
        """What the layer is about, as it was seen last."""
        self._language = ""
        self._layer: Layer | None = None
        self._stops: list[Stop] = []
        self._kept: dict[Layer, tuple[str, Box]] = {}
        self._has_moved = False
        self._box = Box(0, 0, 0, 0)
        self._typed_into = ""
        self.is_on = False
        self.now: Stop | None = None

    # where it is

    def begin(self) -> None:
        """From now on something is in focus."""
        self.is_on, self._layer, self._has_moved = True, None, False
        self.look()

    def end(self) -> None:
        """Nothing is in focus any more, and nothing is remembered."""
        self.is_on, self._layer, self.now, self._stops = False, None, None, []
        self._kept.clear()
        self._ring.put_round(None)

    @property
    def top(self) -> Widget:
        """What lies on top."""
        return top_layer(self._root, self._ring)[0]

    def layer(self) -> Layer:
        """Which layer lies on top: equal for the same screen even after it was made anew."""
        top, height = top_layer(self._root, self._ring)
        return self._owner()[0], type(top).__name__, height

    def look(self) -> None:
        """Looks again at what there is, and keeps the focus on it."""
        if not self.is_on:
            return
        before, layer, self._stops = self.now, self.layer(), stops(self.top)
        is_about_other = self._is_about_other()
        if layer != self._layer:
            self._change_to(layer)
        elif is_about_other:
            self._has_moved, self.now = False, self._main()
        elif not self._has_moved:
            self.now = self._main()
        else:
            self.now = self._same() or self._at(self._box)
            self._follow_field()
        if self.now is not None:
            if before is None or before.widget is not self.now.widget:
                self._show(self.now)
            self._box = self.now.box
        self._ring.put_round(self._box if self.now is not None else None)

    def _is_about_other(self) -> bool:
        """Whether a screen that stays has got another title, and not only in another language."""
        before, language = self.title, self._language
        self.title, self._language = heading(self.top) or before, self._owner()[1]
        return bool(before) and self.title != before and language == self._language

    def _change_to(self, layer: Layer) -> None:
        if self._layer is not None and self.now is not None and self._layer[0] is layer[0]:
            self._kept[self._layer] = (self.now.name, self._box)
        elif self._layer is not None:
            self._kept.clear()
        name, box = self._kept.pop(layer, ("", None))
        self._layer, self._has_moved, self.title = layer, box is not None, heading(self.top)
        self.now = (self._named(name) or self._at(box)) if box is not None else self._main()

    def _follow_field(self) -> None:
        """From field to field: when one is done, and when another is at fault."""
        field, before = self.field, self._typed_into
        self._typed_into = field.name if field is not None else ""
        is_on_field = self.now is not None and isinstance(self.now.widget, TextField)
        if field is not None and is_on_field and before and field.name != before:
            self.now = field

    def _same(self) -> Stop | None:
        """The stop that was in focus, as it is now."""
        was = self.now
        if was is None:
            return None
        if was.number is not None:
            return next((stop for stop in self._stops if stop.number == was.number and stop.scroll is was.scroll), None)
        return self._named(was.name) or next(
            (stop for stop in self._stops if stop.widget is was.widget and stop.is_touchable == was.is_touchable), None
        )

    def _named(self, name: str) -> Stop | None:
        return next((stop for stop in self._stops if name and stop.name == name), None)

    def _at(self, box: Box) -> Stop | None:
        places, _ = spots(self._stops)
        at = nearest_to(places, box)
        return self._stops[at] if at is not None else None

    def _main(self) -> Stop | None:
        """What the screen is for: the field to be typed into, else what it begins with if that is more than a word to press."""
        places, lists = spots(self._stops)
        ordered = [self._stops[at] for at in reading_order(places, lists)]
        first = next((stop for stop in ordered if stop.bar is None and (stop.is_touchable or _is_row(stop))), None)
        ways: tuple[Callable[[Stop], bool], ...] = (
            _is_active,
            lambda stop: stop is first and (not is_plain_button(stop) or _is_row(stop)),
            lambda stop: stop.is_touchable and stop.name == "primary",
            lambda stop: stop.is_touchable and stop.bar is None,
            lambda stop: stop.is_touchable,
            lambda stop: True,
        )
        return next((stop for fits in ways for stop in ordered if fits(stop)), None)

    # what keys do

    def move(self, direction: Direction) -> bool:
        """One step; false at the edge. A list follows, through all of its rows."""
        self.look()
        now = self.now
        if now is None:
            return False
        self._has_moved = True
        if isinstance(now.scroll, RecycledRows) and direction in (Direction.UP, Direction.DOWN) and self._along(now, direction):
            return True
        places, lists = spots(self._stops)
        to = neighbour(places, lists, self._stops.index(now), direction)
        if to is None:
            return False
        self.go_to(self._stops[to])
        return True

    def _along(self, now: Stop, direction: Direction) -> bool:
        """To the next line of a long list, whose row may not be there yet."""
        rows: Any = now.scroll
        columns, total = int(rows.columns), int(rows.total)
        number = (now.number or 0) + (columns if direction is Direction.DOWN else -columns)
        if number >= total and (total - 1) // columns > (now.number or 0) // columns:
            number = total - 1
        if not 0 <= number < total:
            return False
        rows.show_row(number)
        self._stops = stops(self.top)
        row = next((stop for stop in self._stops if stop.number == number and stop.scroll is rows), None)
        if row is not None:
            self.go_to(row)
        return row is not None

    def go_to(self, stop: Stop) -> None:
        """Puts the focus there and brings it into sight."""
        self.now, self._has_moved = stop, True
        self._show(stop)
        self._box = stop.box
        self._ring.put_round(self._box)

    def _show(self, stop: Stop) -> None:
        """Moves the list that it lies in, where it does not show it; a long list only has rows that it shows."""
        if stop.scroll is not None and not isinstance(stop.scroll, RecycledRows):
            stop.scroll.scroll_to(stop.widget, padding=round(stop.scroll.height * _AROUND), animate=False)

    def press(self) -> bool:
        """Touches what is in focus; false where there is nothing to press."""
        self.look()
        if self.now is None or not self.now.is_touchable:
            return False
        self._touch(self.now)
        self._stops = stops(self.top)
        return True

    def press_first(self, names: Iterable[str]) -> bool:
        """Touches the first of these that can be touched, wherever the focus is; false where none can."""
        self._stops = stops(self.top)
        stop = next((stop for name in names if (stop := self._named(name)) is not None and stop.is_touchable), None)
        if stop is not None:
            self._touch(stop)
        return stop is not None

    @property
    def field(self) -> Stop | None:
        """The field that is typed into, as it was seen last."""
        return next((stop for stop in self._stops if _is_active(stop)), None)

    @property
    def is_in_list(self) -> bool:
        """Whether it is on a row of a list that scrolls."""
        return self.now is not None and self.now.number is not None

    def to_keys(self) -> bool:
        """To the first key of the keyboard on the screen; false where there is none."""
        places, lists = spots(self._stops)
        ordered = [self._stops[at] for at in reading_order(places, lists)]
        key = next((stop for stop in ordered if isinstance(stop.widget, KeyboardKey) and stop.widget.is_character), None)
        if key is not None:
            self.go_to(key)
        return key is not None

    def _touch(self, stop: Stop) -> None:
        """A finger's touch where it is seen; in a field behind what is typed, so that the cursor goes to the end."""
        box = stop.box
        if stop.scroll is not None:
            around = spots([stop])[1][id(stop.scroll)]
            box = box.cut_to(around)
        x = box.right - 1 if isinstance(stop.widget, TextField) else (box.left + box.right) / 2
        touch = Touch(x, (box.bottom + box.top) / 2, KEYPAD)
        self._has_moved = True
        touch.begin()
        touch.end()


def _is_active(stop: Stop) -> bool:
    return isinstance(stop.widget, TextField) and bool(stop.widget.is_active)


def _is_row(stop: Stop) -> bool:
    card = stop.card or stop.widget
    return isinstance(card.parent, RowBoard)
