"""A real window in which one screen at a time is drawn, settled and looked at; keeps Kivy's inner workings out of the rest."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.domain.errors import KioskError
from kiosk.ui.theme import DEFAULT_DIAGONAL_INCHES, Theme, install
from kiosk.ui.window import prepare_window

MOST_FRAMES = 400


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
    """The window of this process. `turn` gives it another size and theme; `show` puts one screen on it."""

    def __init__(self, width: int, height: int, diagonal_inches: float = DEFAULT_DIAGONAL_INCHES) -> None:
        prepare_window(width, height, fullscreen=False)
        from kivy.base import EventLoop
        from kivy.core.window import Window

        self._loop, self._window = EventLoop, Window
        self._loop.ensure_window()
        self._loop.start()
        self.theme: Theme
        self.turn(width, height, diagonal_inches)
        from kiosk.ui.kv_files import load_screens

        load_screens()

    def turn(self, width: int, height: int, diagonal_inches: float = DEFAULT_DIAGONAL_INCHES) -> None:
        """Another screen, with the theme worked out for it."""
        self._clear()
        self.size = (width, height)
        self._window.size = self.size
        self.theme = Theme.for_screen(width, height, diagonal_inches)
        install(self.theme)
        self.settle()

    def _clear(self) -> None:
        for widget in list(self._window.children):
            self._window.remove_widget(widget)

    def show(self, widget: Any) -> None:
        """Draws the widget alone in the window and lets its layout settle."""
        self._clear()
        self._window.clearcolor = self.theme.colours.paper
        self._window.add_widget(widget)
        self.settle()

    def settle(self, turns: int = 4) -> None:
        """Lets layouts and triggers run, then draws one frame."""
        from kivy.clock import Clock
        from kivy.lang import Builder

        for _ in range(turns):
            Clock.tick()
            Builder.sync()
            Clock.tick_draw()
        self._loop.idle()

    def until(self, condition: Callable[[], bool]) -> None:
        """Lets frames pass until the condition holds. Raises TimeoutError when it does not after very many."""
        for _ in range(MOST_FRAMES):
            if condition():
                return
            self.settle(1)
        raise TimeoutError("the screen did not settle")

    def picture(self, file: Path) -> None:
        """Writes what is in the window as a PNG."""
        self.settle(2)
        written = Path(self._window.screenshot(name=str(file.with_suffix(".png"))))
        written.replace(file)
