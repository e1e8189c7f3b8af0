"""Large things to touch: a tile that opens a part of the patron's menu, and a line to check."""

from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout


class MenuTile(ButtonBehavior, BoxLayout):
    """`icon` is a name of the icon font; `mark` is a short text, in the colours of `mark_kind`."""

    name_id = StringProperty("")
    icon = StringProperty("")
    text = StringProperty("")
    note = StringProperty("")
    mark = StringProperty("")
    mark_kind = StringProperty("plain")
    is_small = BooleanProperty(False)


class CheckLine(ButtonBehavior, BoxLayout):
    """A sentence with a box to check."""

    name_id = StringProperty("")
    text = StringProperty("")
    is_checked = BooleanProperty(False)
