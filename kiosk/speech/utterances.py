"""What is said one after the other: turns texts into sound on a thread of its own, and drops what is no longer wanted."""

import logging
import subprocess
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Condition, Thread

from kiosk.speech.audio import Samples
from kiosk.speech.player import Player
from kiosk.speech.wording import Passage, passages

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Utterance:
    """A text of one turn; a new turn makes the earlier ones stale."""

    turn: int
    text: str
    language: str


class Utterances:
    """`start` and `close` frame its thread; all other methods may be called on any, and return at once."""

    def __init__(self, player: Player, speak: Callable[[Passage, float], Samples], on_heard: Callable[[int], None]) -> None:
        """`on_heard` gets the number of the newest utterance when all is heard or dropped, on any thread."""
        self._player = player
        self._speak = speak
        self._on_heard = on_heard
        self._changed = Condition()
        self._waiting: deque[_Utterance] = deque()
        self._turn = 0
        self._newest = 0
        self._is_uttering = False
        self._rate = 1.0
        self._is_closed = False
        self._is_reported = False
        self._thread = Thread(target=self._run, name="utterances", daemon=True)

    def start(self) -> None:
        """Begins to speak whatever comes; the player begins with it."""
        self._player.start(self._tell_when_silent)
        self._thread.start()

    def close(self) -> None:
        """Silence for good."""
        self._is_closed = True
        self.stop()
        self._thread.join()
        self._player.close()

    def say(self, number: int, text: str, language: str, interrupts: bool) -> None:
        """Speaks the text, instead of everything before it or after it; `number` is told when it was heard."""
        if interrupts:
            self.stop()
        with self._changed:
            self._newest = number
            self._waiting.append(_Utterance(self._turn, text, language))
            self._changed.notify()

    def stop(self) -> None:
        """Drops what is spoken and what was to come."""
        with self._changed:
            self._turn += 1
            self._waiting.clear()
            self._changed.notify()
        self._player.hush()

    def set_rate(self, rate: float) -> None:
        """How fast from the next passage on."""
        self._rate = rate

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._is_closed or self._waiting)
                if self._is_closed:
                    return
                utterance = self._waiting.popleft()
                self._is_uttering = True
            self._utter(utterance, partial(self._is_wanted, utterance.turn))
            self._is_uttering = False
            self._tell_when_silent()

    def _tell_when_silent(self) -> None:
        with self._changed:
            newest = self._newest
            is_busy = self._is_uttering or bool(self._waiting)
        if not is_busy and not self._player.is_speaking:
            self._on_heard(newest)

    def _utter(self, utterance: _Utterance, is_wanted: Callable[[], bool]) -> None:
        for passage in passages(utterance.text, utterance.language):
            if not is_wanted():
                return
            sound = self._sound(passage)
            if sound is not None:
                self._player.speak(sound, is_wanted)

    def _is_wanted(self, turn: int) -> bool:
        return turn == self._turn

    def _sound(self, passage: Passage) -> Samples | None:
        """The passage aloud, None where its voice fails: the log says so once, without the text."""
        try:
            return self._speak(passage, self._rate)
        except (ImportError, OSError, RuntimeError, ValueError, subprocess.SubprocessError) as fault:
            if not self._is_reported:
                self._is_reported = True
                _log.warning("no voice for %s: %s (see: kiosk doctor)", passage.tongue, type(fault).__name__)
            return None
