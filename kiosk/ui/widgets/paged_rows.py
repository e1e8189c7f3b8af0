"""A list in pages that fit the screen, so that nobody has to know how to scroll; leaves what a row shows to the row's class."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.factory import Factory
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget


class RowBoard(Widget):
    """One page of rows in `columns` columns, filled line by line from the top; tells its list when its room changes."""

    columns = NumericProperty(1)
    gap = NumericProperty(0)
    row_height = NumericProperty(100)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        place = Clock.create_trigger(self._place, -1)
        for name in ("pos", "size", "columns", "gap", "row_height", "children"):
            self.fbind(name, place)

    @property
    def capacity(self) -> int:
        """How many rows fit."""
        lines = int((self.height + self.gap) // (self.row_height + self.gap))
        return max(1, lines) * int(self.columns)

    def _place(self, *_: object) -> None:
        columns = int(self.columns)
        width = (self.width - self.gap * (columns - 1)) / columns
        for at, row in enumerate(reversed(self.children)):
            line, column = divmod(at, columns)
            row.size = (round(width), self.row_height)
            row.pos = (
                round(self.x + column * (width + self.gap)),
                round(self.top - self.row_height - line * (self.row_height + self.gap)),
            )


class PagedRows(BoxLayout):
    """`items` are the values to show, `row_class` the widget that shows one: it has `item`, `words` and `presenter`.

    The page stays where it is while the items change, as long as there are that many.
    """

    items: Sequence[Any] = ObjectProperty(())
    row_class = StringProperty("")
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    columns = NumericProperty(1)
    row_height = NumericProperty(100)
    page = NumericProperty(0)
    pages = NumericProperty(1)
    first = NumericProperty(0)
    last = NumericProperty(0)
    has_pages = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        self._fill_soon = Clock.create_trigger(self._fill, -1)
        super().__init__(**kwargs)
        for name in ("items", "row_class", "words", "presenter", "columns", "row_height", "page"):
            self.fbind(name, self._fill_soon)

    def on_kv_post(self, _base_widget: Widget) -> None:
        """The kv rule has been applied: the board is there."""
        self.ids.board.fbind("size", self._fill_soon)
        self._fill()

    def turn(self, by: int) -> None:
        """That many pages on, or back."""
        self.page = min(max(0, self.page + by), self.pages - 1)

    def _fill(self, *_: object) -> None:
        board = self.ids.board
        capacity = board.capacity
        self.has_pages = len(self.items) > capacity
        self.pages = max(1, -(-len(self.items) // capacity))
        self.page = min(self.page, self.pages - 1)
        start = int(self.page) * capacity
        shown = self.items[start : start + capacity]
        self.first, self.last = (start + 1, start + len(shown)) if shown else (0, 0)
        rows = list(reversed(board.children))
        for row in rows[len(shown) :]:
            board.remove_widget(row)
        for row in rows[: len(shown)]:
            row.words, row.presenter = self.words, self.presenter
        for row, item in zip(rows, shown, strict=False):
            row.item = item
        for item in shown[len(rows) :]:
            board.add_widget(Factory.get(self.row_class)(item=item, words=self.words, presenter=self.presenter))
