"""What stands over and under a shelf: its name, whose books they are, the neighbours left and right, and its whole length."""

from typing import Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

SLOW_SECONDS = 1.0


class ShelfHead(BoxLayout):
    """The heading, and the choice of this branch or all where there is one.

    What is awaited is said once it takes longer than `SLOW_SECONDS`.
    """

    text = StringProperty("")
    awaiting = StringProperty("")
    is_slow = BooleanProperty(False)
    branches = ObjectProperty(())
    presenter = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: Any) -> None:
        self._later = Clock.create_trigger(self._slow, SLOW_SECONDS)
        super().__init__(**kwargs)

    def on_awaiting(self, _head: "ShelfHead", awaiting: str) -> None:
        """Something is awaited, or nothing any more."""
        self.is_slow = False
        self._later.cancel()
        if awaiting:
            self._later()

    def _slow(self, _seconds: float) -> None:
        self.is_slow = True


class ShelfPager(BoxLayout):
    """Where on the shelf the patron stands, and the neighbours to the left and right.

    `share` is where along the shelf this is, from 0 to 1; `part` is how much of it is seen.
    """

    text = StringProperty("")
    share = NumericProperty(0)
    part = NumericProperty(1)
    previous_text = StringProperty("")
    next_text = StringProperty("")
    has_previous = BooleanProperty(False)
    has_next = BooleanProperty(False)
    presenter = ObjectProperty(None, allownone=True)


class ShelfRail(BoxLayout):
    """The whole shelf as a line with a thumb: a touch, or a finger drawn along it, goes to that share of it (`on_chosen`)."""

    name_id = StringProperty("")
    text = StringProperty("")
    share = NumericProperty(0)
    part = NumericProperty(1)
    thumb = NumericProperty(0)
    place = NumericProperty(0)
    """Where the thumb is: at `share`, or under the finger."""

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_chosen")
        super().__init__(**kwargs)

    def on_share(self, _rail: "ShelfRail", share: float) -> None:
        """Other books are seen."""
        self.place = share

    def on_chosen(self, share: float) -> None:
        """The finger left the rail there."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """A finger on the rail takes the thumb."""
        if self.disabled or not self.collide_point(*touch.pos):
            return bool(super().on_touch_down(touch))
        touch.grab(self)
        self._follow(touch)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """The thumb follows the finger."""
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        self._follow(touch)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """The finger has chosen."""
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        chosen, self.place = self.place, self.share
        self.dispatch("on_chosen", chosen)
        return True

    def _follow(self, touch: MotionEvent) -> None:
        room = max(1, self.width - self.thumb)
        self.place = min(1, max(0, (touch.x - self.x - self.thumb / 2) / room))
