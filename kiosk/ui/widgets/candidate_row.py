"""The row of candidates above the keyboard: what the kana being typed could become, page by page."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.factory import Factory
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.widget import Widget

from kiosk.ui.line_setting import advance


class CandidateKey(ButtonBehavior, Widget):
    """One candidate; it is chosen the moment it is touched, as a key acts."""

    name_id = StringProperty("")
    text = StringProperty("")
    font_size = NumericProperty(20)


class MoreCandidates(ButtonBehavior, Widget):
    """Shows the next page; after the last the first."""

    name_id = StringProperty("more-candidates")
    text = StringProperty("")


class CandidateRow(Widget):
    """Shows `candidates` in a place that is always there, with `hint` in it while there are none."""

    candidates: Sequence[str] = ObjectProperty(())
    hint = StringProperty("")
    more_text = StringProperty("")
    least_key = NumericProperty(20)
    key_gap = NumericProperty(4)
    padding = NumericProperty(8)
    """At either side of a candidate's text."""
    font_size = NumericProperty(20)
    more_width = NumericProperty(80)
    is_empty = BooleanProperty(True)
    page = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_choose")
        self._keys: list[CandidateKey] = []
        self._more: MoreCandidates | None = None
        self._show_soon = Clock.create_trigger(self._show, -1)
        super().__init__(**kwargs)
        for name in ("candidates", "page", "pos", "size", "font_size", "more_text"):
            self.fbind(name, self._show_soon)

    def on_choose(self, candidate: str) -> None:
        """This candidate was touched."""

    def on_candidates(self, *_: object) -> None:
        """Others: the best are shown first again."""
        self.page = 0

    def _show(self, *_: object) -> None:
        pages = self._pages()
        page = pages[int(self.page) % len(pages)] if pages else []
        self.is_empty = not page
        while len(self._keys) < len(page):
            key = Factory.CandidateKey()
            key.bind(on_press=lambda key: self.dispatch("on_choose", key.text))
            self._keys.append(key)
        x = self.x
        for at, key in enumerate(self._keys):
            if at < len(page):
                key.text, key.name_id, key.font_size = page[at], f"candidate-{page[at]}", self.font_size
                key.size, key.pos = (self._width(page[at]), self.height), (x, self.y)
                x += key.width + self.key_gap
            self._put(key, at < len(page))
        self._show_more(len(pages) > 1)

    def _show_more(self, is_shown: bool) -> None:
        if self._more is None:
            self._more = Factory.MoreCandidates()
            self._more.bind(on_press=self._turn_page)
        self._more.text = self.more_text
        self._more.size, self._more.pos = (self.more_width, self.height), (self.right - self.more_width, self.y)
        self._put(self._more, is_shown)

    def _turn_page(self, *_: object) -> None:
        self.page += 1

    def _put(self, widget: Widget, is_shown: bool) -> None:
        if is_shown and widget.parent is None:
            self.add_widget(widget)
        elif not is_shown and widget.parent is not None:
            self.remove_widget(widget)

    def _width(self, candidate: str) -> float:
        text = sum(advance(character, round(self.font_size), True) for character in candidate)
        return max(self.least_key, min(round(text + 2 * self.padding), self.width - self.more_width - self.key_gap))

    def _pages(self) -> list[list[str]]:
        """The candidates as they fit beside the key for more; all on one page where they fit without it."""
        widths = {each: self._width(each) + self.key_gap for each in self.candidates}
        if sum(widths.values()) - self.key_gap <= self.width:
            return [list(self.candidates)] if self.candidates else []
        room = self.width - self.more_width
        pages: list[list[str]] = []
        used = room
        for each, width in widths.items():
            if used + width > room:
                pages.append([])
                used = 0
            pages[-1].append(each)
            used += width
        return pages
