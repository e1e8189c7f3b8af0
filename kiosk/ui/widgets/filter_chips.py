"""Large chips by which a search is narrowed: in groups on a sheet, and those that are on above the list."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.stacklayout import StackLayout

from kiosk.terminal.narrowing import FilterChip, FilterGroup
from kiosk.ui.widgets.sheet import Sheet


class FilterKey(ButtonBehavior, BoxLayout):
    """One filter, as wide as its words; `icon` is the sign it bears."""

    name_id = StringProperty("")
    code = StringProperty("")
    text = StringProperty("")
    icon = StringProperty("")
    is_on = BooleanProperty(False)


class ChipRow(StackLayout):
    """Chips side by side, in as many lines as they need. A touch on one is told by `on_choose` with its code.

    `prefix` begins their names; `sign` is the icon of one that is on.
    """

    chips: Sequence[FilterChip] = ObjectProperty(())
    prefix = StringProperty("filter-")
    sign = StringProperty("check")

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_choose")
        self._fill_soon = Clock.create_trigger(self._fill, -1)
        super().__init__(**kwargs)
        self.fbind("chips", self._fill_soon)
        self._fill_soon()

    def on_choose(self, code: str) -> None:
        """That chip was touched."""

    def _fill(self, *_: object) -> None:
        keys = list(reversed(self.children))
        for key in keys[len(self.chips) :]:
            self.remove_widget(key)
        for _chip in self.chips[len(keys) :]:
            self.add_widget(FilterKey(on_release=lambda key: self.dispatch("on_choose", key.code)))
        for key, chip in zip(reversed(self.children), self.chips, strict=True):
            key.name_id, key.code, key.text, key.is_on = self.prefix + chip.code, chip.code, chip.text, chip.is_on
            key.icon = self.sign if chip.is_on else ""


class ChipGroup(BoxLayout):
    """A heading and its chips."""

    heading = StringProperty("")
    chips: Sequence[FilterChip] = ObjectProperty(())
    prefix = StringProperty("filter-")

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_choose")
        super().__init__(**kwargs)

    def on_choose(self, code: str) -> None:
        """That chip was touched."""


class ChipGroups(BoxLayout):
    """Several groups, one below the other."""

    groups: Sequence[FilterGroup] = ObjectProperty(())

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_choose")
        self._fill_soon = Clock.create_trigger(self._fill, -1)
        super().__init__(**kwargs)
        self.fbind("groups", self._fill_soon)
        self._fill_soon()

    def on_choose(self, code: str) -> None:
        """A chip of some group was touched."""

    def _fill(self, *_: object) -> None:
        rows = list(reversed(self.children))
        for row in rows[len(self.groups) :]:
            self.remove_widget(row)
        for _group in self.groups[len(rows) :]:
            self.add_widget(ChipGroup(on_choose=lambda _row, code: self.dispatch("on_choose", code)))
        for row, group in zip(reversed(self.children), self.groups, strict=True):
            row.heading, row.chips = group.heading, group.chips


class FilterSheet(Sheet):
    """All filters and orders of a search; every touch is answered at once, and the list is seen when the sheet is put away."""

    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    groups: Sequence[FilterGroup] = ObjectProperty(())
    sorts: Sequence[FilterChip] = ObjectProperty(())
    total = NumericProperty(0)
    has_chosen = BooleanProperty(False)
    awaiting = StringProperty("")
