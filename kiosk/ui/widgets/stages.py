"""Shows one of several parts of a screen and takes the others out of the window, so that nothing unseen can be touched."""

from typing import Any

from kivy.lang import Builder
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget


class BuiltLate:
    """A part that begins hidden: the rules of its class, with all that stands in it, are applied when it is first put on.

    They are applied after what the part was given where it is used, so both must not set the same property.
    """

    _is_built = False

    def apply_class_lang_rules(self, *_: Any, **__: Any) -> None:
        """Not yet; nothing is seen of it."""

    def build(self) -> None:
        """Now, if it is not there already."""
        if not self._is_built:
            self._is_built = True
            Builder.apply(self, dispatch_kv_post=True)

    def on_parent(self, _part: Widget, parent: Widget | None) -> None:
        """It has its turn."""
        if parent is not None:
            self.build()


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

    shown = NumericProperty(-1)
    is_shown = BooleanProperty(False)
    is_upright = BooleanProperty(False)
    """The room it takes is a height, that of its part; else a width, `room`."""
    room = NumericProperty(0)
