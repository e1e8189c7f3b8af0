"""A real window in which one widget at a time is drawn, settled and looked at; keeps Kivy's inner workings out of the tests."""

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

SIDE = 1920
LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)


@contextmanager
def display():
    """A screen of its own for this process, or the reason why there is none (a RuntimeError)."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{SIDE}x{SIDE}x24", "-nolisten", "tcp"]
    try:
        server = subprocess.Popen(command, pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise RuntimeError("Xvfb is not installed") from error
    os.close(write_end)
    with os.fdopen(read_end) as numbers:
        number = numbers.readline().strip()
    if not number:
        raise RuntimeError("Xvfb did not start")
    os.environ["DISPLAY"] = f":{number}"
    os.environ["SDL_VIDEODRIVER"] = "x11"
    try:
        yield
    finally:
        server.terminate()
        server.wait()


class Stage:
    """The window. `turn` gives it another size and theme; `show` puts one widget on it."""

    def __init__(self, size=LANDSCAPE):
        from kiosk.ui.window import prepare_window

        prepare_window(*size, fullscreen=False)
        from kivy.base import EventLoop
        from kivy.core.window import Window

        self._loop, self._window = EventLoop, Window
        self._loop.ensure_window()
        self._loop.start()
        self.turn(size)
        from kiosk.ui.kv_files import load_screens

        load_screens()

    def turn(self, size):
        """Another size, with the theme worked out for it."""
        from kiosk.ui.theme import Theme, install

        self.clear()
        self.size = size
        self._window.size = size
        self.theme = Theme.for_screen(*size)
        install(self.theme)
        self.settle()

    def clear(self):
        for widget in list(self._window.children):
            self._window.remove_widget(widget)

    def show(self, widget):
        """Draws the widget alone in the window and lets its layout settle."""
        self.clear()
        self._window.clearcolor = self.theme.colours.paper
        self._window.add_widget(widget)
        self.settle()

    def settle(self, turns=4):
        """Lets layouts and triggers run, then draws one frame."""
        from kivy.clock import Clock
        from kivy.lang import Builder

        for _ in range(turns):
            Clock.tick()
            Builder.sync()
            Clock.tick_draw()
        self._loop.idle()

    def until(self, condition, most_frames=400):
        """Lets frames pass until the condition holds."""
        for _ in range(most_frames):
            if condition():
                return
            self.settle(1)
        raise TimeoutError("the screen did not settle")

    def picture(self, file: Path):
        """Writes what is in the window as a PNG."""
        from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels
        from PIL import Image

        self.settle(2)
        self._window.on_draw()
        width, height = self.size
        rows = glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE)
        Image.frombytes("RGB", (width, height), bytes(rows)).transpose(Image.Transpose.FLIP_TOP_BOTTOM).save(file)
