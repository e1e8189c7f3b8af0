"""The warning before a visit ends: seconds to be seen across the room and one big button; leaves the time to the terminal."""

from kivy.input.motionevent import MotionEvent
from kivy.properties import NumericProperty, ObjectProperty
from kivy.uix.floatlayout import FloatLayout


class IdleOverlay(FloatLayout):
    """Lies over everything, sheets too. Any touch means "continue": the terminal hears of every touch, the overlay keeps it
    from what lies below.
    """

    words = ObjectProperty(None, allownone=True)
    seconds_left = NumericProperty(0)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        super().on_touch_down(touch)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        super().on_touch_move(touch)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        super().on_touch_up(touch)
        return True
