"""A patron's acts for the window's bench, by touches: typing, searching, opening a title, going to a shelf."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from bench.ui_watch import Took, Watch
from floor import Floor

from kiosk.terminal.shelf_place import ShelfKind
from kiosk.terminal.visit import Step

ECHO, OFFER = "letter in the field", "suggestions"
SEARCH, DETAIL, CLASS, BOOKS = "検索 → first results", "result → detail", "class → divisions with covers", "division → books"


class Patron:
    """Plays the acts, and keeps what each took by its name."""

    def __init__(self, floor: Floor, watch: Watch) -> None:
        self._floor, self._watch = floor, watch
        self.taken: dict[str, list[Took]] = defaultdict(list)

    def to_search(self) -> None:
        """To an empty search field."""
        step = self._floor.terminal.visit.step
        self._floor.tap_to("search-field" if step is Step.REST else "top-search", Step.SEARCH)
        self._tap("key-clear")

    def choose_board(self, board: str) -> None:
        """Shows another board of keys."""
        self._tap(f"key-layout-{board}")

    def type(self, board: str, keys: Iterable[str]) -> None:
        """Touches one key after the other, each when all that the former brought is painted."""
        for key in keys:
            touch = self._floor.finger.on(f"key-{key}")
            echo, offered = self._watch.act(touch.begin, self._watch.is_shown, self._watch.is_answered)
            self.taken[f"{board} key → {ECHO}"].append(echo)
            if self._watch.asked:
                self.taken[f"{board} key → {OFFER}"].append(offered)
            touch.end()
            self._watch.rest()

    def search(self) -> None:
        """検索. The pages that are fetched ahead come after the first is painted, and are not waited for."""
        terminal = self._floor.terminal
        self._touch("primary", SEARCH, lambda: terminal.visit.step is Step.RESULTS and self.are_rows_there())

    def open_first(self) -> bool:
        """Opens the first result, if there is one."""
        if not self._floor.state.total:
            return False
        title_id = self._floor.state.rows.row(0).title_id
        self._touch(f"row-{title_id}", DETAIL, lambda: self._is_at(Step.DETAIL))
        return True

    def walk_shelves(self, classes: Iterable[str]) -> None:
        """From the rest screen along the shelves: each class, and the first of its divisions that has books."""
        self._floor.tap_to("shelves", Step.SHELVES)
        self._floor.until(self.are_covers_there, "the classes")
        for ndc in classes:
            self._walk_class(ndc)
            self._tap("back")
            self._floor.until(self.are_covers_there, "the classes")

    def _walk_class(self, ndc: str) -> None:
        if self._floor.finger.find(f"class-{ndc}") is None:
            return
        self._touch(f"class-{ndc}", CLASS, lambda: self._floor.state.kind == ShelfKind.CLASS and self.are_covers_there())
        division = next((each.ndc for each in self._floor.state.tiles if each.count), "")
        if division:
            self._touch(f"class-{division}", BOOKS, lambda: bool(self._floor.state.books) and self._watch.is_answered())
            self._tap("back")
            self._floor.until(self.are_covers_there, "the divisions")

    def are_covers_there(self) -> bool:
        """Whether every tile of the shelves has its count and its covers."""
        if not self._watch.is_answered() or not self._floor.state.tiles:
            return False
        rows = widgets("CoverRow")
        return all(each.count is not None for each in self._floor.state.tiles) and all(
            row.children or not row.titles or row.get_root_window() is None for row in rows
        )

    def are_rows_there(self) -> bool:
        """Whether every row that is seen shows its title, or nothing was found."""
        state = self._floor.state
        if not self._watch.is_shown() or not state.total:
            return self._watch.is_answered()
        (table,) = widgets("RecycledRows") or (None,)
        return table is not None and table.last > 0 and not absent(table)

    def _is_at(self, step: Step) -> bool:
        return self._floor.terminal.visit.step is step and self._watch.is_answered()

    def _touch(self, name: str, kind: str, is_painted: Any) -> None:
        """A touch that acts when the finger leaves, measured from there."""
        self._watch.rest()
        touch = self._floor.finger.on(name)
        touch.begin()
        self._floor.finger.frames(3)
        self.taken[kind] += self._watch.act(touch.end, is_painted)
        self._watch.rest()

    def _tap(self, name: str) -> None:
        self._floor.finger.tap(name)
        self._watch.rest()


def widgets(kind: str) -> list[Any]:
    """The widgets of that class on the window."""
    from kivy.core.window import Window

    return [widget for child in Window.children for widget in child.walk() if type(widget).__name__ == kind]


def absent(table: Any) -> int:
    """How many of the rows that are seen are not there yet."""
    return sum(table.rows.row(number) is None for number in range(int(table.first) - 1, int(table.last)))
