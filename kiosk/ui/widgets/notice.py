"""What went wrong and what to do instead, in a band; and what is awaited, in a line."""

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.saying import Said
from kiosk.ui.widgets.stages import BuiltLate


class Notice(BuiltLate, BoxLayout):
    """`problem` is a `Said`; where it can be tried again there is a button for it."""

    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    retry_key = StringProperty("notice-retry")
    is_narrow = BooleanProperty(False)
    """There is no room for the button beside the text."""
    problem: Said | None = ObjectProperty(None, allownone=True, rebind=True)


class LoadingLine(BuiltLate, BoxLayout):
    """Says what is awaited; never a sign alone."""

    text = StringProperty("")
