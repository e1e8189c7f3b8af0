"""A list longer than its room, with a scroll bar wide enough to be seen and dragged."""

from typing import Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.properties import ColorProperty, NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

_TIMES = 2


class SharpScroll(ScrollView):
    """Moves by whole pixels, so that text stays sharp."""

    def update_from_scroll(self, *largs: object) -> None:
        """Kivy moves the content to a fraction of a pixel, at which every letter is blurred."""
        super().update_from_scroll(*largs)
        self.g_translate.xy = tuple(map(round, self.g_translate.xy))


class RowScroll(SharpScroll):
    """With its bar."""


class FitColumn(SharpScroll):
    """Its children one below the other, as in an upright box; a list with its bar only where they do not fit.

    Where they fit a touch goes to them at once: a list waits a moment whether the finger moves.
    """

    spacing = NumericProperty(0)
    bar_shown = ColorProperty()
    minimum_height = NumericProperty(0)
    """What they need together."""

    def __init__(self, **kwargs: Any) -> None:
        self._column, self._taken_back = BoxLayout(orientation="vertical", size_hint_y=None), 0
        super().__init__(**kwargs)
        super().add_widget(self._column)
        self._fit_soon = Clock.create_trigger(self._fit, -1)
        self._column.fbind("minimum_height", self._fit_soon)
        self._column.fbind("minimum_height", self.setter("minimum_height"))
        self.fbind("spacing", self._column.setter("spacing"))
        self.fbind("height", self._fit_soon)
        self._column.spacing = self.spacing
        self._fit()

    @property
    def fits(self) -> bool:
        """Whether there is nothing to move."""
        return self._column.height <= self.height + 1

    def add_widget(self, widget: Widget, *args: Any, **kwargs: Any) -> None:
        """One more below the others."""
        self._column.add_widget(widget, *args, **kwargs)

    def show(self, widget: Widget) -> None:
        """Moves so that one of them is seen, once all have found their places."""
        Clock.schedule_once(lambda _dt: None if self.fits or widget.parent is None else self._bring(widget))

    def _bring(self, widget: Widget) -> None:
        self.scroll_to(widget, animate=False)
        self.scroll_y = min(1.0, max(0.0, float(self.scroll_y)))  # type: ignore[has-type]  # a property of Kivy

    def _fit(self, *_: object) -> None:
        self._column.height = max(self.height, self._column.minimum_height)
        self._leave_room_for_bar(self._column.minimum_height > self.height + 1)
        self.bar_color = self.bar_inactive_color = (0, 0, 0, 0) if self.fits else self.bar_shown
        if self.fits:
            self.scroll_y = 1

    def _leave_room_for_bar(self, has_bar: bool) -> None:
        """Takes the room back only so often in a frame: words that fit beside no bar may not fit beside it."""
        if has_bar:
            self._column.padding = (0, 0, self.bar_width * 1.6, 0)
        elif self._column.padding[2] and self._taken_back < _TIMES:
            self._taken_back += 1
            self._column.padding = (0, 0, 0, 0)
            Clock.schedule_once(self._forget)

    def _forget(self, _seconds: float) -> None:
        self._taken_back = 0

    def _straight(self, event: str, touch: MotionEvent) -> bool:
        touch.push()
        touch.apply_transform_2d(self.to_local)
        taken = bool(self._column.dispatch(event, touch))
        touch.pop()
        return taken

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """To the children at once, where all of them are seen."""
        if not self.fits:
            return bool(super().on_touch_down(touch))
        return self.collide_point(*touch.pos) and self._straight("on_touch_down", touch)

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """Likewise."""
        return self._straight("on_touch_move", touch) if self.fits else bool(super().on_touch_move(touch))

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """Likewise."""
        return self._straight("on_touch_up", touch) if self.fits else bool(super().on_touch_up(touch))
