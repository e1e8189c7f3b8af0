"""What the voice is told to say in one visit: what was said last, how loud, and silence; leaves making sentences to others."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

VOLUME_STEP = 10
"""Per cent."""


class Speaker:
    """Speaks while the visit's comfort asks for it. Nothing that was said outlives the visit."""

    def __init__(self, terminal: "Terminal") -> None:
        self._terminal = terminal
        self._visit_id = terminal.visit.visit_id
        self._last: tuple[str, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether this patron wants to hear."""
        return self._terminal.visit.comfort.is_spoken

    @property
    def can_speak(self) -> bool:
        """Whether there is a voice for the language of the visit."""
        return self._terminal.outside.voice.can_speak(self._terminal.words.language)

    def say(self, text: str, interrupts: bool = True) -> None:
        """Says it now, or after what is being said."""
        if not text or not self.is_on:
            return
        self._last = (text,) if interrupts else (*self._last, text)
        self._terminal.outside.voice.say(text, self._terminal.words.language, interrupts)

    def repeat(self) -> None:
        """Says once more what was said last."""
        last = self._last
        for at, text in enumerate(last):
            self._terminal.outside.voice.say(text, self._terminal.words.language, at == 0)

    def hush(self) -> None:
        """Breaks off what is being said."""
        if self.is_on:
            self._terminal.outside.voice.stop()

    def louder(self, steps: int) -> None:
        """So many steps louder, or lower where negative, and says how loud."""
        voice = self._terminal.outside.voice
        voice.set_volume(min(100, max(VOLUME_STEP, voice.volume + steps * VOLUME_STEP)))
        self.say(self._terminal.words("spoken-volume", percent=voice.volume))

    def tick(self) -> None:
        """A visit that is over leaves silence, the volume of the terminal and nothing to repeat."""
        if self._terminal.visit.visit_id != self._visit_id:
            self._visit_id = self._terminal.visit.visit_id
            self._last = ()
            self._terminal.outside.voice.reset()
