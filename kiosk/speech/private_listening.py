"""Keeps speech to headphones where their socket tells of them: it says what is nobody else's to hear (EN 301 549 5.1.3.9)."""

from collections.abc import Callable

from kiosk.speech.jack import HeadphoneJack
from kiosk.speech.speaker import Speaker


class PrivateListening:
    """The socket for headphones, with the speaker silent while nothing is plugged in."""

    def __init__(self, jack: HeadphoneJack, speaker: Speaker) -> None:
        self._jack = jack
        self._speaker = speaker

    def start(self, on_change: Callable[[bool], None]) -> None:
        """Tells how it is now and then every change, when the speaker knows already."""

        def changed(is_plugged: bool) -> None:
            self._speaker.keep_silent(not is_plugged)
            on_change(is_plugged)

        self._jack.start(changed)

    def stop(self) -> None:
        """Nothing is told from now on."""
        self._jack.stop()
