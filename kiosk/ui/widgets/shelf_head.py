"""What stands over and under a shelf: its name, whose books they are, and the ways to the left and to the right."""

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout


class ShelfHead(BoxLayout):
    """The heading, as `text` or with kana as `runs`, and the choice of this branch or all where there is one."""

    text = StringProperty("")
    runs = ObjectProperty(())
    branches = ObjectProperty(())
    presenter = ObjectProperty(None, allownone=True)


class ShelfPager(BoxLayout):
    """Where on the shelf the patron stands, as `text` or with kana as `runs`, and the neighbours to the left and right."""

    text = StringProperty("")
    runs = ObjectProperty(())
    previous_text = StringProperty("")
    next_text = StringProperty("")
    has_previous = BooleanProperty(False)
    has_next = BooleanProperty(False)
    presenter = ObjectProperty(None, allownone=True)


class RubyAnnouncement(BoxLayout):
    """One thing said large, with kana over its kanji where `text` and `note` have them (see `terminal.ruby_words`)."""

    icon = StringProperty("")
    text = StringProperty("")
    note = StringProperty("")
