"""What a child touches on the way to a book, and the book itself: pictures, and kana over every kanji."""

from collections.abc import Mapping

from kivy.properties import ObjectProperty

from kiosk.terminal.presenters.children import ChildBook, ChildTile
from kiosk.ui.widgets.shelf_board import ShelfCell

SIGNS: Mapping[str, str] = {
    "picture_books": "horse-toy", "9": "book-2", "topics": "search", "new": "sparkles", "popular": "heart",
    "search": "keyboard", "0": "device-desktop", "1": "heart", "2": "world", "28": "trophy", "3": "home", "38": "ghost-2",
    "4": "bulb", "44": "planet", "45": "bone", "47": "plant-2", "48": "paw", "49": "heartbeat", "5": "car",
    "59": "tools-kitchen-2", "6": "train", "7": "music", "78": "ball-football", "8": "language",
}  # fmt: skip
"""The picture for a part of the NDC, or for another way."""

COLOURED_AS: Mapping[str, str] = {"picture_books": "7", "topics": "4", "new": "6", "popular": "1", "search": "3"}
"""Which class's colour a way has that is not to a class."""


class ChildCell(ShelfCell):
    """A way of a `ChildTile`."""

    item: ChildTile | None = ObjectProperty(None, allownone=True, rebind=True)

    def go(self) -> None:
        """It was touched."""
        if self.item is None:
            return
        if self.item.kind == "search":
            self.presenter.search()
        else:
            self.presenter.open_shelf(self.item.kind, self.item.ndc)


class ChildDoor(ChildCell):
    """A large way, with some of the books."""


class TopicTile(ChildCell):
    """A way to the books about something."""


class ChildBookCard(ShelfCell):
    """A book: its cover, its title with kana, and whether it is there."""

    item: ChildBook | None = ObjectProperty(None, allownone=True, rebind=True)
