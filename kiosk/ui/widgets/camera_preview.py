"""What the camera sees, with the outline to hold a card to; leaves reading the card to the scanner."""

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.graphics.texture import Texture
from kivy.properties import BooleanProperty, ColorProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.terminal.ports import PreviewFrame

FRAMES_A_SECOND = 15
CARD_RATIO = 85.6 / 53.98
"""Width to height of a card (ISO/IEC 7810 ID-1)."""
OUTLINE_SHARE = 0.68
"""How much of the picture's shorter way the outline takes."""


class CameraPreview(Widget):
    """Asks `frames` for the newest picture while `is_on`; the last picture is dropped as soon as it is off."""

    frames: Callable[[], PreviewFrame | None] | None = ObjectProperty(None, allownone=True)
    is_on = BooleanProperty(False)
    waiting_text = StringProperty("")
    """Said in the place of the picture until there is one."""
    texture = ObjectProperty(None, allownone=True)
    has_picture = BooleanProperty(False)
    tex_coords = ListProperty([0, 1, 1, 1, 1, 0, 0, 0])
    ground = ColorProperty([0, 0, 0, 1])
    outline_width = NumericProperty(0)
    outline_height = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self._poll = Clock.create_trigger(self._look, 1 / FRAMES_A_SECOND, interval=True)
        super().__init__(**kwargs)
        self.fbind("size", self._fit)
        self.fbind("is_on", self._switch)
        self.fbind("parent", self._switch)
        self._switch()

    def _switch(self, *_: object) -> None:
        if self.is_on and self.parent is not None:
            self._poll()
            return
        self._poll.cancel()
        self.texture = None
        self.has_picture = False

    def _look(self, _dt: float) -> None:
        frame = self.frames() if self.frames is not None else None
        if frame is None:
            return
        if self.texture is None or self.texture.size != (frame.width, frame.height):
            self.texture = Texture.create(size=(frame.width, frame.height), colorfmt="rgb")
            self.has_picture = True
            self._fit()
        self.texture.blit_buffer(frame.rgb, colorfmt="rgb", bufferfmt="ubyte")
        self.canvas.ask_update()

    def _fit(self, *_: object) -> None:
        """The outline's size, and the middle of the picture that fills the widget. Texture rows run from the top."""
        self.outline_height = min(self.height * OUTLINE_SHARE, self.width * OUTLINE_SHARE / CARD_RATIO)
        self.outline_width = self.outline_height * CARD_RATIO
        if self.texture is None or not self.width or not self.height:
            return
        scale = max(self.width / self.texture.width, self.height / self.texture.height)
        u = (1 - self.width / (self.texture.width * scale)) / 2
        v = (1 - self.height / (self.texture.height * scale)) / 2
        self.tex_coords = [u, 1 - v, 1 - u, 1 - v, 1 - u, v, u, v]
