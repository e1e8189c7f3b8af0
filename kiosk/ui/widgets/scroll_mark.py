"""How far down a long list is, as a mark wide enough to be dragged, between two big buttons; leaves moving to the list."""

from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget


class ScrollTrack(Widget):
    """The way the mark goes; a touch anywhere on it brings the mark there, and it follows the finger."""

    share = NumericProperty(0)
    span = NumericProperty(1)
    mark_height = NumericProperty(0)
    mark_y = NumericProperty(0)
    is_held = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        self.register_event_type("on_drag")
        super().__init__(**kwargs)

    def on_drag(self, share: float) -> None:
        """The list shall go to that share of its way, 0 to 1."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """The finger takes the mark."""
        if not self.collide_point(*touch.pos) or self.disabled:
            return False
        touch.grab(self)
        self.is_held = True
        self._follow(touch)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """The mark follows."""
        if touch.grab_current is not self:
            return False
        self._follow(touch)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """The mark stays."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self.is_held = False
        return True

    def _follow(self, touch: MotionEvent) -> None:
        way = self.height - self.mark_height
        if way > 0:
            self.dispatch("on_drag", min(max(0.0, (self.top - self.mark_height / 2 - touch.y) / way), 1.0))


class ScrollMark(BoxLayout):
    """A button up, the track with its mark, a button down; all three move the list by events."""

    share = NumericProperty(0)
    span = NumericProperty(1)
    can_move = BooleanProperty(True)

    def __init__(self, **kwargs: object) -> None:
        for event in ("on_drag", "on_up", "on_down"):
            self.register_event_type(event)
        super().__init__(**kwargs)

    def on_drag(self, share: float) -> None:
        """The list shall go to that share of its way, 0 to 1."""

    def on_up(self) -> None:
        """A screen back."""

    def on_down(self) -> None:
        """A screen on."""
