"""The Kivy application: one window, the navigator, idle time, and no way out.

It is the only place that knows Kivy's globals; everything else is handed what it needs.
"""

import logging
from collections.abc import Callable
from typing import Any

from kivy.app import App
from kivy.base import ExceptionHandler, ExceptionManager
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.uix.floatlayout import FloatLayout

from kiosk.terminal import editing_keys
from kiosk.terminal.comfort import Comfort
from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.terminal import Terminal
from kiosk.ui import theme
from kiosk.ui.keypad import Keypad
from kiosk.ui.kv_files import load_screens, load_widgets
from kiosk.ui.navigator import Navigator
from kiosk.ui.tidying import Tidying
from kiosk.ui.widgets.idle_overlay import IdleOverlay

TICKS_PER_SECOND = 10
LAYOUT_PASSES = 60
"""Heights that follow from texts within texts settle one level a pass; they shall all be settled when a frame is drawn."""
_KEYS = {
    13: editing_keys.ENTER,
    271: editing_keys.ENTER,  # that of the keypad
    8: editing_keys.ERASE,
    9: editing_keys.TAB,
    127: editing_keys.ERASE_AHEAD,
    275: editing_keys.FORWARD,
    276: editing_keys.BACK,
    278: editing_keys.TO_START,
    279: editing_keys.TO_END,
}
"""The keys that edit, by SDL's numbers."""
_FIRST_NAMED_KEY = 256
"""From here on the numbers are not characters: arrows, function keys, Shift."""
_log = logging.getLogger(__name__)


class KioskApp(App):
    """A terminal on a screen of that diagonal, in inches. `on_close` is called when the window is gone."""

    def __init__(self, terminal: Terminal, diagonal_inches: float, on_close: Callable[[], None], **options: Any) -> None:
        super().__init__(**options)
        self.terminal = terminal
        self._diagonal_inches = diagonal_inches
        self._on_close = on_close
        self._overlay: IdleOverlay | None = None
        self._ticking: Any = None
        self._faults = _EndsTheVisit(terminal)
        self._untold = ""
        self._tidying = Tidying()
        self._heard = {
            "on_motion": self._moved,
            "on_key_down": self._key_down,
            "on_key_up": self._key_up,
            "on_textinput": self._text_typed,
            "on_request_close": self._close_asked,
        }
        self.navigator: Navigator
        self._keypad: Keypad

    def load_kv(self, *_files: Any, **_options: Any) -> bool:
        """Nothing is loaded by the application's name."""
        return False

    def open_settings(self, *_arguments: Any) -> None:
        """Kivy's settings panel (F1) does not exist here."""

    def build(self) -> FloatLayout:
        """The window's content."""
        self._dress(self.terminal.visit.language, self.terminal.visit.comfort)
        Clock.max_iteration = LAYOUT_PASSES
        load_widgets()
        load_screens()
        root = FloatLayout()
        self.navigator = Navigator(self.terminal, self._dress)
        root.add_widget(self.navigator)
        self._keypad = Keypad(self.terminal, root, self.navigator)
        return root

    def _dress(self, language: str, comfort: Comfort) -> None:
        """What is made from now on is made as this patron wants it."""
        theme.install(theme.Theme.for_screen(Window.width, Window.height, self._diagonal_inches, comfort, language))
        Window.clearcolor = theme.installed_theme().colours.paper

    def on_start(self) -> None:
        """From now on fingers, keys and time reach the terminal."""
        Window.bind(**self._heard)
        self._ticking = Clock.schedule_interval(self._tick, 1 / TICKS_PER_SECOND)
        ExceptionManager.add_handler(self._faults)
        self._tick()
        self._tidying.begin()
        self.navigator.fbind("children", self._tidying.soon)

    def on_stop(self) -> None:
        """The camera is let go, and nothing of a visit is left."""
        self._ticking.cancel()
        self._tidying.end()
        self._keypad.close()
        Window.unbind(**self._heard)
        ExceptionManager.remove_handler(self._faults)
        Window.remove_widget(self.root)
        self.terminal.end_visit()
        self._on_close()

    def _tick(self, _dt: float = 0.0) -> None:
        self._tell_untold()
        self.terminal.tick()
        idle = self.terminal.idle
        is_warning = idle.phase is IdlePhase.WARNING
        if is_warning and self._overlay is None:
            self._overlay = IdleOverlay(words=self.terminal.words)
            self.root.add_widget(self._overlay)
        elif not is_warning and self._overlay is not None:
            self.root.remove_widget(self._overlay)
            self._overlay = None
        if self._overlay is not None:
            self._overlay.seconds_left = idle.seconds_left

    def _moved(self, _window: Any, kind: str, event: Any) -> None:
        if kind == "begin":
            self.terminal.touched()
            self._keypad.touched(event.device)

    def _key_down(self, _window: Any, key: int, _scancode: int, codepoint: str | None, modifiers: list[str]) -> bool:
        """Every key goes to the terminal; true keeps Kivy from doing anything of its own with it.

        A key is told by its number, without Shift and the layout: the text that follows it says what it types. It is told
        itself only where no text follows.
        """
        self._tell_untold()
        if self._keypad.pressed(key):
            return True
        if key in _KEYS:
            self.terminal.key_typed(_KEYS[key])
        elif key < _FIRST_NAMED_KEY and codepoint and codepoint.isprintable() and not {"ctrl", "alt", "meta"} & set(modifiers):
            self._untold = codepoint
        return True

    def _key_up(self, _window: Any, key: int, _scancode: int) -> bool:
        self._keypad.released(key)
        return True

    def _text_typed(self, _window: Any, text: str) -> bool:
        self._untold = ""
        if self._keypad.swallows():
            return True
        for character in text:
            self.terminal.key_typed(character)
        return True

    def _tell_untold(self) -> None:
        key, self._untold = self._untold, ""
        if key:
            self.terminal.key_typed(key)

    def _close_asked(self, *_arguments: Any, **_options: Any) -> bool:
        """In fullscreen no key closes the window; in a window on a desk it may be closed."""
        return Window.fullscreen is not False


class _EndsTheVisit(ExceptionHandler):
    """A fault nobody expected: logged by its kind and place, without any value, and the visit ends.

    What asks the whole program to end (Ctrl-C, SIGTERM) is no fault and goes on.
    """

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def handle_exception(self, fault: BaseException) -> int:
        if not isinstance(fault, Exception):
            return int(ExceptionManager.RAISE)
        trace, place = fault.__traceback__, ""
        while trace is not None:
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
            trace = trace.tb_next
        _log.error("the visit was ended by %s at %s", type(fault).__name__, place)
        self._terminal.end_visit()
        return int(ExceptionManager.PASS)
