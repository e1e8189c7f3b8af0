"""The frame round what the keys' focus is on: dark between two light lines, so that it stands out from every ground."""

from kivy.core.window import Window
from kivy.graphics import Color, SmoothLine
from kivy.uix.widget import Widget

from kiosk.ui.structure import Box
from kiosk.ui.theme import installed_theme

_DARK_MM = 1.8
_LIGHT_MM = 0.9
_GAP_MM = 0.3
_KEY_MM = 34
"""What is less wide stands close among others: the frame lies on its edge, lest it cover their words."""


class FocusRing(Widget):
    """Lies over everything and is never touched. Without a box nothing is drawn; at the window's edge it stays inside."""

    def __init__(self, **options: object) -> None:
        super().__init__(size_hint=(None, None), size=(0, 0), **options)
        self.box: Box | None = None

    def collide_point(self, _x: float, _y: float) -> bool:
        """What lies below is touched."""
        return False

    def put_round(self, box: Box | None) -> None:
        """Draws the frame round that box, or nothing."""
        if box == self.box:
            return
        self.box = box
        self.canvas.clear()
        if box is not None:
            self._draw(box)

    def _draw(self, box: Box) -> None:
        theme = installed_theme()
        dark, light, gap = (max(2, theme.mm(each)) for each in (_DARK_MM, _LIGHT_MM, _GAP_MM))
        room = 0 if box.right - box.left < theme.mm(_KEY_MM) else gap + light + dark / 2
        edge = light + dark / 2
        left, bottom = max(edge, box.left - room), max(edge, box.bottom - room)
        right, top = min(Window.width - edge, box.right + room), min(Window.height - edge, box.top + room)
        if right <= left or top <= bottom:
            return
        frame = (left, bottom, right - left, top - bottom, theme.radius + room)
        with self.canvas:
            Color(*theme.colours.surface)
            SmoothLine(rounded_rectangle=frame, width=dark / 2 + light)
            Color(*theme.colours.ink)
            SmoothLine(rounded_rectangle=frame, width=dark / 2)
