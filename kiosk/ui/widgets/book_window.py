"""What invites at the rest screen: the day and its hours, and the newest books in a row like a bookshop's window."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.rows import TitleView
from kiosk.terminal.today import Today


class TodayCard(BoxLayout):
    """The date and the hours beside the owl, which sleeps on a day the library is closed."""

    today: Today | None = ObjectProperty(None, allownone=True, rebind=True)


class BookWindow(BoxLayout):
    """A heading, and below it as many of the books as there is room for."""

    heading = StringProperty("")
    books: Sequence[TitleView] = ObjectProperty(())
    presenter = ObjectProperty(None, allownone=True)
    is_shown = BooleanProperty(False)


class BookRow(BoxLayout):
    """Books side by side, each at least `cell_width` wide; they come a frame after the room is known."""

    books: Sequence[TitleView] = ObjectProperty(())
    presenter = ObjectProperty(None, allownone=True)
    cell_width = NumericProperty(100)

    def __init__(self, **kwargs: Any) -> None:
        self._fill_soon = Clock.create_trigger(self._fill)
        super().__init__(**kwargs)
        for name in ("books", "width", "cell_width"):
            self.fbind(name, self._fill_soon)

    def _fill(self, *_: object) -> None:
        room = int((self.width + self.spacing) // (self.cell_width + self.spacing))
        shown = self.books[: max(0, room)]
        if [cell.item for cell in reversed(self.children)] != list(shown):
            self.clear_widgets()
            for item in shown:
                self.add_widget(WindowBook(item=item, on_release=self._opens(item.title_id)))

    def _opens(self, title_id: str) -> Any:
        return lambda _cell: self.presenter.open(title_id)


class WindowBook(ButtonBehavior, BoxLayout):
    """A cover and its title."""

    name_id = StringProperty("")
    item: TitleView | None = ObjectProperty(None, allownone=True, rebind=True)
