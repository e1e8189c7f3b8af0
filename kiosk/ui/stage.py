"""A real window in which one screen at a time is drawn, settled and looked at; keeps Kivy's inner workings out of the rest."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from kiosk.domain.errors import KioskError
from kiosk.ui.theme import Theme, install
from kiosk.ui.window import prepare_window

MOST_FRAMES = 400
FRAME_SECONDS = 1 / 30
LAYOUT_PASSES = 60
"""As many as the application allows in one frame."""


class NoDisplay(KioskError):
    """No window can be opened here; the message says why."""


@contextmanager
def display(width: int, height: int) -> Iterator[None]:
    """A screen of its own for this process, of that many pixels. Raises NoDisplay."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    try:
        server = subprocess.Popen(  # noqa: S603 - Debian's own program, with our own arguments
            command, pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except FileNotFoundError as error:
        raise NoDisplay("Xvfb is not installed") from error
    finally:
        os.close(write_end)
    with os.fdopen(read_end) as numbers:
        number = numbers.readline().strip()
    try:
        if not number:
            raise NoDisplay("Xvfb did not start")
        os.environ.pop("WAYLAND_DISPLAY", None)
        os.environ["DISPLAY"] = f":{number}"
        os.environ["SDL_VIDEODRIVER"] = "x11"
        yield
    finally:
        server.terminate()
        server.wait()


class Stage:
    """The window of this process, and its time: only `settle` lets it pass, the same at every run.

    `turn` makes it another screen; `show` puts one widget on it. Not `is_smooth`: edges are jagged, and painted faster.
    """

    def __init__(self, theme: Theme, is_smooth: bool = True) -> None:
        prepare_window(theme.width, theme.height, fullscreen=False)
        if not is_smooth:
            from kivy.config import Config

            Config.set("graphics", "multisamples", "0")
        from kivy.base import EventLoop
        from kivy.clock import Clock
        from kivy.core.window import Window

        self._loop, self._window, self._clock = EventLoop, Window, Clock
        self._now = Clock.time()
        Clock.time = self._time
        Clock._max_fps = 0.0  # no waiting for the time of the next frame
        Clock.max_iteration = LAYOUT_PASSES
        self._loop.ensure_window()
        self._loop.start()
        self.theme = theme
        self.turn(theme)
        from kiosk.ui.kv_files import load_screens

        load_screens()

    def _time(self) -> float:
        return self._now

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.theme.width, self.theme.height

    def turn(self, theme: Theme) -> None:
        """Another screen; what is made from now on is made for it."""
        self._clear()
        self.theme = theme
        if tuple(self._window.size) != self.size:
            self._window.size = self.size
            self._loop.idle()
        install(theme)
        self._window.clearcolor = theme.colours.paper

    def _clear(self) -> None:
        for widget in list(self._window.children):
            self._window.remove_widget(widget)

    def show(self, widget: Any) -> None:
        """Puts the widget alone in the window and lets its layout settle."""
        self._clear()
        self._window.add_widget(widget)
        self.settle()

    def forget_broken(self) -> None:
        """To be called after a screen broke while it was made: Kivy would take its rules for still being applied."""
        from kivy.lang import Builder

        Builder.rulectx.clear()

    def settle(self, frames: int = 4, seconds: float = FRAME_SECONDS) -> None:
        """Lets layouts and triggers run for so many frames, each that long; nothing is painted."""
        from kivy.lang import Builder

        for _ in range(frames):
            self._now += seconds
            self._clock.tick()
            Builder.sync()
            self._clock.tick_draw()

    def until(self, condition: Callable[[], bool]) -> None:
        """Lets frames pass until the condition holds. Raises TimeoutError when it does not after very many."""
        for _ in range(MOST_FRAMES):
            if condition():
                return
            self.settle(1)
        raise TimeoutError("the screen did not settle")

    def pixels(self) -> bytes:
        """Paints what is in the window now: red, green, blue of every pixel, row by row from the bottom."""
        from kivy.graphics.opengl import GL_PACK_ALIGNMENT, GL_RGB, GL_UNSIGNED_BYTE, glPixelStorei, glReadPixels

        self._window.canvas.ask_update()
        self._window.dispatch("on_draw")
        glPixelStorei(GL_PACK_ALIGNMENT, 1)
        return bytes(glReadPixels(0, 0, *self.size, GL_RGB, GL_UNSIGNED_BYTE))
