"""When nothing was found: what else could have been meant, and what to change, each in one touch."""

from collections.abc import Callable, Sequence
from typing import Any

from kivy.clock import Clock
from kivy.properties import ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from kiosk.terminal.narrowing import FilterChip
from kiosk.ui.widgets.buttons import SecondaryButton
from kiosk.ui.widgets.stages import BuiltLate


class WayButtons(GridLayout):
    """A large button for each of `ways`; `on_choose` tells the code of the one touched. `prefix` begins their names."""

    ways: Sequence[FilterChip] = ObjectProperty(())
    prefix = StringProperty("")
    icon = StringProperty("")

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_choose")
        self._fill_soon = Clock.create_trigger(self._fill, -1)
        super().__init__(**kwargs)
        self.fbind("ways", self._fill_soon)
        self._fill_soon()

    def on_choose(self, code: str) -> None:
        """That way was touched."""

    def _fill(self, *_: object) -> None:
        self.clear_widgets()
        for way in self.ways:
            name = f"{self.prefix}{way.code}"
            self.add_widget(SecondaryButton(name_id=name, icon=self.icon, text=way.text, on_release=self._chooser(way.code)))

    def _chooser(self, code: str) -> Callable[[object], None]:
        return lambda _button: self.dispatch("on_choose", code)


class NothingFound(BuiltLate, BoxLayout):
    """Says that nothing was found, and offers the ways out."""

    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    near: Sequence[FilterChip] = ObjectProperty(())
    changes: Sequence[FilterChip] = ObjectProperty(())
