"""A text as a code for a phone's camera: black on white with its quiet zone, every module a whole number of pixels."""

import segno
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.widget import Widget

QUIET_MODULES = 4
"""The white border that ISO/IEC 18004 asks for."""


def modules(text: str) -> list[bytes]:
    """The code's rows from the top, a byte a module: 0 for black, 255 for white. The quiet zone is around it."""
    code = segno.make(text, error="l", micro=False, encoding="utf-8", boost_error=True)
    return [bytes(0 if module else 255 for module in row) for row in code.matrix_iter(border=QUIET_MODULES)]


class QrCode(Widget):
    """Draws `text` as large as its room allows; nothing while there is no text. `side` is the side drawn, in pixels."""

    text = StringProperty("")
    side = NumericProperty(0)

    def __init__(self, **kwargs: object) -> None:
        self._rows: list[bytes] = []
        super().__init__(**kwargs)
        self.fbind("text", self._encode)
        self.fbind("pos", self._draw)
        self.fbind("size", self._draw)
        self._encode()

    def _encode(self, *_: object) -> None:
        self._rows = modules(self.text) if self.text else []
        self._draw()

    def _draw(self, *_: object) -> None:
        self.canvas.clear()
        count = len(self._rows)
        scale = int(min(self.size) // count) if count else 0
        self.side = scale * count
        if not scale:
            return
        texture = Texture.create(size=(count, count), colorfmt="luminance")
        texture.mag_filter = texture.min_filter = "nearest"
        texture.blit_buffer(b"".join(reversed(self._rows)), colorfmt="luminance", bufferfmt="ubyte")
        with self.canvas:
            Color(1, 1, 1, 1)
            left, bottom = round(self.center_x - self.side / 2), round(self.center_y - self.side / 2)
            Rectangle(texture=texture, pos=(left, bottom), size=(self.side, self.side))
