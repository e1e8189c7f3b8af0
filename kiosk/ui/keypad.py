"""Full use without looking: the keys of a keypad move and press the focus, and what is in focus or new is spoken.

It is joined to the application by a few calls; nothing on a screen knows of it.
"""

from dataclasses import replace
from typing import Any

from kivy.clock import Clock
from kivy.uix.widget import Widget

from kiosk.terminal import editing_keys
from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.terminal import Terminal
from kiosk.ui.focus import KEYPAD, Focus, Layer
from kiosk.ui.focus_moves import Direction
from kiosk.ui.focus_ring import FocusRing
from kiosk.ui.narrator import Narrator
from kiosk.ui.navigator import Navigator
from kiosk.ui.widgets.text_field import TextField

LOOKS_PER_SECOND = 20
DOUBLE_STRIKE_SECONDS = 0.5
"""For who asked for more time, the same key pressed again so soon was meant once (EN 301 549 5.8)."""
_STUCK_SECONDS = 1.0
"""A key still down repeats many times a second; after so long without a sign of it it was let go unheard."""

_UP, _DOWN, _RIGHT, _LEFT = 273, 274, 275, 276
_ARROWS = {_UP: Direction.UP, _DOWN: Direction.DOWN, _LEFT: Direction.LEFT, _RIGHT: Direction.RIGHT}
_ESCAPE, _PAD_SLASH, _PAD_STAR, _PAD_MINUS, _PAD_PLUS = 27, 267, 268, 269, 270
_TAB, _ENTERS = 9, (13, 271)
"""Keys by SDL's numbers."""
_COMMANDS = (*_ARROWS, *_ENTERS, _ESCAPE, _PAD_SLASH, _PAD_STAR, _PAD_MINUS, _PAD_PLUS, _TAB)
"""What is typed is not among them: a number may have the same digit twice, and a hand scanner is fast."""
BACK_NAMES = ("back", "keep", "close-sheet", "finish-narrowing", "comfort-close", "continue")
"""What leads back, on a screen or a sheet."""


class Keypad:
    """`root` is the window's content, with the navigator in it; the frame round the focus is put over all.

    An arrow up or down begins; the first of a visit turns speech on where there is a voice (EN 301 549 5.1.3.1). A finger ends.
    """

    def __init__(self, terminal: Terminal, root: Widget, navigator: Navigator) -> None:
        self._terminal, self._root, self._navigator = terminal, root, navigator
        self._ring = FocusRing()
        root.add_widget(self._ring)
        self.focus = Focus(root, self._ring, lambda: (terminal.presenter, self._language))
        self._narrator = Narrator(terminal, self.focus)
        self._speaker = self._narrator.speaker
        self.looks = 0
        """How often the screen was looked at."""
        self._visit_id = self._visit_offered = 0
        self._seen_layer: Layer | None = None
        self._has_typed = False
        self._held: dict[int, float] = {}
        self._struck = (0, 0.0)
        self._swallows = self._was_spoken = False
        self._looking: Any = Clock.schedule_interval(self._look, 1 / LOOKS_PER_SECOND)
        terminal.take_keys(self._typed)

    def close(self) -> None:
        """Looks and speaks no more."""
        self._looking.cancel()
        self._speaker.hush()

    @property
    def _language(self) -> str:
        """The language of the screen that is shown; another that was chosen comes with the next frame."""
        screen = self._navigator.screen
        return str(screen.words.language) if screen is not None else ""

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
        is_struck_again = comfort.is_unhurried and key in _COMMANDS and key == last and now - struck < DOUBLE_STRIKE_SECONDS
        return not is_repeat and not is_struck_again

    def _is_warned(self) -> bool:
        return self._terminal.idle.phase is IdlePhase.WARNING

    def _begin(self) -> None:
        self._terminal.touched()
        visit = self._terminal.visit
        if self._visit_offered != visit.visit_id and not visit.comfort.is_spoken and self._speaker.can_speak:
            self._terminal.choose_comfort(replace(visit.comfort, is_spoken=True))
        self._visit_offered = visit.visit_id
        self.focus.begin()
        self._narrator.open_anew()
        self._swallows = True

    def _act(self, key: int) -> bool:
        if key in _ARROWS or key == _TAB:
            self._has_typed = False
            if self.focus.move(_ARROWS.get(key, Direction.RIGHT)):
                self._narrator.say_focus()
            else:
                self._narrator.say_again("spoken-edge")
        elif key in (_ESCAPE, _PAD_SLASH):
            if not self.focus.press_first(BACK_NAMES):
                self._narrator.say_again("spoken-no-way-back")
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
        self.focus.look()
        field, now = self.focus.field, self.focus.now
        if field is None or character == editing_keys.TAB:
            self._command(character)
            return True
        if now is not None and isinstance(now.widget, TextField) and now.name != field.name:
            self.focus.press()
        elif now is None or now.name != field.name:
            self.focus.go_to(field)
            self._narrator.note_focus()
        self._has_typed = True
        return False

    def _command(self, character: str) -> None:
        """Where nothing is typed into, some characters are keys of the voice."""
        if character == "0":
            self._speaker.repeat()
        elif character in ("+", "-"):
            self._speaker.louder(1 if character == "+" else -1)

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
            self._narrator.say_again()
        if is_field and self.focus.to_keys():
            self._narrator.say_focus()
        return True

    # the finger, and time

    def touched(self, device: str) -> None:
        """A touch began: a finger takes the focus away and breaks off what is being said."""
        if device != KEYPAD:
            self.focus.end()
            self._speaker.hush()

    def _look(self, _dt: float) -> None:
        """What changed by itself is seen and told."""
        self.looks += 1
        self._speaker.tick()
        if self._terminal.visit.visit_id != self._visit_id:
            self._visit_id, self._has_typed = self._terminal.visit.visit_id, False
            self.focus.end()
            self._narrator.forget()
        if self._speaker.is_on and not self._was_spoken:
            self._narrator.greet()
        self._was_spoken = self._speaker.is_on
        if not (self.focus.is_on or self._speaker.is_on):
            return
        layer, before = self.focus.layer(), self._seen_layer
        self._seen_layer = layer
        if layer != before or self._language != self._terminal.words.language:  # it is not laid out yet
            return
        self.focus.look()
        if self._root.children[0] is not self._ring:
            self._root.remove_widget(self._ring)
            self._root.add_widget(self._ring)
        if self._speaker.is_on:
            self._narrator.tell(layer)
