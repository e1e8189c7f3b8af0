"""One of several to choose from, large enough for a thumb; one that cannot be chosen says why."""

from kivy.properties import BooleanProperty, ListProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from kiosk.terminal.rows import Choice


class ChoiceCard(ButtonBehavior, BoxLayout):
    """A `Choice` with its round mark."""

    name_id = StringProperty("")
    choice: Choice | None = ObjectProperty(None, allownone=True, rebind=True)


class ChoiceGrid(GridLayout):
    """`choices` as cards, named `prefix` and their code; `on_choose` tells the code that was touched."""

    choices = ListProperty([])
    prefix = StringProperty("")
    is_wide = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        self.register_event_type("on_choose")
        super().__init__(**kwargs)

    def on_choose(self, code: str) -> None:
        """A card was touched."""

    def on_choices(self, _grid: "ChoiceGrid", choices: list[Choice]) -> None:
        """Other cards, or another one chosen."""
        cards = list(reversed(self.children))
        if [card.choice.code for card in cards] != [choice.code for choice in choices]:
            self.clear_widgets()
            cards = [ChoiceCard(name_id=self.prefix + choice.code, choice=choice) for choice in choices]
            for card in cards:
                card.bind(on_release=lambda touched: self.dispatch("on_choose", touched.choice.code))
                self.add_widget(card)
        for card, choice in zip(cards, choices, strict=True):
            card.choice = choice
