"""The bars of every screen: on top the library, comfort, languages and the ways always open; below, back and on."""

from typing import Any

from kivy.graphics import Color, Ellipse, RoundedRectangle
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk.terminal.visit import Step
from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.icon import Icon
from kiosk.ui.widgets.placed import Placed
from kiosk.ui.widgets.text import Text


class BarButton(ButtonBehavior, Placed):
    """A sign with its word below it."""

    name_id = StringProperty("")
    text = StringProperty("")
    icon = StringProperty("")

    def on_kv_post(self, _base: Widget) -> None:
        """All is known that was said of it: now it is made."""
        theme = installed_theme()
        with self.canvas.before:
            self._fill = Color(*theme.colours.nothing)
            self._shape = RoundedRectangle(radius=[theme.radius])
        ink = theme.colours.action
        self._sign = Icon(color=ink, font_size=theme.icon)
        self._word = Text(font_size=theme.bar_word, bold=True, color=ink, is_one_line=True, leading=1.2, halign="center")
        self.add_widget(self._sign)
        self.add_widget(self._word)
        for name in ("text", "icon"):
            self.fbind(name, self._write)
        self.fbind("state", self._press)
        self._write()

    def _press(self, *_: object) -> None:
        colours = installed_theme().colours
        self._fill.rgba = colours.action_soft if self.state == "down" else colours.nothing

    def _write(self, *_: object) -> None:
        theme, sign, word = installed_theme(), self._sign, self._word
        sign.name, word.text = self.icon, self.text
        self.width = max(theme.touch, word.natural_width + theme.unit * 1.5)
        self.height = max(theme.touch, sign.height + word.height + theme.unit)
        self.place_soon()

    def place(self) -> None:
        """From the top, in the middle."""
        theme, sign, word = installed_theme(), self._sign, self._word
        self._shape.pos, self._shape.size = self.pos, self.size
        sign.x, sign.top = self.x + (self.width - sign.width) / 2, self.top - theme.unit / 2
        word.width, word.x = self.width, self.x
        word.y = sign.y - word.height


class CountedButton(BarButton):
    """With a number beside its sign where `count` is not empty."""

    count = StringProperty("")
    FOLLOWED = ("count",)

    def on_kv_post(self, base: Widget) -> None:
        """With room for the number."""
        super().on_kv_post(base)
        theme = installed_theme()
        side = theme.mm(7)
        with self.canvas:
            self._disc_colour = Color(*theme.colours.nothing)
            self._disc = Ellipse(size=(side, side))
        self._number = Text(
            font_size=theme.mm(4.6),
            bold=True,
            color=theme.colours.on_colour,
            is_one_line=True,
            leading=1,
            halign="center",
            width=side,
        )
        self.add_widget(self._number)

    def place(self) -> None:
        """The number in its disc, at the shoulder of the sign."""
        super().place()
        theme, number = installed_theme(), self._number
        self._disc_colour.rgba = theme.colours.action if self.count else theme.colours.nothing
        self._disc.pos = self.center_x + theme.icon * 0.35, self.top - theme.unit / 2 - theme.mm(7)
        number.text = self.count
        number.center = self._disc.pos[0] + theme.mm(3.5), self._disc.pos[1] + theme.mm(3.5)


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


class LanguageKey(ButtonBehavior, Placed):
    """One language, in its own name."""

    name_id = StringProperty("")
    code = StringProperty("")
    words = ObjectProperty(None, allownone=True)
    is_chosen = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        theme = installed_theme()
        super().__init__(**kwargs)
        self.name_id = f"language-{self.code}"
        with self.canvas.before:
            self._fill = Color()
            self._shape = RoundedRectangle(radius=[theme.radius])
        name = self.words(f"language-short-{self.code}")
        self._name = Text(text=name, language=self.code, font_size=theme.bar_word, bold=True, is_one_line=True, halign="center")
        self.add_widget(self._name)
        self.size = max(theme.touch, self._name.natural_width + theme.unit * 1.5), theme.touch
        for property_name in ("state", "is_chosen"):
            self.fbind(property_name, self._paint)
        self._paint()

    def _paint(self, *_: object) -> None:
        colours, is_down = installed_theme().colours, self.state == "down"
        ground = colours.action_pressed if is_down else colours.action if self.is_chosen else colours.action_soft
        self._fill.rgba = ground
        self._name.color = colours.on_colour if self.is_chosen or is_down else colours.action

    def place(self) -> None:
        """Its name in the middle of a key that is seen smaller than it is touched."""
        theme, name = installed_theme(), self._name
        across, up = theme.hairline * 2, theme.unit * 1.5
        self._shape.pos = self.x + across, self.y + up
        self._shape.size = self.width - 2 * across, self.height - 2 * up
        name.x, name.width = self.x, self.width
        name.y = self.y + (self.height - name.height) / 2


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
