"""The parts a patron's screen is laid out with between its bars: the page, its heading line, an announcement, a fact."""

from kivy.properties import ColorProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout


class Crown(BoxLayout):
    """On a screen that stands: whose terminal it is, where a hand on a wheelchair cannot reach. Nothing to touch is there."""

    text = StringProperty("")


class Page(BoxLayout):
    """The room between the bars, with margins, one part below the other."""


class TitleLine(BoxLayout):
    """What the screen is about, and a note at its right end."""

    text = StringProperty("")
    note = StringProperty("")


class Announcement(BoxLayout):
    """One thing said large, in the middle of the reach."""

    icon = StringProperty("")
    heading = StringProperty("")
    text = StringProperty("")
    tone = ColorProperty()


class FactCard(BoxLayout):
    """A label and what it stands for."""

    label = StringProperty("")
    text = StringProperty("")
