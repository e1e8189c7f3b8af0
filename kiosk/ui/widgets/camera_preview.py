"""What the camera sees, with the outline to hold a card to and that of the code in view; leaves reading to the scanner."""

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.graphics.texture import Texture
from kivy.properties import BooleanProperty, ColorProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.terminal.ports import PreviewFrame
from kiosk.ui.outline import Point, filling, followed, widened

FRAMES_A_SECOND = 15
CARD_RATIO = 85.6 / 53.98
"""Width to height of a card (ISO/IEC 7810 ID-1)."""
OUTLINE_SHARE = 0.68
"""How much of the picture's shorter way the resting outline takes."""
FOLLOWED_A_FRAME = 0.6
"""How much of its way the outline of a code goes from one picture to the next."""
SHOWN_A_FRAME = 0.34
"""How fast the one outline gives way to the other: in a fifth of a second."""


class CameraPreview(Widget):
    """Asks `frames` for the newest picture while `is_on`; the last picture is dropped as soon as it is off or lost.

    `kind` is that of the guidance beside it and gives the outline of the code its colour; while a card is only asked for,
    stripes of a shirt or a shelf are not outlined.
    """

    frames: Callable[[], PreviewFrame | None] | None = ObjectProperty(None, allownone=True)
    is_on = BooleanProperty(False)
    kind = StringProperty("")
    waiting_text = StringProperty("")
    """Said in the place of the picture until there is one."""
    texture = ObjectProperty(None, allownone=True)
    picture_size = ListProperty([1, 1])
    """Of the whole picture, of which the middle is seen."""
    has_picture = BooleanProperty(False)
    ground = ColorProperty([0, 0, 0, 1])
    resting_width = NumericProperty(0)
    resting_height = NumericProperty(0)
    resting_colour = ColorProperty([1, 1, 1, 1])
    resting_edge = ColorProperty([0, 0, 0, 1])
    code_line = ListProperty([])
    """The outline of the code in view: x and y by turns, in the window's pixels."""
    code_shown = NumericProperty(0)
    """How much of it is seen, 0 to 1; the resting outline is seen for the rest."""
    code_margin = NumericProperty(0)
    code_colour = ColorProperty([1, 1, 1, 1])
    code_edge = ColorProperty([0, 0, 0, 1])

    def __init__(self, **kwargs: Any) -> None:
        self._code: list[Point] = []
        self._poll = Clock.create_trigger(self._look, 1 / FRAMES_A_SECOND, interval=True)
        super().__init__(**kwargs)
        for name in ("pos", "size"):
            self.fbind(name, self._fit)
        self.fbind("is_on", self._switch)
        self.fbind("parent", self._switch)
        self._switch()

    def _switch(self, *_: object) -> None:
        if self.is_on and self.parent is not None:
            self._poll()
            return
        self._poll.cancel()
        self._drop()

    def _drop(self) -> None:
        self.texture, self.has_picture = None, False
        self._code, self.code_line, self.code_shown = [], [], 0

    def _look(self, _dt: float) -> None:
        frame = self.frames() if self.frames is not None else None
        if frame is None:
            self._drop()
            return
        if self.texture is None or self.texture.size != (frame.width, frame.height):
            texture = Texture.create(size=(frame.width, frame.height), colorfmt="rgb")
            texture.flip_vertical()  # its rows run from the top
            self.texture, self.has_picture = texture, True
            self._fit()
        self.texture.blit_buffer(frame.rgb, colorfmt="rgb", bufferfmt="ubyte")
        self._follow(list(frame.outline) if self.kind != "asking" else [])
        self.canvas.ask_update()

    def _follow(self, outline: list[Point]) -> None:
        if outline:
            self._code = followed(self._code, outline, FOLLOWED_A_FRAME) if self._code else outline
        self.code_shown = min(max(self.code_shown + (SHOWN_A_FRAME if outline else -SHOWN_A_FRAME), 0), 1)
        if not self.code_shown:
            self._code = []
        self._draw_code()

    def _fit(self, *_: object) -> None:
        """The resting outline's size, and that of the picture of which the middle fills the widget."""
        self.resting_height = min(self.height * OUTLINE_SHARE, self.width * OUTLINE_SHARE / CARD_RATIO)
        self.resting_width = self.resting_height * CARD_RATIO
        if self.texture is not None:
            self.picture_size = filling(self.texture.size, self.size)
            self._draw_code()

    def _draw_code(self) -> None:
        width, height = self.picture_size
        left, top = self.center_x - width / 2, self.center_y + height / 2
        placed = [(left + x * width, top - y * height) for x, y in self._code]
        self.code_line = [part for point in widened(placed, self.code_margin) for part in point]
