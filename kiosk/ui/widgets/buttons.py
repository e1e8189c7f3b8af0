"""Everything that is touched to do something: buttons by weight, and chips."""

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.annotated import plain
from kiosk.ui.fonts import drawable
from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.text import advance


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

    @staticmethod
    def word_size(text: str, room: float) -> int:
        """The font size for that word in so much room. It follows from the word alone: what followed from its own drawing
        could turn back and forth for ever.
        """
        theme = installed_theme()
        longest = max(sum(advance(each, theme.label, True) for each in line) for line in drawable(plain(text)).split("\n"))
        return theme.label if longest <= room else theme.body


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
