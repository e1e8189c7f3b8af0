"""Athena's owl, drawn in the theme's colours at any size; nobody else's picture."""

from kivy.graphics import Color, SmoothEllipse, SmoothLine, SmoothQuad, SmoothTriangle
from kivy.properties import BooleanProperty, ColorProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.ui.widgets.placed import Placed

Points = tuple[float, ...]

# All in shares of the side of the square that it sits in: x, y, x, y … of corners; left, foot, width, height of rounds.
_TRUNK: Points = (0.17, 0.1, 0.66, 0.78)
_HEAD: Points = (0.17, 0.46, 0.66, 0.44)
_EARS: tuple[Points, ...] = ((0.17, 0.62, 0.19, 0.97, 0.46, 0.82), (0.83, 0.62, 0.81, 0.97, 0.54, 0.82))
_FACE: tuple[Points, ...] = ((0.195, 0.47, 0.33, 0.33), (0.475, 0.47, 0.33, 0.33), (0.31, 0.14, 0.38, 0.36))
_FEATHERS: tuple[Points, ...] = (
    (0.35, 0.395, 0.39, 0.355, 0.43, 0.395),
    (0.46, 0.395, 0.5, 0.355, 0.54, 0.395),
    (0.57, 0.395, 0.61, 0.355, 0.65, 0.395),
    (0.405, 0.31, 0.445, 0.27, 0.485, 0.31),
    (0.515, 0.31, 0.555, 0.27, 0.595, 0.31),
)
_EYES: tuple[Points, ...] = ((0.28, 0.555, 0.16, 0.16), (0.56, 0.555, 0.16, 0.16))
_GLINTS: tuple[Points, ...] = ((0.365, 0.64, 0.05, 0.05), (0.645, 0.64, 0.05, 0.05))
_LIDS: tuple[Points, ...] = (
    (0.28, 0.64, 0.32, 0.61, 0.36, 0.6, 0.4, 0.61, 0.44, 0.64),
    (0.56, 0.64, 0.6, 0.61, 0.64, 0.6, 0.68, 0.61, 0.72, 0.64),
)
_BEAK: Points = (0.445, 0.56, 0.555, 0.56, 0.5, 0.46)
_BOOK: tuple[Points, ...] = (
    (0.22, 0.06, 0.5, 0.02, 0.5, 0.17, 0.22, 0.21),
    (0.78, 0.06, 0.5, 0.02, 0.5, 0.17, 0.78, 0.21),
)
_PAGES: tuple[Points, ...] = (
    (0.245, 0.082, 0.49, 0.046, 0.49, 0.166, 0.245, 0.202),
    (0.755, 0.082, 0.51, 0.046, 0.51, 0.166, 0.755, 0.202),
)
_WRITING: tuple[Points, ...] = (
    (0.29, 0.162, 0.45, 0.139),
    (0.29, 0.126, 0.45, 0.103),
    (0.71, 0.162, 0.55, 0.139),
    (0.71, 0.126, 0.55, 0.103),
)


class Owl(Placed):
    """It sits in the middle of its room, in a square of its shorter side. `is_asleep`: with its eyes shut."""

    body = ColorProperty()
    face = ColorProperty()
    beak = ColorProperty()
    is_asleep = BooleanProperty(False)
    FOLLOWED = ("body", "face", "beak", "is_asleep")

    def place(self) -> None:
        """Draws it where it sits."""
        self.canvas.clear()
        with self.canvas:
            Color(*self.body)
            self._rounds(_TRUNK, _HEAD)
            for ear in _EARS:
                SmoothTriangle(points=self._at(ear))
            Color(*self.face)
            self._rounds(*_FACE)
            Color(*self.body)
            self._strokes(0.011, *_FEATHERS)
            if self.is_asleep:
                self._strokes(0.016, *_LIDS)
            else:
                self._rounds(*_EYES)
                Color(*self.face)
                self._rounds(*_GLINTS)
            Color(*self.beak)
            SmoothTriangle(points=self._at(_BEAK))
            self._quads(*_BOOK)
            Color(*self.face)
            self._quads(*_PAGES)
            Color(*self.body)
            self._strokes(0.006, *_WRITING)

    @property
    def _side(self) -> float:
        return float(min(self.width, self.height))

    def _at(self, shares: Points) -> list[float]:
        left, foot = self.center_x - self._side / 2, self.center_y - self._side / 2
        return [(foot if at % 2 else left) + share * self._side for at, share in enumerate(shares)]

    def _rounds(self, *rounds: Points) -> None:
        for left, foot, width, height in rounds:
            SmoothEllipse(pos=self._at((left, foot)), size=(width * self._side, height * self._side), segments=90)

    def _quads(self, *quads: Points) -> None:
        for corners in quads:
            SmoothQuad(points=self._at(corners))

    def _strokes(self, width: float, *lines: Points) -> None:
        for line in lines:
            SmoothLine(points=self._at(line), width=max(1, self._side * width), cap="round", joint="round")


class Brand(Widget):
    """The owl beside the names of the terminal and its library; where there is no room for the names, the owl alone."""

    name = StringProperty("")
    library = StringProperty("")
