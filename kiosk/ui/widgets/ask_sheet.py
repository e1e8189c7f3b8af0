"""A question before something that cannot be undone: two large answers, the harmless one first; leaves idle time alone."""

from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.ui.motion import appear
from kiosk.ui.widgets.stages import Stages


class AskSheet(Stages):
    """Lies over its screen while `is_shown`. `subject` is what it is about; `do_name` names the button that does it."""

    is_shown = BooleanProperty(False)
    is_shown = BooleanProperty(False)
    heading = StringProperty("")
    subject = StringProperty("")
    text = StringProperty("")
    keep_text = StringProperty("")
    do_text = StringProperty("")
    do_name = StringProperty("")

    def __init__(self, **kwargs: object) -> None:
        self.register_event_type("on_keep")
        self.register_event_type("on_do")
        super().__init__(**kwargs)

    def on_is_shown(self, _sheet: Widget, is_shown: bool) -> None:
        """The question is put, or answered."""
        if is_shown:
            appear(self)

    def on_keep(self) -> None:
        """Nothing shall be done."""

    def on_do(self) -> None:
        """It shall be done."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """What lies below is out of reach while the question stands."""
        return bool(super().on_touch_down(touch)) or self.is_shown
