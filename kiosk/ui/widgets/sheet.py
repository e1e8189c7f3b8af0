"""Something laid over a screen for a while: what lies below is out of reach; leaves idle time alone."""

from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty

from kiosk.ui.widgets.stages import Stages


class Sheet(Stages):
    """Lies over its screen while `is_shown`; its one part is a `SheetGround` with a `SheetCard` on it."""

    is_shown = BooleanProperty(False)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Nothing below is touched while it lies there."""
        return bool(super().on_touch_down(touch)) or self.is_shown
