"""The parts a patron's screen is laid out with: its frame, the page, its heading line, an announcement, a fact."""

from typing import Any

from kivy.properties import BooleanProperty, ColorProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.bars import BottomBar


class Crown(BoxLayout):
    """On a screen that stands: whose terminal it is, where a hand on a wheelchair cannot reach. Nothing to touch is there."""

    text = StringProperty("")
    raised: Widget | None = ObjectProperty(None, allownone=True)
    """A part of the page that is shown here; without one, whose terminal it is."""

    def on_raised(self, _crown: "Crown", part: Widget | None) -> None:
        """Another part, taken out of where it stood, or none any more."""
        place = self.ids.raised
        place.clear_widgets()
        if part is not None:
            if part.parent is not None:
                part.parent.remove_widget(part)
            place.add_widget(part)


class Frame(BoxLayout):
    """A whole screen: the bar on top, the page, and the actions below it, or at its right where the theme `is_tight`."""

    is_tall = BooleanProperty(False)
    """The page needs more height than others, on a screen that stands."""
    above: Widget | None = ObjectProperty(None, allownone=True)
    """A part of the page that is only looked at: in low reach it stands above the bars, and the page has its room."""

    def __init__(self, **kwargs: Any) -> None:
        self._beside: BoxLayout | None = None
        super().__init__(**kwargs)

    def add_widget(self, widget: Widget, *args: Any, **kwargs: Any) -> None:
        """A bar or the page, in the order of the kv file."""
        if not (installed_theme().is_tight and isinstance(widget, Page | BottomBar)):
            super().add_widget(widget, *args, **kwargs)
            return
        if self._beside is None:
            self._beside = BoxLayout()
            super().add_widget(self._beside)
        self._beside.add_widget(widget)


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
