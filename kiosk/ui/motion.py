"""What moves on the screen, and how briefly; nothing moves for a patron who does not want it."""

from kivy.animation import Animation
from kivy.uix.widget import Widget

from kiosk.ui.theme import installed_theme

APPEARING_SECONDS = 0.12
"""Less than 200 ms (DESIGN.md), so that a hand is never waited for."""
_FAINT = 0.3


def appear(widget: Widget) -> None:
    """Lets something laid over the screen come out of it. It can be touched at once."""
    Animation.cancel_all(widget, "opacity")
    if installed_theme().has_motion:
        widget.opacity = _FAINT
        Animation(opacity=1, duration=APPEARING_SECONDS).start(widget)
    else:
        widget.opacity = 1
