"""Lets speech begin when headphones are plugged in and end when they are pulled out; what is said is the screens' to tell."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


class HeadphoneWatch:
    """Follows the socket. Headphones that stay plugged in from one visit to the next do not speak to the next."""

    def __init__(self, terminal: "Terminal") -> None:
        self._terminal = terminal
        self._is_plugged = False

    def start(self) -> None:
        """Begins to follow it."""
        self._terminal.outside.headphones.start(self._told)

    def stop(self) -> None:
        """Lets go of it."""
        self._terminal.outside.headphones.stop()

    def _told(self, is_plugged: bool) -> None:
        """Called on the socket's own thread."""
        self._terminal.outside.background.post(lambda: self._follow(is_plugged))

    def _follow(self, is_plugged: bool) -> None:
        """A socket that was empty all along is no reason to fall silent: speech may be heard another way."""
        was_plugged, self._is_plugged = self._is_plugged, is_plugged
        if was_plugged == is_plugged:
            return
        terminal = self._terminal
        comfort = terminal.visit.comfort
        terminal.touched()
        if is_plugged and terminal.outside.voice.can_speak(terminal.words.language):
            terminal.choose_comfort(replace(comfort, is_spoken=True))
        elif not is_plugged and comfort.is_spoken:
            terminal.outside.voice.stop()
            terminal.choose_comfort(replace(comfort, is_spoken=False, speaks_passwords=False))
