"""The bars of every screen: on top the library, the language and the ways that are always open; below, back and on."""

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.visit import Step


class BarButton(ButtonBehavior, BoxLayout):
    """A sign with its word below it; `count` stands beside the sign where it is not empty."""

    name_id = StringProperty("")
    text = StringProperty("")
    icon = StringProperty("")
    count = StringProperty("")


class TopBar(BoxLayout):
    """Library and terminal at the left; language, search, cart, menu and log-out at the right (KK-04).

    `is_plain` leaves all but the language out, for a terminal that is not in service.
    """

    screen = ObjectProperty(None, allownone=True, rebind=True)
    is_plain = BooleanProperty(False)

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
    """A key for every language but the one that is shown."""

    chrome = ObjectProperty(None, allownone=True)
    words = ObjectProperty(None, allownone=True)
    terminal = ObjectProperty(None, allownone=True)

    def on_chrome(self, *_: object) -> None:
        """Other languages, or another one shown."""
        others = [code for code in self.chrome.languages if code != self.chrome.language] if self.chrome else []
        if [key.code for key in reversed(self.children)] != others:
            self.clear_widgets()
            for code in others:
                self.add_widget(LanguageKey(code=code, words=self.words, on_release=self._choose))

    def _choose(self, key: "LanguageKey") -> None:
        self.terminal.choose_language(key.code)


class LanguageKey(BarButton):
    """One language, in its own name."""

    code = StringProperty("")
    words = ObjectProperty(None, allownone=True)


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

    def on_primary(self) -> None:
        """The primary action was touched."""

    def on_second(self) -> None:
        """The quieter action was touched."""
