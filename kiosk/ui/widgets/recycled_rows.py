"""A list of any length of which only the rows on the screen exist; leaves what a row shows to the row's class.

Kivy's own RecycleView was measured against it and left: after each change of its data it works out a place for every row,
which takes 150 ms of 10,000 rows; a page that comes takes 1 ms here. Scrolling costs both the same.
"""

from math import ceil, exp
from typing import Any

from kivy.clock import Clock
from kivy.factory import Factory
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.relativelayout import RelativeLayout
from kivy.uix.widget import Widget

from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.row_scroll import SharpScroll

_GLIDE_SECONDS = 0.35
"""After so long a list let go of has lost two thirds of its speed."""
_STILL = 40.0
"""A list slower than this, in pixels a second, stands."""
_WHEEL = {"scrollup": 1, "scrolldown": -1}
_TRACE_SECONDS = 0.1
"""So much of a finger's way says how fast it was when it let go."""


class RecycledRows(SharpScroll):
    """`rows.row(n)` is the item of row n, from 0, or None while it is not there; `row_class` shows it, or its absence.

    Another `answer` is another list, and begins at `first_row`. `presenter.rows_seen` is told which rows are on the screen.
    A finger moves the list at any speed; a touch that does not move is the row's.
    """

    rows = ObjectProperty(None, allownone=True)
    total = NumericProperty(0)
    answer = NumericProperty(-1)
    first_row = NumericProperty(0)
    row_class = StringProperty("")
    row_height = NumericProperty(100)
    gap = NumericProperty(0)
    columns = NumericProperty(1)
    drag_distance = NumericProperty(10)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    first = NumericProperty(0)
    last = NumericProperty(0)
    """The rows seen, counted from 1; 0 without any."""
    share = NumericProperty(0)
    """How far down the list is, 0 to 1, and how much of it is seen."""
    span = NumericProperty(1)
    can_move = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        self._fill_soon = Clock.create_trigger(self._fill, -1)
        self._place_soon = Clock.create_trigger(self._place, -1)
        self._spare_soon = Clock.create_trigger(self._make_spare, 0)
        self._tell_later = Clock.create_trigger(self._tell_presenter, 0)
        self._has_spare = False
        self._slots: list[_Slot] = []
        self._shown_answer: float | None = None
        self._top = self._wished = 0.0
        self._finger: MotionEvent | None = None
        self._is_dragged = False
        self._trace: list[tuple[float, float]] = []
        self._speed = 0.0
        self._gliding = Clock.create_trigger(self._glide, 0, interval=True)
        super().__init__(**kwargs)
        self.effect_x = self.effect_y = None  # Kivy's own way of moving would pull a list that became longer away
        self._canvas = Widget(size_hint_y=None)
        self.add_widget(self._canvas)
        for name in ("rows", "total", "answer", "row_class", "row_height", "gap", "columns", "words", "presenter", "size"):
            self.fbind(name, self._fill_soon)
        self._canvas.fbind("size", self._fill_soon)
        self._fill_soon()

    @property
    def _step(self) -> float:
        return float(self.row_height + self.gap)

    @property
    def _most(self) -> float:
        """How far the list can be moved, in pixels."""
        return max(0.0, float(self._canvas.height - self.height))

    @property
    def is_gliding(self) -> bool:
        """Whether the list moves by itself."""
        return bool(self._gliding.is_triggered)

    def move_by_screens(self, screens: float) -> None:
        """So many screens on, or back, to whole lines."""
        lines = max(1, int((self.height + self.gap) // self._step))
        self._stop()
        self._go_to((round(self._top / self._step) + screens * lines) * self._step)

    def move_to(self, share: float) -> None:
        """To that share of the whole list, 0 to 1."""
        self._stop()
        self._go_to(share * self._most)

    def rows_in_sight(self) -> list[tuple[int, Widget]]:
        """The rows that are wholly seen, with their numbers from 0."""
        columns, count, total = int(self.columns), len(self._slots), int(self.total)
        first = ceil((self._top - 1) / self._step) * columns
        last = min(total, (int((self._top + self.height + self.gap + 1) // self._step)) * columns)
        return [(number, self._slots[number % count].row) for number in range(first, last)] if count else []

    def show_row(self, number: int) -> None:
        """Moves the list no farther than needed to show the whole of that row."""
        self._stop()
        top = number // int(self.columns) * self._step
        self._go_to(min(max(self._top, top + self.row_height - self.height), top))
        self._place()

    def _go_to(self, top: float) -> None:
        self._wished = min(max(0.0, top), self._most)
        self._stand(self._wished)

    def _stand(self, top: float) -> None:
        """As far down as that, or as the room allows now; a screen that is still being laid out does not forget the way."""
        self._top = min(max(0.0, top), self._most)
        self.scroll_y = 1 - self._top / self._most if self._most else 1
        self._place_soon()

    def _fill(self, *_: object) -> None:
        """Makes as many rows as can be seen, and gives all of them their items."""
        columns = int(self.columns)
        lines = ceil(self.total / columns)
        self._canvas.height = max(0.0, lines * self._step - self.gap)
        # One line more than fill the screen is needed once the list moves; at its head that one can wait for the next frame.
        self._has_spare = self._has_spare or self._wished > 0 or self.first_row > 0
        needed = min(ceil(self.height / self._step) + self._has_spare, lines) * columns if self.height > 1 else 0
        if needed and not self._has_spare:
            self._spare_soon()
        while len(self._slots) > needed:
            self._canvas.remove_widget(self._slots.pop())
        while len(self._slots) < needed:
            slot = _Slot(Factory.get(self.row_class)(words=self.words, presenter=self.presenter))
            self._slots.append(slot)
            self._canvas.add_widget(slot)
        for slot in self._slots:
            slot.row.words, slot.row.presenter = self.words, self.presenter
        if needed and self._shown_answer != self.answer:
            self._shown_answer = self.answer
            self._stop()
            self._wished = int(self.first_row) // columns * self._step
        self._stand(self._wished)
        self._place()

    def _make_spare(self, *_: object) -> None:
        self._has_spare = True
        self._fill()

    def _place(self, *_: object) -> None:
        """Puts the rows where they are seen now; a row that stays in sight is not touched."""
        columns, count = int(self.columns), len(self._slots)
        total = int(self.total)
        if not count:
            self.first = self.last = 0
            return
        width = round((self._canvas.width - self.gap * (columns - 1)) / columns)
        begin = int(self._top // self._step) * columns
        for number in range(begin, begin + count):
            line, column = divmod(number, columns)
            slot = self._slots[number % count]
            slot.size = slot.row.size = (width, self.row_height)
            slot.pos = (round(column * (width + self.gap)), round(self._canvas.height - self.row_height - line * self._step))
            is_there = number < total
            slot.row.item = self.rows.row(number) if is_there and self.rows is not None else None
            slot.opacity = 1 if is_there else 0
        self._tell(columns, total)

    def _tell(self, columns: int, total: int) -> None:
        first = int((self._top + self.row_height * 0.6) // self._step) * columns
        last = min(total, max(1, int((self._top + self.height + self.gap + self.row_height * 0.4) // self._step)) * columns)
        self.can_move = self._most > 1
        self.share = self._top / self._most if self._most else 0
        self.span = min(1, self.height / self._canvas.height) if self._canvas.height else 1
        self.first, self.last = first + 1, last
        # What is only fetched ahead waits until what is there is painted.
        if self.rows is None or all(self.rows.row(number) for number in range(first, last)):
            self._tell_later()
        else:
            self._tell_presenter()

    def _tell_presenter(self, *_: object) -> None:
        self._tell_later.cancel()
        if self.presenter is not None:
            self.presenter.rows_seen(int(self.first) - 1, int(self.last) - 1)

    # the finger

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """A finger: it stops a list that glides; else what lies under it is pressed, until it turns out to move the list."""
        if not self.collide_point(*touch.pos):
            return False
        if "button" in touch.profile and touch.button in _WHEEL:
            self._go_to(self._top + _WHEEL[touch.button] * self._step)
            return True
        if self._finger is not None:
            return True
        was_gliding = self._stop()
        self._finger, self._is_dragged = touch, False
        self._trace = [(touch.time_start, touch.y)]
        touch.grab(self)
        if not was_gliding:
            touch.push()
            touch.apply_transform_2d(self.to_local)
            self._canvas.dispatch("on_touch_down", touch)
            touch.pop()
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """The list follows the finger, once it is clear that it moves."""
        if not self._is_followed(touch):
            return False
        if not self._is_dragged and abs(touch.y - touch.oy) > self.drag_distance:
            self._is_dragged = True
            self._let_rows_go(touch)
        if self._is_dragged:
            self._go_to(self._top + touch.y - self._trace[-1][1])
        recent = [each for each in self._trace if touch.time_update - each[0] < _TRACE_SECONDS][-20:]
        self._trace = recent or self._trace[-1:]
        self._trace.append((touch.time_update, touch.y))
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """The list glides on as fast as the finger was, for who does not mind motion."""
        if not self._is_followed(touch):
            return False
        touch.ungrab(self)
        self._finger = None
        (began, from_y), (ended, to_y) = self._trace[0], self._trace[-1]
        is_flick = self._is_dragged and ended > began and touch.time_update - ended < _TRACE_SECONDS
        if is_flick and installed_theme().has_motion:
            self._speed = (to_y - from_y) / (ended - began)
            self._gliding()
        return True

    def _is_followed(self, touch: Any) -> bool:
        return touch.grab_current is self and self._finger is touch

    def _let_rows_go(self, touch: MotionEvent) -> None:
        for held in [held() for held in touch.grab_list]:
            if held is not None and held is not self:
                touch.ungrab(held)
                held.state = "normal"

    def _stop(self) -> bool:
        """The list stands; gives whether it had moved by itself."""
        was_gliding = self.is_gliding
        self._gliding.cancel()
        return was_gliding

    def _glide(self, seconds: float) -> None:
        before = self._top
        self._go_to(self._top + self._speed * seconds)
        self._speed *= exp(-seconds / _GLIDE_SECONDS)
        if abs(self._speed) < _STILL or self._top == before:
            self._stop()


class _Slot(RelativeLayout):
    """The place of one row. The row's own parts stay where they are in it, so that moving it sets no text anew."""

    def __init__(self, row: Widget) -> None:
        super().__init__(size_hint=(None, None))
        self.row = row
        self.add_widget(row)
