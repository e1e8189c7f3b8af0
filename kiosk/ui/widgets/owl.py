"""Athena's owl, drawn in the theme's colours at any size; nobody else's picture."""

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget


class Owl(Widget):
    """It sits in the middle of its room, in a square of its shorter side. `is_asleep`: with its eyes shut."""

    body = ColorProperty()
    face = ColorProperty()
    beak = ColorProperty()
    is_asleep = BooleanProperty(False)
    side = NumericProperty(0)
    left = NumericProperty(0)
    base = NumericProperty(0)


class Brand(Widget):
    """The owl beside the names of the terminal and its library; where there is no room for the names, the owl alone."""

    name = StringProperty("")
    library = StringProperty("")
