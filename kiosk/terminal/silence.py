"""What stands in the place of voice, sounds and headphones on a terminal that has none of them."""

from collections.abc import Callable

from kiosk.terminal.ports import Sound


class NoVoice:
    """Speaks no language."""

    def can_speak(self, language: str) -> bool:
        """Never."""
        return False

    @property
    def is_speaking(self) -> bool:
        """Never."""
        return False

    def say(self, text: str, language: str, interrupts: bool = True) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """There is nothing to stop."""

    @property
    def volume(self) -> int:
        """As low as can be."""
        return 0

    def set_volume(self, percent: int) -> None:
        """Nothing is heard at any volume."""

    def set_rate(self, rate: float) -> None:
        """Nothing is heard at any rate."""

    def reset(self) -> None:
        """There is nothing to reset."""

    def close(self) -> None:
        """There is nothing to close."""


class NoSounds:
    """Plays nothing."""

    def play(self, sound: Sound) -> None:
        """Nothing is heard."""


class NoHeadphones:
    """A socket that is not there: it never tells anything."""

    def start(self, on_change: Callable[[bool], None]) -> None:
        """Nothing will be told."""

    def stop(self) -> None:
        """There is nothing to stop."""
