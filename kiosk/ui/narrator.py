"""Tells who does not see the screen what is new on it and what is in focus; leaves keys, and finding these, to others."""

from kiosk.terminal.speaker import Speaker
from kiosk.terminal.speaking import in_one, say_element
from kiosk.terminal.telling import Telling
from kiosk.terminal.terminal import Terminal
from kiosk.ui.focus import Focus, Layer
from kiosk.ui.focus_reading import element, lead, opening, rows_seen
from kiosk.ui.focus_stops import Stop
from kiosk.ui.widgets.text_field import TextField


class Narrator:
    """A screen just opened is told whole: what it is about, what went wrong, what there is, and what is in focus. Then only
    what is new is told, at once when a key made it so, else after what is being said.
    """

    def __init__(self, terminal: Terminal, focus: Focus) -> None:
        self._terminal, self._focus = terminal, focus
        self._telling = Telling(terminal)
        self.speaker = Speaker(terminal)
        self._greeting = ""
        self.forget()

    def forget(self) -> None:
        """Nothing was said yet; what was is dropped."""
        self._telling.forget()
        self._opened: tuple[Layer, str, str] | None = None
        self._stop: Stop | None = None
        self._said = self._place = self._typed_into = ""

    def greet(self) -> None:
        """Before the screen is told it is said how the keys are used."""
        self._greeting = self._terminal.words("spoken-welcome")
        self._opened = None

    def open_anew(self) -> None:
        """The whole screen is told again."""
        self._opened = None

    def tell(self, layer: Layer) -> None:
        """Tells what is new since it was asked last; to be asked some times a second while somebody wants to hear."""
        words, before, idle = self._terminal.words, self._opened, self._telling.idle_left()
        title = opening(self._focus.top)
        if before is not None and before[0] == layer and not title:
            title = before[1]
        self._opened = now = (layer, title, words.language)
        if now == before:
            changes = [self._telling.changes(), idle, self._next_field(), self._turned()]
            self.speaker.say(in_one(words, changes))
            self.say_focus(interrupts=False)
            return
        is_sheet = before is not None and before[0] != layer and before[0][0] is layer[0]
        content = self._telling.changes() if is_sheet and before is not None and before[2] == now[2] else self._telling.whole()
        greeting, self._greeting = self._greeting, ""
        beside = [] if is_sheet or idle else lead(self._focus.top)
        self.speaker.say(in_one(words, [greeting, idle or title, *beside, content, self._in_focus()]))
        self.note_focus()
        self._next_field()
        self._turned()

    def say_focus(self, interrupts: bool = True) -> None:
        """Says what is in focus, if that is another thing than it was, or it is chosen or not any more."""
        now, before = self._focus.now, self._stop
        said = self._in_focus()
        is_same = before is not None and now is not None and now.widget is before.widget
        is_field = now is not None and isinstance(now.widget, TextField)
        is_other = said != self._said
        self.note_focus()
        if not is_same or (is_other and not is_field and not self._telling.is_awaiting):
            self.speaker.say(said, interrupts)

    def say_again(self, message: str = "") -> None:
        """Says what is in focus once more, after a sentence of that id."""
        words = self._terminal.words
        self.speaker.say(in_one(words, [words(message) if message else "", self._in_focus()]))

    def note_focus(self) -> None:
        """What is in focus counts as said."""
        self._stop, self._said = self._focus.now, self._in_focus()

    def _in_focus(self) -> str:
        now, words = self._focus.now, self._terminal.words
        return say_element(words, element(now, words), self._terminal.visit.comfort.speaks_passwords) if now is not None else ""

    def _next_field(self) -> str:
        """The field that is typed into now, when it is another one and not itself in focus."""
        field, before = self._focus.field, self._typed_into
        self._typed_into = field.name if field is not None else ""
        if field is None or not before or before == field.name or self._focus.now is field:
            return ""
        return say_element(self._terminal.words, element(field, self._terminal.words))

    def _turned(self) -> str:
        """Which rows are seen now, when they are others."""
        before, self._place = self._place, rows_seen(self._focus.top, self._terminal.words)
        return self._place if before and self._place != before and not self._focus.is_in_list else ""
