"""The search field of the rest screen: a large invitation to touch."""

from kivy.properties import StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout


class SearchInvitation(ButtonBehavior, BoxLayout):
    """Looks like a field to type into and opens the search."""

    name_id = StringProperty("")
    text = StringProperty("")
