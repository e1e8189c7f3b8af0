"""What every scene of the tour plays with: the finger, the recorder, the desk, and the demo library's fixed points."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.central.demo import DemoPatron
from kiosk.client.desk import HttpDesk
from kiosk.domain.profile import Profile
from kiosk.terminal.terminal import Terminal
from kiosk.terminal.visit import Step
from kiosk.tour.recorder import Recorder
from kiosk.ui.finger import Finger

PASSWORD = "athena26"
"""Long enough and short enough for every library."""


@dataclass(frozen=True, slots=True)
class Props:
    """The patron, the work's volumes in order, one more title, the copies' numbers, and what is held in the fewest touches."""

    patron: DemoPatron
    series_words: str
    series: tuple[str, ...]
    series_items: tuple[str, ...]
    single_words: str
    single: str
    quick_series_words: str
    quick_series: tuple[str, ...]
    quick_single_words: str
    quick_single: str


@dataclass(frozen=True, slots=True)
class Player:
    """The patron's hand and the desk's, and what both know."""

    finger: Finger
    terminal: Terminal
    recorder: Recorder
    desk: HttpDesk
    props: Props

    @property
    def profile(self) -> Profile:
        """The library's profile."""
        return self.terminal.profile

    def is_at(self, step: Step) -> bool:
        """Whether the visit stands there, with nothing awaited any more."""
        return self.terminal.visit.step is step and not self.terminal.presenter.awaiting

    def type(self, field: str, text: str) -> None:
        """Types into a field by touches; its keyboard comes with it."""
        if self.terminal.presenter.form.active != field:  # type: ignore[attr-defined]  # a form's presenter
            self.finger.tap(f"field-{field}")
        for key in keys(text):
            self.finger.tap(f"key-{key}")
        self.finger.until(lambda: self.form_text(field) == text, f"{field} typed")

    def search(self, words: str, title: str) -> None:
        """Keys words on the search screen, whatever stood there, and goes to the results."""
        self.finger.tap("key-clear")
        self.finger.tap("key-layout-kana")  # where English is read, letters come first
        for key in keys(words):
            self.finger.tap(f"key-{key}")
        self.recorder.see(lambda: self.form_text("query") == words, f"{title}-typed")
        self.recorder.tap_to("primary", Step.RESULTS, title)

    def form_text(self, field: str) -> str:
        """What stands in a field of the step's form; empty where it has none of that name."""
        form = getattr(self.terminal.presenter, "form", None)
        return form[field] if form is not None and any(each.name == field for each in form.fields) else ""


def keys(text: str) -> Iterator[str]:
    """The keys for a text: a voiced kana is its plain one and then the mark."""
    marks = {"\u3099": "dakuten", "\u309a": "handakuten"}
    for character in text:
        for part in unicodedata.normalize("NFD", character):
            yield marks.get(part, part)
