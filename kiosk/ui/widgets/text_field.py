"""A field of a form: what was typed with its cursor, its label, a hint while it is empty, and what is wrong with it."""

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk.terminal.presenters.form_presenter import FieldView
from kiosk.ui.line_setting import drawn_length
from kiosk.ui.typed_line import place_at, seen_part


class TypedText(Widget):
    """One line of typed text: as much as there is room for around the cursor, and a line below what is being composed."""

    text = StringProperty("")
    hint = StringProperty("")
    cursor = NumericProperty(0)
    composed_from = NumericProperty(0)
    composed_to = NumericProperty(0)
    is_active = BooleanProperty(False)
    font_size = NumericProperty(20)
    cursor_width = NumericProperty(2)
    color = ColorProperty()
    shown = StringProperty("")
    first = NumericProperty(0)
    """The place in the text at which what is shown begins."""

    def __init__(self, **kwargs: Any) -> None:
        self._mark_soon = Clock.create_trigger(self._mark, -1)
        super().__init__(**kwargs)
        for name in ("text", "cursor", "width", "font_size"):
            self.fbind(name, self._show)
        for name in ("pos", "size", "shown", "first", "cursor", "composed_from", "composed_to", "is_active", "color"):
            self.fbind(name, self._mark_soon)
        self._show()

    def place_at(self, x: float) -> int:
        """The place in the text that is nearest to `x`, in the coordinates of the widget."""
        return int(self.first) + place_at(self.shown, x - self.x, self._length)

    def _length(self, text: str) -> float:
        return drawn_length(text, round(self.font_size), False)

    def _length_to(self, place: float) -> float:
        """From the beginning of what is shown to that place of the text."""
        return self._length(self.shown[: max(0, int(place - self.first))])

    def _show(self, *_: object) -> None:
        first, last = seen_part(self.text, int(self.cursor), self.width - self.cursor_width * 2, self._length)
        self.first, self.shown = first, self.text[first:last]

    def _mark(self, *_: object) -> None:
        """Draws the cursor and the line below what is composed."""
        tall, thick = self.font_size * 1.2, self.cursor_width
        bottom = self.center_y - tall / 2
        self.canvas.after.clear()
        if not self.is_active:
            return
        with self.canvas.after:
            Color(*self.color)
            if self.composed_to > self.composed_from:
                left, right = self._length_to(self.composed_from), self._length_to(self.composed_to)
                Rectangle(pos=(self.x + left, bottom - thick), size=(right - left, thick))
            Rectangle(pos=(self.x + self._length_to(self.cursor), bottom), size=(thick, tall))


class TextField(ButtonBehavior, BoxLayout):
    """`text` is what may be shown; the whole of it, label and fault included, is one thing to touch.

    A touch tells the place in the text that was meant (`on_point`), after `on_release`. `view` sets all there is at once.
    """

    view: FieldView | None = ObjectProperty(None, allownone=True)
    name_id = StringProperty("")
    label = StringProperty("")
    text = StringProperty("")
    hint = StringProperty("")
    fault = StringProperty("")
    cursor = NumericProperty(0)
    composed_from = NumericProperty(0)
    composed_to = NumericProperty(0)
    is_active = BooleanProperty(False)
    has_label = BooleanProperty(True)
    label_height = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_point")
        super().__init__(**kwargs)

    def on_view(self, _field: "TextField", view: FieldView | None) -> None:
        """Another value of the field."""
        if view is None:
            return
        self.label, self.text, self.hint, self.fault = view.label, view.shown, view.hint, view.fault
        self.cursor, self.composed_from, self.composed_to = view.cursor, view.composed_from, view.composed_to
        self.is_active = view.is_active

    def on_point(self, place: int) -> None:
        """Between these characters it was touched."""

    def on_touch_up(self, touch: MotionEvent) -> bool:
        is_mine = touch.grab_current is self and self.collide_point(*touch.pos)
        handled = bool(super().on_touch_up(touch))
        if is_mine:
            self.dispatch("on_point", self.ids.typed.place_at(touch.x))
        return handled
