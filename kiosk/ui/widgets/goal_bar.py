"""How much of something is reached, as a bar; what is reached is said beside it in words."""

from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.widget import Widget


class GoalBar(Widget):
    """`share` is from 0 to 1."""

    share = NumericProperty(0)
    is_reached = BooleanProperty(False)
