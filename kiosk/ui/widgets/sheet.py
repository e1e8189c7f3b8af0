"""Something laid over a screen for a while: what lies below is out of reach; leaves idle time alone."""

from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty
from kivy.uix.widget import Widget

from kiosk.ui.motion import appear
from kiosk.ui.widgets.stages import BuiltLate, Stages


class Sheet(BuiltLate, Stages):
    """Lies over its screen while `is_shown`; its one part is a `SheetGround` with a `SheetCard` on it, made when shown."""

    is_shown = BooleanProperty(False)

    def on_parent(self, _sheet: Widget, _parent: Widget | None) -> None:
        """It is on its screen, hidden as a rule."""

    def on_is_shown(self, _sheet: Widget, is_shown: bool) -> None:
        """It is laid there, or put away."""
        if is_shown:
            self.build()
            appear(self)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Nothing below is touched while it lies there."""
        return bool(super().on_touch_down(touch)) or self.is_shown
