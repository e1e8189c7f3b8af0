"""The one short line that says how the card is seen, below the camera's picture; always of the same height."""

from kivy.properties import ColorProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.presenters.guidance import CardGuidance

SIGNS = {
    "asking": "credit-card",
    "reading": "scan",
    "read": "circle-check",
    "advice": "info-circle",
    "wrong": "alert-triangle",
    "no_camera": "info-circle",
}


class GuidanceBand(BoxLayout):
    """Shows a `CardGuidance`. The sign says the same as the colour; two lines have room, so that no sentence moves the rest."""

    guidance: CardGuidance | None = ObjectProperty(None, allownone=True)
    text = StringProperty("")
    kind = StringProperty("asking")
    sign = StringProperty("")
    font_size = NumericProperty(20)
    ground = ColorProperty()
    ink = ColorProperty()

    def on_guidance(self, _band: "GuidanceBand", guidance: CardGuidance | None) -> None:
        """Another sight."""
        if guidance is not None:
            self.text, self.kind, self.sign = guidance.sentence, guidance.kind.value, SIGNS[guidance.kind.value]
