"""Shows one of several parts of a screen and takes the others out of the window, so that nothing unseen can be touched."""

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget


class Stages(BoxLayout):
    """Its children in the order of the kv file; `shown` is the number of the one to be seen, from 0."""

    shown = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self._parts: list[Widget] = []
        super().__init__(**kwargs)
        self.fbind("shown", self._switch)

    def add_widget(self, widget: Widget, *args: Any, **kwargs: Any) -> None:
        """A part; it is put on the window when it is its turn."""
        self._parts.append(widget)
        self._switch()

    def _switch(self, *_: object) -> None:
        self.clear_widgets()
        if 0 <= self.shown < len(self._parts):
            super().add_widget(self._parts[int(self.shown)])


class Slot(Stages):
    """A place for one part that is there only while `is_shown`, and takes no room otherwise."""

    is_shown = BooleanProperty(True)
    is_upright = BooleanProperty(False)
    """The room it takes is a height, that of its part; else a width, `room`."""
    room = NumericProperty(0)
