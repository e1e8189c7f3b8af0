"""The sheet on which a patron chooses how to see, hear and reach the terminal; what there is to choose is the terminal's."""

from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.properties import ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.gridlayout import GridLayout

from kiosk.terminal.comfort import Comfort
from kiosk.terminal.comfort_choices import ComfortChoice, ComfortRow
from kiosk.ui.widgets.buttons import Chip


class ComfortSheet(FloatLayout):
    """Lies over whatever screen is shown, which is out of reach meanwhile."""

    words = ObjectProperty(None)
    rows = ObjectProperty(())

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_choose")
        self.register_event_type("on_reset")
        self.register_event_type("on_close")
        super().__init__(**kwargs)

    def on_choose(self, _comfort: Comfort) -> None:
        """One of the ways was touched."""

    def on_reset(self) -> None:
        """As the terminal usually is."""

    def on_close(self) -> None:
        """It is put away."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Nothing below is touched."""
        super().on_touch_down(touch)
        return True


class ComfortRows(GridLayout):
    """A block for every row; `shown` are the rows."""

    sheet = ObjectProperty(None, allownone=True)
    shown = ObjectProperty(())

    def on_shown(self, *_: object) -> None:
        """Other rows, or another way chosen."""
        self.clear_widgets()
        for row in self.shown:
            block = ComfortBlock(label=row.label, icon=row.icon)
            self._fill(block, row)
            self.add_widget(block)

    def _fill(self, block: "ComfortBlock", row: ComfortRow) -> None:
        for choice in row.choices:
            chip = Chip(name_id=choice.name, text=choice.text, is_chosen=choice.is_chosen, size_hint_x=1)
            chip.bind(on_release=self._chosen(choice))
            block.ids.ways.add_widget(chip)

    def _chosen(self, choice: ComfortChoice) -> Any:
        return lambda _chip: self.sheet.dispatch("on_choose", choice.comfort)


class ComfortBlock(BoxLayout):
    """What it is about, and its ways side by side below."""

    label = StringProperty("")
    icon = StringProperty("")
