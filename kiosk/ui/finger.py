"""A finger for demonstrations and tests: touches what is really on the window, and waits frame by frame for what follows.

All of Kivy's internals that this needs are in this one file.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kivy.app import App
from kivy.base import EventLoop, runTouchApp, stopTouchApp
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.input.motionevent import MotionEvent
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.terminal.annotated import plain

PATIENCE_SECONDS = 20.0
ENTER_KEY = 13
_SHIFT_KEY = 304
_DRAG_STEPS = 8
_MOST_DRAGS = 40
_STILL_FRAMES = 4
_ROUNDING = 1.0
"""Pixels by which the first row of a list may seem to stand beyond its edge."""


class NotOnScreen(KioskError):
    """What was to be touched or awaited did not come to the screen in time; the message says what is there instead."""


class Touch(MotionEvent):
    """One touch at a point of the window, in pixels from the lower left. It lets no frame pass by itself."""

    def __init__(self, x: float, y: float, device: str = "finger") -> None:
        super().__init__(device, 1, _place(x, y), is_touch=True, type_id="touch")
        self.profile = ["pos"]

    def depack(self, args: dict[str, float]) -> None:
        self.sx, self.sy = args["x"], args["y"]
        super().depack(args)

    def begin(self) -> None:
        EventLoop.post_dispatch_input("begin", self)

    def move_to(self, x: float, y: float) -> None:
        self.move(_place(x, y))
        EventLoop.post_dispatch_input("update", self)

    def end(self) -> None:
        EventLoop.post_dispatch_input("end", self)


def _place(x: float, y: float) -> dict[str, float]:
    """A point as Kivy's input wants it: a share of the window's width and height."""
    return {"x": x / (Window.width - 1), "y": y / (Window.height - 1)}


class Finger:
    """Drives one running application on its window; frames pass only while the finger waits."""

    def __init__(self, app: App) -> None:
        self.app = app

    def open(self) -> None:
        """Opens the window, as `App.run` would, but leaves the frames to the finger."""
        Clock._max_fps = 0.0  # frames pass as fast as they are drawn
        self.app._run_prepare()
        runTouchApp(embedded=True)
        self.frames(2)

    def close(self) -> None:
        """Ends the application."""
        stopTouchApp()
        self.app.dispatch("on_stop")

    def frames(self, count: int = 1) -> None:
        """Lets that many frames pass."""
        for _frame in range(count):
            EventLoop.idle()

    def until(self, condition: Callable[[], object], what: str, patience_seconds: float = PATIENCE_SECONDS) -> float:
        """Lets frames pass until the condition holds, then draws one more; gives the milliseconds that took.

        Raises NotOnScreen when it does not hold in time; `what` names what was awaited.
        """
        began = time.monotonic()
        while not condition():
            if time.monotonic() - began > patience_seconds:
                raise NotOnScreen(f"{what}: did not come; on screen are {', '.join(self.names())}")
            self.frames()
        waited = (time.monotonic() - began) * 1000
        self.frames()
        return waited

    def tap(self, name: str) -> None:
        """Touches the widget of that name at its middle, bringing it into view first where a list has to be moved."""
        widget = self._settled(name)
        self._bring_into_view(widget)
        self.tap_at(*widget.to_window(*widget.center))

    def tap_at(self, x: float, y: float) -> None:
        """Touches the window at that point."""
        touch = Touch(x, y)
        touch.begin()
        self.frames(2)
        touch.end()
        self.frames(2)

    def hold(self, name: str, condition: Callable[[], object], what: str) -> None:
        """Keeps a finger on the widget of that name until the condition holds."""
        touch = Touch(*self._settled(name).center)
        touch.begin()
        try:
            self.until(condition, what)
        finally:
            touch.end()
            self.frames(2)

    def drag(self, x: float, y: float, to_y: float, to_x: float | None = None) -> None:
        """Moves a finger over the window: up or down, and aside where `to_x` says so."""
        aside = 0.0 if to_x is None else to_x - x
        touch = Touch(x, y)
        touch.begin()
        self.frames()
        for step in range(1, _DRAG_STEPS + 1):
            touch.move_to(x + aside * step / _DRAG_STEPS, y + (to_y - y) * step / _DRAG_STEPS)
            self.frames()
        self.frames(4)
        touch.end()
        self.frames(2)

    def press_key(self, key: int, character: str = "", frames: int = 1) -> None:
        """Presses a key of a plugged-in keyboard, by SDL's number for it, and lets so many frames pass."""
        self.key_down(key, character)
        self.key_up(key)
        self.frames(frames)

    def key_down(self, key: int, character: str = "") -> None:
        """A key goes down, or is still down and repeats."""
        if not Window.dispatch("on_key_down", key, 0, character, []):
            Window.dispatch("on_keyboard", key, 0, character, [])

    def key_up(self, key: int) -> None:
        """A key is let go."""
        Window.dispatch("on_key_up", key, 0)

    def press_character(self, key: int, character: str) -> None:
        """Presses a key that types that character."""
        modifiers = ["shift"] if character.isupper() else []
        if modifiers:
            Window.dispatch("on_key_down", _SHIFT_KEY, 0, chr(_SHIFT_KEY), modifiers)
        Window.dispatch("on_key_down", key, 0, character.lower(), modifiers)
        Window.dispatch("on_textinput", character)
        self.key_up(key)

    def scan(self, typed: str) -> None:
        """A hand scanner types a code and Enter, faster than frames pass."""
        for character in typed:
            self.press_character(ord(character.lower()), character)
        self.press_key(ENTER_KEY)

    @property
    def is_open(self) -> bool:
        """Whether the application is still running."""
        return not EventLoop.quit

    def find(self, name: str) -> Widget | None:
        """The widget of that `name_id`, if it is on the window and can be touched; the topmost when there are several."""
        found = [widget for widget in _shown() if getattr(widget, "name_id", "") == name and not widget.disabled]
        return found[0] if found else None

    def at(self, x: float, y: float) -> Touch:
        """A touch about to begin at that point."""
        return Touch(x, y)

    def on(self, name: str) -> Touch:
        """A touch about to begin at the middle of the widget of that name, where it stands now. Raises NotOnScreen."""
        widget = self.find(name)
        if widget is None:
            raise NotOnScreen(f"{name}: is not there; on screen are {', '.join(self.names())}")
        return self.at(*widget.to_window(*widget.center))

    def names(self) -> list[str]:
        """The names of everything that can be touched now."""
        return sorted({str(widget.name_id) for widget in _shown() if getattr(widget, "name_id", "") and not widget.disabled})

    def texts(self) -> list[str]:
        """Every text on the window, without the kana over it."""
        return [plain(text) for text in self.annotated_texts()]

    def annotated_texts(self) -> list[str]:
        """Every text on the window, with its kana as Unicode annotates them."""
        return [str(widget.text) for widget in _shown() if getattr(widget, "text", "")]

    def picture(self, file: Path) -> None:
        """Writes what the window shows to a PNG file."""
        self.frames(2)
        written = Path(Window.screenshot(name=str(file.with_suffix(".png"))))
        written.replace(file)

    def _settled(self, name: str) -> Widget:
        """The widget of that name once it stands still: a screen just put up takes some frames to find its places."""
        places: list[tuple[float, float]] = []

        def stands_still() -> bool:
            widget = self.find(name)
            if widget is not None:
                places.append(tuple(widget.to_window(*widget.center)))
            return len(places) > _STILL_FRAMES and len(set(places[-_STILL_FRAMES:])) == 1

        self.until(stands_still, name)
        widget = self.find(name)
        if widget is None:
            raise NotOnScreen(f"{name}: went away")
        return widget

    def _bring_into_view(self, widget: Widget) -> None:
        """Drags the list that holds the widget until its middle can be touched."""
        scroll = next((each for each in _ancestors(widget) if isinstance(each, ScrollView)), None)
        if scroll is None:
            return
        left, bottom = scroll.to_window(scroll.x, scroll.y)
        top, centre = bottom + scroll.height, bottom + scroll.height / 2
        edge = min(scroll.height * 0.1, widget.height / 2) - _ROUNDING
        for _drag in range(_MOST_DRAGS):
            middle = widget.to_window(*widget.center)[1]
            if bottom + edge <= middle <= top - edge:
                return
            reach = max(-scroll.height * 0.4, min(scroll.height * 0.4, centre - middle))
            self.drag(left + scroll.width * 0.4, centre - reach / 2, centre + reach / 2)


def _shown() -> Iterator[Widget]:
    """Every widget on the window, the topmost first."""
    for child in Window.children:
        yield from child.walk()


def _ancestors(widget: Widget) -> Iterator[Widget]:
    parent = widget.parent
    while parent is not None and parent is not Window:
        yield parent
        parent = parent.parent
