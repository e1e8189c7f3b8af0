"""What the catalogue suggests while something is typed: large rows, each searched for by one touch."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.factory import Factory
from kivy.properties import NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk.terminal.presenters.search import SuggestionView


class SuggestionRow(ButtonBehavior, BoxLayout):
    """A name of the catalogue, with the sign and the word for what it is a name of."""

    name_id = StringProperty("")
    text = StringProperty("")
    kind = StringProperty("title")
    kind_name = StringProperty("")
    place = NumericProperty(0)


class SuggestionList(Widget):
    """Shows as many `suggestions` as its height has room for, in `columns`, the best at the top left."""

    suggestions: Sequence[SuggestionView] = ObjectProperty(())
    columns = NumericProperty(1)
    row_height = NumericProperty(80)
    row_gap = NumericProperty(4)

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_pick")
        self._rows: list[SuggestionRow] = []
        self._show_soon = Clock.create_trigger(self._show, -1)
        super().__init__(**kwargs)
        for name in ("suggestions", "columns", "row_height", "row_gap", "pos", "size"):
            self.fbind(name, self._show_soon)

    def on_pick(self, place: int) -> None:
        """The suggestion at that place was touched."""

    def _show(self, *_: object) -> None:
        gap, columns = self.row_gap, int(self.columns)
        room = int((self.height + gap) // (self.row_height + gap)) * columns
        shown = self.suggestions[:room]
        while len(self._rows) < len(shown):
            row = Factory.SuggestionRow(place=len(self._rows), name_id=f"suggestion-{len(self._rows)}")
            row.bind(on_release=lambda row: self.dispatch("on_pick", int(row.place)))
            self._rows.append(row)
        width = (self.width + gap) / columns
        for at, row in enumerate(self._rows):
            if at < len(shown):
                row.text, row.kind, row.kind_name = shown[at].text, shown[at].kind, shown[at].kind_name
                row.size = (round(width - gap), self.row_height)
                top = self.top - (at // columns) * (self.row_height + gap)
                row.pos = (round(self.x + at % columns * width), top - self.row_height)
            if (at < len(shown)) != (row.parent is not None):
                (self.add_widget if at < len(shown) else self.remove_widget)(row)
