"""The on-screen keyboard: boards of keys for kana, letters, digits and e-mail addresses; leaves what is typed to the form."""

from typing import Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, ObjectProperty, OptionProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.terminal.kana import half_voiced, small, voiced
from kiosk.ui.widgets import key_boards
from kiosk.ui.widgets.key_boards import Board, Key

REPEAT_AFTER_SECONDS = 0.6
REPEAT_SECONDS = 0.13
FLASH_SECONDS = 0.09

_TURNS = {key_boards.VOICED: voiced, key_boards.HALF_VOICED: half_voiced, key_boards.SMALL: small}
_LAYOUTS = ("kana", "letters", "digits", "email")


class KeyboardKey(Widget):
    """One key. It acts the moment it is touched, so that a finger that slips or trembles loses no letter; enter alone waits
    for the finger to leave, because it opens another screen.
    """

    code = StringProperty("")
    name_id = StringProperty("")
    label = StringProperty("")
    is_character = BooleanProperty(True)
    is_down = BooleanProperty(False)
    is_filled = BooleanProperty(False)
    tone = ColorProperty()
    tone_down = ColorProperty()
    ink = ColorProperty()

    def __init__(self, key: Key, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.key = key
        self.code = key.code
        self.name_id = f"key-{key.code}"
        self.is_character = key.is_character
        self._repeat = Clock.create_trigger(self._again, REPEAT_AFTER_SECONDS)
        self._let_go = Clock.create_trigger(lambda _dt: setattr(self, "is_down", False), FLASH_SECONDS)
        self.register_event_type("on_act")

    def on_act(self) -> None:
        """The key acts; the keyboard listens."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if not self.collide_point(*touch.pos) or self.disabled:
            return False
        touch.grab(self)
        self.is_down = True
        if self.code != key_boards.ENTER:
            self.dispatch("on_act")
        if self.code == key_boards.ERASE:
            self._repeat.timeout = REPEAT_AFTER_SECONDS
            self._repeat()
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self._repeat.cancel()
        self._let_go()
        if self.code == key_boards.ENTER and self.collide_point(*touch.pos):
            self.dispatch("on_act")
        return True

    def _again(self, _dt: float) -> None:
        self.dispatch("on_act")
        self._repeat.timeout = REPEAT_SECONDS
        self._repeat()


class Keyboard(Widget):
    """Keys that fill the widget. `text` is what the active field holds, so that ゛゜小 can turn its last kana.

    Where `has_choice`, kana, letters and digits can be changed by one touch; `layout` is what the field asks for first.
    """

    layout = OptionProperty("kana", options=_LAYOUTS)
    has_choice = BooleanProperty(False)
    extra_keys = StringProperty("")
    """Characters that the number pad has beside its digits."""
    text = StringProperty("")
    words = ObjectProperty(None, allownone=True)
    enter_text = StringProperty("")
    """On the enter key; empty: the general word for it."""
    is_enter_enabled = BooleanProperty(True)
    is_enter_primary = BooleanProperty(True)
    """Enter is drawn as the screen's one primary action; a form that has it in the bar below draws it as a key among keys."""
    shown_layout = OptionProperty("kana", options=_LAYOUTS)
    is_shifted = BooleanProperty(False)
    columns = NumericProperty(12)
    rows = NumericProperty(6)
    key_gap = NumericProperty(4)
    least_key = NumericProperty(20)
    """The least side of a key, in pixels."""
    widest_key = NumericProperty(200)
    minimum_height = NumericProperty(0)
    minimum_width = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        for event in ("on_press", "on_erase", "on_clear", "on_enter", "on_replace"):
            self.register_event_type(event)
        self._build_soon = Clock.create_trigger(self._build, -1)
        self._place_soon = Clock.create_trigger(self._place, -1)
        super().__init__(**kwargs)
        for name in ("shown_layout", "has_choice", "extra_keys", "is_shifted", "words"):
            self.fbind(name, self._build_soon)
        for name in ("enter_text", "is_enter_enabled", "is_enter_primary"):
            self.fbind(name, self._relabel)
        for name in ("pos", "size", "key_gap", "least_key", "widest_key"):
            self.fbind(name, self._place_soon)
        self.shown_layout = self.layout
        self._build_soon()

    def on_layout(self, _keyboard: "Keyboard", layout: str) -> None:
        """The active field needs another board."""
        self.shown_layout = layout
        self.is_shifted = False

    def on_press(self, key: str) -> None:
        """A character, or the ending of an address, was typed."""

    def on_erase(self) -> None:
        """The last character shall go."""

    def on_clear(self) -> None:
        """The whole field shall go."""

    def on_enter(self) -> None:
        """The field is done."""

    def on_replace(self, text: str) -> None:
        """The field's text shall be another: its last kana was turned."""

    def _build(self, *_: object) -> None:
        """Puts up the keys of the board that is shown."""
        shown: Board = key_boards.board(self.shown_layout, self.is_shifted, self.has_choice, self.extra_keys)
        self.columns, self.rows = shown.columns, shown.rows
        self.clear_widgets()
        for key in shown.keys:
            widget = KeyboardKey(key)
            widget.bind(on_act=self._acted)
            self.add_widget(widget)
        self._relabel()
        self._place()

    def _relabel(self, *_: object) -> None:
        for widget in self.children:
            widget.label = self._label(widget.key)
            is_chosen = widget.code == key_boards.LAYOUT + self.shown_layout
            is_chosen = is_chosen or (widget.code == key_boards.SHIFT and self.is_shifted)
            is_enter = widget.code == key_boards.ENTER
            widget.is_filled = is_chosen or (is_enter and self.is_enter_primary)
            widget.disabled = is_enter and not self.is_enter_enabled

    def _label(self, key: Key) -> str:
        if key.is_character:
            return key.code
        if key.code == key_boards.ENTER and self.enter_text:
            return self.enter_text
        return self.words(f"keyboard-{key.code}") if self.words is not None else ""

    def _place(self, *_: object) -> None:
        """Spreads the columns and rows over the widget, centred where keys would become too wide."""
        gap = self.key_gap
        cell = self.least_key + gap
        self.minimum_height = self.rows * cell - gap
        self.minimum_width = self.columns * cell - gap
        across = min((self.width + gap) / self.columns, self.widest_key + gap)
        down = (self.height + gap) / self.rows
        left = self.center_x - (across * self.columns - gap) / 2
        for widget in self.children:
            key = widget.key
            x, right = round(left + key.column * across), round(left + (key.column + key.width) * across - gap)
            top, bottom = round(self.top - key.row * down), round(self.top - (key.row + key.height) * down + gap)
            widget.pos, widget.size = (x, bottom), (right - x, top - bottom)

    def _acted(self, widget: KeyboardKey) -> None:
        code = widget.code
        if widget.is_character:
            self.dispatch("on_press", code)
        elif code == key_boards.SPACE:
            self.dispatch("on_press", " ")
        elif code in _TURNS:
            turned = _TURNS[code](self.text)
            if turned != self.text:
                self.dispatch("on_replace", turned)
        elif code == key_boards.SHIFT:
            self.is_shifted = not self.is_shifted
        elif code.startswith(key_boards.LAYOUT):
            self.shown_layout = code.removeprefix(key_boards.LAYOUT)
        else:
            self.dispatch(f"on_{code}")
