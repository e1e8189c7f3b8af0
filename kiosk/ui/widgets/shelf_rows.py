"""The rows of what is a patron's alone: titles on the bookshelf, loans of the history."""

from kiosk.terminal.presenters.bookshelf import ShelfView
from kiosk.terminal.presenters.reading_history import HistoryView
from kiosk.ui.widgets.patron_rows import PatronRow


class ShelfRow(PatronRow):
    """A title kept, with the ways into the cart and out of the shelf."""

    item: ShelfView


class HistoryRow(PatronRow):
    """A loan of the history, to be deleted."""

    item: HistoryView
