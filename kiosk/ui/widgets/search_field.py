"""What begins a search: the large invitation on the rest screen, and the chips that say where the search looks."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.factory import Factory
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.rows import Choice

_MORE = ""
"""In the place of a field's code: the chip that shows the other fields."""


class SearchInvitation(ButtonBehavior, BoxLayout):
    """Looks like a field to type into and opens the search."""

    name_id = StringProperty("")
    text = StringProperty("")


class SearchFields(BoxLayout):
    """Where a search looks: the usual fields, and the rarer ones in their place after a touch on the last chip."""

    first: Sequence[Choice] = ObjectProperty(())
    more: Sequence[Choice] = ObjectProperty(())
    more_text = StringProperty("")
    first_text = StringProperty("")
    is_open = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        self.register_event_type("on_look_in")
        self._codes: list[str] = []
        self._show_soon = Clock.create_trigger(self._show, -1)
        super().__init__(**kwargs)
        for name in ("first", "more", "more_text", "first_text", "is_open"):
            self.fbind(name, self._show_soon)

    def on_look_in(self, code: str) -> None:
        """This field was chosen."""

    def _show(self, *_: object) -> None:
        choices = self._choices()
        if [each.code for each in choices] != self._codes:
            self._put_up(choices)
        for chip, choice in zip(reversed(self.children), choices, strict=True):
            chip.text, chip.is_chosen = choice.name, choice.is_chosen
            chip.icon = ("chevron-left" if self.is_open else "chevron-right") if choice.code == _MORE else ""

    def _choices(self) -> list[Choice]:
        """What the chips say; the last of the usual ones names the rarer field that is chosen."""
        if self.is_open:
            return [Choice(_MORE, self.first_text, False), *self.more]
        rarer = next((each for each in self.more if each.is_chosen), None)
        return [*self.first, Choice(_MORE, rarer.name if rarer else self.more_text, rarer is not None)]

    def _put_up(self, choices: Sequence[Choice]) -> None:
        self._codes = [each.code for each in choices]
        self.clear_widgets()
        for code in self._codes:
            chip = Factory.FieldChip(name_id=f"search-in-{code or 'more'}")
            chip.bind(on_release=lambda _chip, code=code: self._touched(code))
            self.add_widget(chip)

    def _touched(self, code: str) -> None:
        self.is_open = code == _MORE and not self.is_open
        if code != _MORE:
            self.dispatch("on_look_in", code)
