"""Everything that is touched to do something: buttons by weight, and chips."""

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout


class TouchButton(ButtonBehavior, BoxLayout):
    """A word, and a sign before it where `icon` names one; `name_id` is how a finger of the tour or a test finds it."""

    name_id = StringProperty("")
    text = StringProperty("")
    icon = StringProperty("")
    ground = ColorProperty()
    ground_down = ColorProperty()
    outline = ColorProperty()
    ink = ColorProperty()
    room = NumericProperty(0)
    """How wide its word may be; one that needs more is set smaller, in two lines."""


class PrimaryButton(TouchButton):
    """The way on; one on a screen."""


class CommitButton(TouchButton):
    """What commits: the only vermilion on a screen."""


class SecondaryButton(TouchButton):
    """Anything else that is done here."""


class QuietButton(TouchButton):
    """What few need: a word to touch, without an outline."""


class Chip(TouchButton):
    """One of several short choices side by side."""

    is_chosen = BooleanProperty(False)
