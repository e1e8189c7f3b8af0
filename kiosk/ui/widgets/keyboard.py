"""The on-screen keyboard: boards for kana, romaji, letters, digits and e-mail addresses; leaves what is typed to the form."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, ObjectProperty, OptionProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.terminal.annotated import plain
from kiosk.terminal.kana import to_katakana
from kiosk.ui.line_setting import longest_word
from kiosk.ui.widgets import key_boards
from kiosk.ui.widgets.key_boards import Board, Key

REPEAT_AFTER_SECONDS = 0.6
REPEAT_SECONDS = 0.13
FLASH_SECONDS = 0.09

_TURNS = (key_boards.VOICED, key_boards.HALF_VOICED, key_boards.SMALL)
_STEPS = {key_boards.LEFT: -1, key_boards.RIGHT: 1}
_REPEATED = (key_boards.ERASE, *_STEPS)
_LAYOUTS = ("kana", "romaji", "letters", "digits", "email")


def label_size(label: str, width: float, has_lines: bool, sizes: Sequence[int], language: str) -> int:
    """The first of `sizes` at which the label, or each word of it where there is room for lines, is no wider than `width`."""
    words = plain(label).split() if has_lines else [plain(label)]
    return next((size for size in sizes if longest_word(words, size, True, language) <= width), sizes[-1])


class KeyboardKey(Widget):
    """One key. It acts the moment it is touched, so that a finger that slips or trembles loses no letter; enter alone waits
    for the finger to leave, because it opens another screen. Delete and the cursor act again while they are held.
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
        self.become(key)
        # Time is looked at before fingers: after a slow frame a finger may have left long before it is heard of.
        self._if_still_held: Any = Clock.create_trigger(self._again, 0)
        self._repeat = Clock.create_trigger(lambda _dt: self._if_still_held(), REPEAT_AFTER_SECONDS)
        self._let_go = Clock.create_trigger(lambda _dt: setattr(self, "is_down", False), FLASH_SECONDS)
        self.register_event_type("on_act")

    def become(self, key: Key) -> None:
        """Stands for another key from now on."""
        self.key = key
        self.code = key.code
        self.name_id = f"key-{key.code}"
        self.is_character = key.is_character

    def on_act(self) -> None:
        """The key acts; the keyboard listens."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if not self.collide_point(*touch.pos) or self.disabled:
            return False
        touch.grab(self)
        self.is_down = True
        if self.code != key_boards.ENTER:
            self.dispatch("on_act")
        if self.code in _REPEATED:
            self._repeat.timeout = REPEAT_AFTER_SECONDS
            self._repeat()
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self._repeat.cancel()
        self._if_still_held.cancel()
        self._let_go()
        if self.code == key_boards.ENTER and self.collide_point(*touch.pos):
            self.dispatch("on_act")
        return True

    def _again(self, _dt: float) -> None:
        self.dispatch("on_act")
        self._repeat.timeout = REPEAT_SECONDS
        self._repeat()


class Keyboard(Widget):
    """Keys that fill the widget, of the board `layout`; `is_katakana` writes its kana so.

    Where `has_choice`, the other boards of free text can be asked for by one touch. The keys of one board become those of the
    next, so that nothing is built anew while somebody types.
    """

    layout = OptionProperty("kana", options=_LAYOUTS)
    has_choice = BooleanProperty(False)
    extra_keys = StringProperty("")
    """Characters that the number pad has beside its digits."""
    is_katakana = BooleanProperty(False)
    has_enter = BooleanProperty(True)
    """False leaves enter out of the number pad, where the screen's primary action stands beside it."""
    words = ObjectProperty(None, allownone=True)
    enter_text = StringProperty("")
    """On the enter key; empty: the general word for it."""
    is_enter_enabled = BooleanProperty(True)
    is_enter_primary = BooleanProperty(True)
    """Enter is drawn as the screen's one primary action; a form that has it in the bar below draws it as a key among keys."""
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
        for event in ("on_press", "on_erase", "on_clear", "on_enter", "on_turn", "on_script", "on_move", "on_choose"):
            self.register_event_type(event)
        self._build_soon = Clock.create_trigger(self._build, -1)
        self._place_soon = Clock.create_trigger(self._place, -1)
        super().__init__(**kwargs)
        for name in ("layout", "has_choice", "extra_keys", "has_enter", "is_shifted"):
            self.fbind(name, self._build_soon)
        for name in ("words", "enter_text", "is_enter_enabled", "is_enter_primary", "is_katakana"):
            self.fbind(name, self._relabel)
        for name in ("pos", "size", "key_gap", "least_key", "widest_key"):
            self.fbind(name, self._place_soon)
        self._build_soon()

    def on_layout(self, _keyboard: "Keyboard", _layout: str) -> None:
        """Another board begins with small letters."""
        self.is_shifted = False

    def on_press(self, key: str) -> None:
        """A character, or the ending of an address, was typed."""

    def on_erase(self) -> None:
        """The character before the cursor shall go."""

    def on_clear(self) -> None:
        """The whole field shall go."""

    def on_enter(self) -> None:
        """The field is done."""

    def on_turn(self, mark: str) -> None:
        """The kana before the cursor shall be turned: dakuten, handakuten or small."""

    def on_script(self) -> None:
        """Hiragana shall be katakana, or back."""

    def on_move(self, steps: int) -> None:
        """The cursor shall move."""

    def on_choose(self, layout: str) -> None:
        """Another board is wanted."""

    def _build(self, *_: object) -> None:
        """Makes the keys those of the board that is shown."""
        shown: Board = key_boards.board(self.layout, self.is_shifted, self.has_choice, self.extra_keys, self.has_enter)
        self.columns, self.rows = shown.columns, shown.rows
        standing: list[KeyboardKey] = list(reversed(self.children))
        for widget in standing[len(shown.keys) :]:
            self.remove_widget(widget)
        for widget, key in zip(standing, shown.keys, strict=False):
            widget.become(key)
        for key in shown.keys[len(standing) :]:
            widget = KeyboardKey(key)
            widget.bind(on_act=self._acted)
            self.add_widget(widget)
        self._relabel()
        self._place()

    def _relabel(self, *_: object) -> None:
        for widget in self.children:
            widget.label = self._label(widget.key)
            is_enter = widget.code == key_boards.ENTER
            is_chosen = widget.code == key_boards.LAYOUT + self.layout
            is_chosen = is_chosen or (widget.code == key_boards.SHIFT and self.is_shifted)
            is_chosen = is_chosen or (widget.code == key_boards.SCRIPT and self.is_katakana)
            widget.is_filled = is_chosen or (is_enter and self.is_enter_primary)
            widget.disabled = is_enter and not self.is_enter_enabled

    def _label(self, key: Key) -> str:
        if key.is_character:
            return to_katakana(key.code) if self.is_katakana else key.code
        if key.code == key_boards.ENTER and self.enter_text:
            return self.enter_text
        if self.words is None:
            return ""
        is_back = key.code == key_boards.SCRIPT and self.is_katakana
        return str(self.words(f"keyboard-{key.code}-back" if is_back else f"keyboard-{key.code}"))

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
            self.dispatch("on_turn", code)
        elif code in _STEPS:
            self.dispatch("on_move", _STEPS[code])
        elif code == key_boards.SHIFT:
            self.is_shifted = not self.is_shifted
        elif code.startswith(key_boards.LAYOUT):
            self.dispatch("on_choose", code.removeprefix(key_boards.LAYOUT))
        else:
            self.dispatch(f"on_{code}")
