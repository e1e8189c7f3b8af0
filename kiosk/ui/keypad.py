"""Full use without looking: the keys of a keypad move and press the focus, and what is in focus or new is spoken.

It is joined to the application by a few calls; nothing on a screen knows of it.
"""

from dataclasses import replace
from typing import Any

from kivy.clock import Clock
from kivy.uix.widget import Widget

from kiosk.terminal import editing_keys
from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.speaker import Speaker
from kiosk.terminal.speaking import in_one, say_element
from kiosk.terminal.telling import Telling
from kiosk.terminal.terminal import Terminal
from kiosk.ui.focus import KEYPAD, Focus, Layer
from kiosk.ui.focus_moves import Direction
from kiosk.ui.focus_reading import element, heading, rows_seen
from kiosk.ui.focus_ring import FocusRing
from kiosk.ui.focus_stops import Stop
from kiosk.ui.widgets.text_field import TextField

LOOKS_PER_SECOND = 20
DOUBLE_STRIKE_SECONDS = 0.5
"""For who asked for more time, the same key pressed again so soon was meant once (EN 301 549 5.8)."""
_STUCK_SECONDS = 1.0
"""A key still down repeats many times a second; after so long without a sign of it it was let go unheard."""

_UP, _DOWN, _RIGHT, _LEFT = 273, 274, 275, 276
_ARROWS = {_UP: Direction.UP, _DOWN: Direction.DOWN, _LEFT: Direction.LEFT, _RIGHT: Direction.RIGHT}
_ESCAPE, _PAD_SLASH, _PAD_STAR, _PAD_MINUS, _PAD_PLUS = 27, 267, 268, 269, 270
_TAB = 9
"""Keys by SDL's numbers."""
BACK_NAMES = ("back", "keep", "close-sheet", "finish-narrowing", "close-comfort")
"""What leads back, on a screen or a sheet."""


class Keypad:
    """`root` is the window's content; the frame round the focus is put over it."""

    def __init__(self, terminal: Terminal, root: Widget) -> None:
        self._terminal = terminal
        self._ring = FocusRing()
        root.add_widget(self._ring)
        self._root = root
        self.focus = Focus(root, self._ring, lambda: terminal.presenter)
        self._speaker, self._telling = Speaker(terminal), Telling(terminal)
        self.looks = 0
        """How often the screen was looked at."""
        self._visit_id = 0
        self._visit_offered = 0
        self._said_layer: tuple[Layer, str] | None = None
        self._seen_layer: Layer | None = None
        self._said_stop: Stop | None = None
        self._said_element = ""
        self._greeting = ""
        self._has_typed = False
        self._held: dict[int, float] = {}
        self._struck = (0, 0.0)
        self._swallows = False
        self._typed_into = ""
        self._place = ""
        self._looking: Any = Clock.schedule_interval(self._look, 1 / LOOKS_PER_SECOND)
        terminal.take_keys(self._typed)

    def close(self) -> None:
        """Looks and speaks no more."""
        self._looking.cancel()
        self._speaker.hush()

    # keys

    def pressed(self, key: int) -> bool:
        """A key went down; true when it was meant for the focus."""
        is_first, self._swallows = self._is_first(key), False
        if not self.focus.is_on:
            if key not in (_UP, _DOWN) or self._is_warned():
                return False
            self._begin()
            return True
        is_warned = self._is_warned()
        self._terminal.touched()
        self._swallows = is_warned or not is_first or self._act(key)
        return self._swallows

    def released(self, key: int) -> None:
        """A key went up."""
        self._held.pop(key, None)

    def swallows(self) -> bool:
        """Whether the text that comes now is that of a key which the focus has taken."""
        return self._swallows

    def _is_first(self, key: int) -> bool:
        """False for a key that repeats because it is held, or that a trembling hand struck twice."""
        now, comfort = self._terminal.outside.seconds(), self._terminal.visit.comfort
        held, (last, struck) = self._held.get(key), self._struck
        self._held[key], self._struck = now, (key, now)
        is_repeat = held is not None and now - held <= _STUCK_SECONDS
        return not is_repeat and not (comfort.is_unhurried and key == last and now - struck < DOUBLE_STRIKE_SECONDS)

    def _is_warned(self) -> bool:
        return self._terminal.idle.phase is IdlePhase.WARNING

    def _act(self, key: int) -> bool:
        if key in _ARROWS or key == _TAB:
            self._has_typed = False
            if not self.focus.move(_ARROWS.get(key, Direction.RIGHT)):
                self._speaker.say(in_one(self._terminal.words, [self._terminal.words("spoken-edge"), self._in_focus()]))
            self._say_focus()
        elif key in (_ESCAPE, _PAD_SLASH):
            if not self.focus.press_first(BACK_NAMES):
                self._speaker.say(self._terminal.words("spoken-no-way-back"))
        elif key == _PAD_STAR:
            self._speaker.repeat()
        elif key in (_PAD_MINUS, _PAD_PLUS) and self.focus.field is None:
            self._speaker.louder(1 if key == _PAD_PLUS else -1)
        else:
            return False
        return True

    def _typed(self, character: str) -> bool:
        """What fingers typed, a moment later; true when it is not for the screen."""
        if not self.focus.is_on:
            return False
        if character == editing_keys.ENTER:
            return self._press()
        if character == editing_keys.TAB:
            return True
        self.focus.look()
        field = self.focus.field
        if field is None:
            if character == "0":
                self._speaker.repeat()
            elif character in "+-":
                self._speaker.louder(1 if character == "+" else -1)
            return field is None
        now = self.focus.now
        if now is not None and isinstance(now.widget, TextField) and now.name != field.name:
            self.focus.press()
        elif now is None or now.name != field.name:
            self.focus.go_to(field)
            self._note_focus()
        self._has_typed = True
        return False

    def _press(self) -> bool:
        """OK. On the field that is typed into it is Enter once something was typed, else it leads to the keys on the screen."""
        self.focus.look()
        now, field = self.focus.now, self.focus.field
        has_typed, self._has_typed = self._has_typed, False
        is_field = now is not None and isinstance(now.widget, TextField)
        is_active = is_field and now is not None and field is not None and now.name == field.name
        if is_active and has_typed:
            return False
        if not is_active and not self.focus.press():
            self._speaker.say(self._in_focus())
        if is_field and self.focus.to_keys():
            self._say_focus()
        return True

    # the finger, and time

    def touched(self, device: str) -> None:
        """A touch began: a finger takes the focus away and breaks off what is being said."""
        if device != KEYPAD:
            self.focus.end()
            self._speaker.hush()

    def _begin(self) -> None:
        self._terminal.touched()
        visit = self._terminal.visit
        if self._visit_offered != visit.visit_id and not visit.comfort.is_spoken and self._speaker.can_speak:
            self._terminal.choose_comfort(replace(visit.comfort, is_spoken=True))
            self._greeting = self._terminal.words("spoken-welcome")
        self._visit_offered = visit.visit_id
        self.focus.begin()
        self._said_layer, self._swallows = None, True

    def _look(self, _dt: float) -> None:
        """What changed by itself is seen and said."""
        self.looks += 1
        self._speaker.tick()
        if self._terminal.visit.visit_id != self._visit_id:
            self._visit_id = self._terminal.visit.visit_id
            self.focus.end()
            self._telling.forget()
            self._said_layer, self._said_element, self._has_typed = None, "", False
        if not (self.focus.is_on or self._speaker.is_on):
            return
        layer = self.focus.layer()
        is_settled, self._seen_layer = layer == self._seen_layer, layer
        if not is_settled:
            return
        self.focus.look()
        self._raise_ring()
        if self._speaker.is_on:
            self._tell(layer)

    def _raise_ring(self) -> None:
        """The ring stays over what is laid over the screen later."""
        if self._root.children[0] is not self._ring:
            self._root.remove_widget(self._ring)
            self._root.add_widget(self._ring)

    def _tell(self, layer: Layer) -> None:
        said = (layer, self._terminal.words.language)
        idle = self._telling.idle_left()
        if said != self._said_layer:
            is_own_screen = self._said_layer is None or self._said_layer[0][0] is not layer[0] or self._said_layer[1] != said[1]
            self._said_layer = said
            whole = self._telling.whole() if is_own_screen else self._telling.changes()
            title, greeting, self._greeting = idle or heading(self.focus.top), self._greeting, ""
            self._speaker.say(in_one(self._terminal.words, [greeting, title, whole, self._in_focus()]))
            self._note_focus()
            self._next_field()
            self._turned()
            return
        changes = [self._telling.changes(), idle, self._next_field(), self._turned()]
        self._speaker.say(in_one(self._terminal.words, changes))
        self._say_focus(interrupts=False)

    def _next_field(self) -> str:
        """The field that is typed into now, when it is another one and not itself in focus."""
        field, before = self.focus.field, self._typed_into
        self._typed_into = field.name if field is not None else ""
        if field is None or not before or before == field.name or self.focus.now is field:
            return ""
        return say_element(self._terminal.words, element(field, self._terminal.words))

    def _turned(self) -> str:
        """Which rows are seen now, when they are others."""
        before, self._place = self._place, rows_seen(self.focus.top, self._terminal.words)
        return self._place if before and self._place != before and not self.focus.is_in_list else ""

    def _in_focus(self) -> str:
        now = self.focus.now
        if now is None:
            return ""
        return say_element(
            self._terminal.words, element(now, self._terminal.words), self._terminal.visit.comfort.speaks_passwords
        )

    def _say_focus(self, interrupts: bool = True) -> None:
        """Says what is in focus, if that is another thing than it was, or it is chosen or not any more."""
        now, before = self.focus.now, self._said_stop
        said = self._in_focus()
        is_same = before is not None and now is not None and now.widget is before.widget and now.name == before.name
        if is_same and (said == self._said_element or isinstance(now.widget if now else None, TextField)):
            self._said_element = said
            return
        self._note_focus()
        self._speaker.say(said, interrupts)

    def _note_focus(self) -> None:
        self._said_stop, self._said_element = self.focus.now, self._in_focus()
