"""Books on shelves, and the tiles that lead to a shelf."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.factory import Factory
from kivy.input.motionevent import MotionEvent
from kivy.properties import NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.presenters.shelves import ShelfTile
from kiosk.terminal.rows import TitleView
from kiosk.ui.widgets.cover import SmallCover
from kiosk.ui.widgets.paged_rows import RowBoard


class CellBoard(RowBoard):
    """`items` in equal cells of `cell_class`, `columns` by `lines`; the cells stay when the items change."""

    items: Sequence[Any] = ObjectProperty(())
    cell_class = StringProperty("")
    lines = NumericProperty(1)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: Any) -> None:
        fill = Clock.create_trigger(self._fill, -1)
        super().__init__(**kwargs)
        for name in ("items", "cell_class", "words", "presenter"):
            self.fbind(name, fill)
        fill()

    def _fill(self, *_: object) -> None:
        cells = list(reversed(self.children))
        for cell in cells[len(self.items) :]:
            self.remove_widget(cell)
        for cell, item in zip(cells, self.items, strict=False):
            cell.words, cell.presenter, cell.item = self.words, self.presenter, item
        for item in self.items[len(cells) :]:
            self.add_widget(Factory.get(self.cell_class)(item=item, words=self.words, presenter=self.presenter))


class PushedBoard(CellBoard):
    """A board that a finger can push aside: `on_pushed` says by how many views, 1 when it was pushed to the left."""

    reach = NumericProperty(100)
    """How far the finger must go."""

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_pushed")
        super().__init__(**kwargs)

    def on_pushed(self, views: int) -> None:
        """The finger left the board after pushing it."""

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """A finger that goes aside far enough opens nothing any more."""
        across, along = touch.x - touch.ox, touch.y - touch.oy
        if self.collide_point(*touch.opos) and abs(across) > max(self.reach, 2 * abs(along)):
            for cell in self.children:
                touch.ungrab(cell)
                cell.state = "normal"
            touch.ud[self.uid] = across
        return bool(super().on_touch_move(touch))

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """The push is done."""
        across = touch.ud.pop(self.uid, 0)
        if across:
            self.dispatch("on_pushed", -1 if across > 0 else 1)
            return True
        return bool(super().on_touch_up(touch))


class CoverRow(BoxLayout):
    """The covers of some titles, as many as there is room for; they come a frame after the room is known."""

    titles: Sequence[TitleView] = ObjectProperty(())

    def __init__(self, **kwargs: Any) -> None:
        self._fill_soon = Clock.create_trigger(self._fill)
        super().__init__(**kwargs)
        for name in ("titles", "size", "spacing"):
            self.fbind(name, self._fill_soon)

    def _fill(self, *_: object) -> None:
        cover_width = self.height * 0.7
        room = int((self.width + self.spacing) // (cover_width + self.spacing)) if cover_width else 0
        shown = self.titles[:room]
        covers = list(reversed(self.children))
        for cover in covers[len(shown) :]:
            self.remove_widget(cover)
        for _title in shown[len(covers) :]:
            self.add_widget(SmallCover())
        for cover, title in zip(reversed(self.children), shown, strict=True):
            cover.height, cover.title = self.height, title


class ShelfCell(ButtonBehavior, BoxLayout):
    """Something on a board to be opened."""

    name_id = StringProperty("")
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)


class ShelfBook(ShelfCell):
    """A book that stands on a shelf, its title and where it is below it."""

    foot = NumericProperty(0)
    """The height of what is told below the shelf."""

    item: TitleView | None = ObjectProperty(None, allownone=True, rebind=True)


class ShelfDoor(ShelfCell):
    """A large way to a shelf, with some of its books."""

    item: ShelfTile | None = ObjectProperty(None, allownone=True, rebind=True)


class ClassTile(ShelfCell):
    """A class or a division: its number on its cloth, its name, how many books, and some of them."""

    item: ShelfTile | None = ObjectProperty(None, allownone=True, rebind=True)
