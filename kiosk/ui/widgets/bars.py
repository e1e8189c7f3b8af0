"""The bars of every screen: on top the library, comfort, languages and the ways always open; below, back and on."""

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk.terminal.visit import Step
from kiosk.ui.theme import installed_theme


class BarButton(ButtonBehavior, BoxLayout):
    """A sign with its word below it."""

    name_id = StringProperty("")
    text = StringProperty("")
    icon = StringProperty("")


class CountedButton(BarButton):
    """With a number beside its sign where `count` is not empty."""

    count = StringProperty("")


class TopBar(BoxLayout):
    """Library and terminal at the left; comfort, languages, search, cart, menu and log-out at the right (KK-04).

    `is_plain` leaves the ways out, for a terminal that is not in service. Where all does not fit side by side, comfort and
    languages stand in a row of their own.
    """

    screen = ObjectProperty(None, allownone=True, rebind=True)
    is_plain = BooleanProperty(False)
    is_in_one_row = BooleanProperty(True)

    def arrange(self, needed: float) -> None:
        """Puts comfort and languages where there is room for them, when so much width is needed for one row."""
        self.is_in_one_row = needed <= self.width
        tools, row = self.ids.tools, self.ids.first if self.is_in_one_row else self.ids.second
        if tools.parent is not row:
            tools.parent.remove_widget(tools)
            row.add_widget(tools, index=1 if self.is_in_one_row else 0)

    def comfort(self) -> None:
        """To the sheet on which the screen is made easier to see, hear and reach."""
        self.screen.terminal.open_comfort()

    def search(self) -> None:
        """To the search."""
        self.screen.terminal.open(Step.SEARCH)

    def cart(self) -> None:
        """To the cart."""
        self.screen.terminal.open(Step.CART)

    def menu(self) -> None:
        """To the patron's menu, by the login if need be."""
        self.screen.terminal.open(Step.MENU)

    def log_out(self) -> None:
        """Finished: nothing is left."""
        self.screen.terminal.end_visit()


class LanguageKeys(BoxLayout):
    """A key for every language, the one that is shown among them, so that each keeps its place."""

    chrome = ObjectProperty(None, allownone=True)
    words = ObjectProperty(None, allownone=True)
    terminal = ObjectProperty(None, allownone=True)

    def on_chrome(self, *_: object) -> None:
        """Other languages, or another one shown."""
        codes = list(self.chrome.languages) if self.chrome else []
        if [key.code for key in reversed(self.children)] != codes:
            self.clear_widgets()
            for code in codes:
                self.add_widget(LanguageKey(code=code, words=self.words, on_release=self._choose))
        for key in self.children:
            key.is_chosen = key.code == self.chrome.language

    def _choose(self, key: "LanguageKey") -> None:
        self.terminal.choose_language(key.code)


class LanguageKey(ButtonBehavior, BoxLayout):
    """One language, in its own name."""

    name_id = StringProperty("")
    code = StringProperty("")
    words = ObjectProperty(None, allownone=True)
    is_chosen = BooleanProperty(False)


class BottomBar(BoxLayout):
    """Back at the left, the one primary action at the lower right, always in the same place.

    Back asks the screen (`go_back`). `is_committing` makes the primary action the vermilion one. `second_text` is a quieter
    action before it, named `second_name`; empty: not there.
    """

    screen = ObjectProperty(None, allownone=True, rebind=True)
    has_back = BooleanProperty(True)
    primary_text = StringProperty("")
    primary_icon = StringProperty("")
    is_primary_enabled = BooleanProperty(True)
    is_committing = BooleanProperty(False)
    second_text = StringProperty("")
    second_icon = StringProperty("")
    second_name = StringProperty("second")
    is_second_enabled = BooleanProperty(True)

    def __init__(self, **kwargs: object) -> None:
        self.register_event_type("on_primary")
        self.register_event_type("on_second")
        super().__init__(**kwargs)

    def take(self, part: Widget) -> None:
        """Where the bar stands beside the page: that part of the page, between back and on."""
        if installed_theme().is_tight:
            part.parent.remove_widget(part)
            self.ids.between.add_widget(part)

    def on_primary(self) -> None:
        """The primary action was touched."""

    def on_second(self) -> None:
        """The quieter action was touched."""
