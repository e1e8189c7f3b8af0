"""A field of a form: what was typed with its caret, its label, a hint while it is empty, and what is wrong with it."""

from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout


class TextField(ButtonBehavior, BoxLayout):
    """`text` is what may be shown; the whole of it, label and fault included, is one thing to touch."""

    name_id = StringProperty("")
    label = StringProperty("")
    text = StringProperty("")
    hint = StringProperty("")
    fault = StringProperty("")
    is_active = BooleanProperty(False)
