"""What a state has to tell besides its content: what is awaited, what went wrong, or what was just done."""

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout


class StateNotice(BoxLayout):
    """Takes no room while there is nothing to tell. `state` may have `awaiting` and `problem`; `notice` is a sentence."""

    state = ObjectProperty(None, allownone=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    notice = StringProperty("")
    is_narrow = BooleanProperty(False)
