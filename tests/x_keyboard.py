"""Keys pressed in the X server itself, as by a keyboard or a hand scanner that types: they take the way through the window."""

import ctypes
import ctypes.util
import os
import time

_NAMES = {"\r": "Return", "\t": "Tab", "]": "bracketright", "$": "dollar"}
_SHIFTED = {"$"}


class XKeyboard:
    """Presses keys by the XTEST extension. Raises OSError without its library or an X server."""

    def __init__(self) -> None:
        library = ctypes.util.find_library("Xtst")
        if library is None or not os.environ.get("DISPLAY"):
            raise OSError("no XTEST library, or no X server")
        self._x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._test = ctypes.CDLL(library)
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        for name in ("XFlush", "XCloseDisplay"):
            getattr(self._x, name).argtypes = [ctypes.c_void_p]
        self._test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x.XOpenDisplay(None)

    def type(self, text: str, gap_seconds: float) -> None:
        """Types these characters with that gap between them, by the clock: a busy machine makes no scanner slower."""
        began = time.monotonic()
        for at, character in enumerate(text):
            time.sleep(max(0.0, began + at * gap_seconds - time.monotonic()))
            keys = [_NAMES.get(character, character.lower())]
            if character.isupper() or character in _SHIFTED:
                keys.insert(0, "Shift_L")
            for is_down, names in ((1, keys), (0, reversed(keys))):
                for name in names:
                    self._press(name, is_down)

    def close(self) -> None:
        """Lets go of the X server."""
        self._x.XCloseDisplay(self._display)

    def _press(self, name: str, is_down: int) -> None:
        code = self._x.XKeysymToKeycode(self._display, self._x.XStringToKeysym(name.encode()))
        self._test.XTestFakeKeyEvent(self._display, code, is_down, 0)
        self._x.XFlush(self._display)
