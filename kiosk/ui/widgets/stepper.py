"""Where a patron is on the way from the cart to the hold."""

from typing import ClassVar

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout


class StepMark(BoxLayout):
    """One stage of the way: passed, present or to come."""

    text = StringProperty("")
    number = StringProperty("")
    is_now = BooleanProperty(False)
    is_passed = BooleanProperty(False)


class Stepper(BoxLayout):
    """All stages; `now` is the present one, from 0."""

    STAGES: ClassVar = ("cart", "pickup", "login", "confirm", "done")
    words = ObjectProperty(None, allownone=True)
    now = NumericProperty(0)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        for name in ("words", "now"):
            self.fbind(name, self._show)
        self._show()

    def _show(self, *_: object) -> None:
        if not self.children:
            for number in range(1, len(self.STAGES) + 1):
                self.add_widget(StepMark(number=str(number)))
        for at, (mark, stage) in enumerate(zip(reversed(self.children), self.STAGES, strict=True)):
            mark.text = self.words(f"stepper-{stage}") if self.words else ""
            mark.is_now, mark.is_passed = at == self.now, at < self.now
