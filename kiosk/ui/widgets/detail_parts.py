"""Parts of the detail and cart screens: a list of rows, the offer of a whole series, why not, the facts."""

from typing import Any

from kivy.clock import Clock
from kivy.factory import Factory
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from kiosk.ui.widgets.stages import BuiltLate


class RowList(GridLayout):
    """`items` as rows of `row_class`, to stand in something that scrolls; rows stay while their items change."""

    items = ObjectProperty(())
    row_class = StringProperty("")
    row_height = NumericProperty(100)
    columns = NumericProperty(0)
    """How many rows stand side by side; 0: as the screen allows."""
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: Any) -> None:
        self._fill_soon = Clock.create_trigger(self._fill, -1)
        super().__init__(**kwargs)
        for name in ("items", "row_class", "row_height", "words", "presenter"):
            self.fbind(name, self._fill_soon)
        self._fill()

    def on_columns(self, _list: "RowList", columns: int) -> None:
        """So many columns, whatever the screen."""
        if columns:
            self.cols = int(columns)

    def _fill(self, *_: object) -> None:
        rows = list(reversed(self.children))
        for row in rows[len(self.items) :]:
            self.remove_widget(row)
        for row, item in zip(rows, self.items, strict=False):
            row.words, row.presenter, row.item = self.words, self.presenter, item
        for item in self.items[len(rows) :]:
            row = Factory.get(self.row_class)(item=item, words=self.words, presenter=self.presenter)
            row.size_hint_y, row.height = None, self.row_height
            self.add_widget(row)


class ReasonCard(BuiltLate, BoxLayout):
    """Why not, and what to do instead."""

    heading = StringProperty("")
    sentence = StringProperty("")
    remedy = StringProperty("")


class SeriesOffer(BuiltLate, ButtonBehavior, BoxLayout):
    """One touch for all volumes of a work, in order; `note` says when each is got ready."""

    name_id = StringProperty("")
    text = StringProperty("")
    note = StringProperty("")


class CallSlip(BuiltLate, BoxLayout):
    """The call-number slip: the number large, and where it stands."""

    label = StringProperty("")
    call_number = StringProperty("")
    where = StringProperty("")
    is_there = BooleanProperty(False)


class SequenceNote(BoxLayout):
    """What an order of volumes means here, or something else to know before going on."""

    icon = StringProperty("sort-ascending-numbers")
    text = StringProperty("")


class FactLine(BoxLayout):
    """One fact of a title."""

    label = StringProperty("")
    text = StringProperty("")
    label_width = NumericProperty(0)


class FactList(BoxLayout):
    """`facts` are pairs of a label and a text."""

    facts = ListProperty([])

    def on_facts(self, _list: "FactList", facts: list[tuple[str, str]]) -> None:
        """Other facts."""
        self.clear_widgets()
        lines = [FactLine(label=label, text=text) for label, text in facts]
        widest = max((line.ids.label.natural_width for line in lines), default=0)
        for line in lines:
            line.label_width = min(max(line.label_width, widest + 2), line.label_width * 1.7)
            self.add_widget(line)
