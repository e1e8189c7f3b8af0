"""A list in pages that fit the screen, so that nobody has to know how to scroll; leaves what a row shows to the row's class."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.factory import Factory
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget


class RowBoard(Widget):
    """One page of rows in `columns` columns, filled line by line from the top."""

    columns = NumericProperty(1)
    gap = NumericProperty(0)
    row_height = NumericProperty(100)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        place = Clock.create_trigger(self._place, -1)
        for name in ("pos", "size", "columns", "gap", "row_height", "children"):
            self.fbind(name, place)

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

    The page stays where it is while the items change, as long as there are that many. On a screen that stands the list,
    its heading and what its `state` has to tell keep to the lower part, in everybody's reach. Until `is_known` nothing is
    said of the items; where there are none, `empty_heading` says so.
    """

    items: Sequence[Any] = ObjectProperty(())
    row_class = StringProperty("")
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    state = ObjectProperty(None, allownone=True)
    notice = StringProperty("")
    heading = StringProperty("")
    note = StringProperty("")
    is_known = BooleanProperty(True)
    empty_icon = StringProperty("")
    empty_heading = StringProperty("")
    empty_text = StringProperty("")
    columns = NumericProperty(1)
    row_height = NumericProperty(100)
    pager_height = NumericProperty(0)
    page = NumericProperty(0)
    pages = NumericProperty(1)
    first = NumericProperty(0)
    last = NumericProperty(0)
    has_pages = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        self._fill_soon = Clock.create_trigger(self._fill, -1)
        super().__init__(**kwargs)
        for name in ("items", "row_class", "words", "presenter", "columns", "row_height", "page", "size"):
            self.fbind(name, self._fill_soon)

    def on_kv_post(self, _base_widget: Widget) -> None:
        """The kv rule has been applied: the board and what stands around it are there."""
        for part in (self.ids.telling, self.ids.heading):
            part.fbind("height", self._fill_soon)
        self._fill()

    def turn(self, by: int) -> None:
        """That many pages on, or back."""
        self.page = min(max(0, self.page + by), self.pages - 1)

    def _capacity(self, has_pager: bool) -> int:
        """How many rows fit beside the heading, what is told, and the pager where there is one."""
        ids = self.ids
        around = sum(part.height for part in (ids.telling, ids.gap_told, ids.heading, ids.gap_heading))
        room = self.height - around - (self.pager_height if has_pager else 0)
        lines = int((room + self.ids.board.gap) // (self.row_height + self.ids.board.gap))
        return max(1, lines) * int(self.columns)

    def _fill(self, *_: object) -> None:
        board = self.ids.board
        self.has_pages = len(self.items) > self._capacity(has_pager=False)
        capacity = self._capacity(self.has_pages)
        self.pages = max(1, -(-len(self.items) // capacity))
        self.page = min(self.page, self.pages - 1)
        start = int(self.page) * capacity
        shown = self.items[start : start + capacity]
        self.first, self.last = (start + 1, start + len(shown)) if shown else (0, 0)
        lines = -(-min(len(self.items), capacity) // int(self.columns))
        board.height = max(0, lines * (self.row_height + board.gap) - board.gap)
        self._put_up(shown)

    def _put_up(self, shown: Sequence[Any]) -> None:
        """Gives the rows there are other items, and makes or drops what is too few or too many."""
        board = self.ids.board
        rows = list(reversed(board.children))
        for row in rows[len(shown) :]:
            board.remove_widget(row)
        for row, item in zip(rows, shown, strict=False):
            row.words, row.presenter, row.item = self.words, self.presenter, item
        for item in shown[len(rows) :]:
            board.add_widget(Factory.get(self.row_class)(item=item, words=self.words, presenter=self.presenter))
