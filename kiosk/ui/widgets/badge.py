"""A short word in its colour: a state, a remark, an availability. The word and the sign say the same as the colour."""

from kivy.properties import ColorProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout


class Badge(BoxLayout):
    """`kind` is good, care, error, action or plain; an empty text takes no room."""

    text = StringProperty("")
    kind = StringProperty("plain")
    icon = StringProperty("")
    ground = ColorProperty()
    ink = ColorProperty()
