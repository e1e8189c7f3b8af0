"""Tells what a hand scanner typed from what fingers typed, so that a scan never ends up in a field."""

from dataclasses import dataclass

from kiosk.terminal.ports import HandScan, HandScanner

SILENCE_SECONDS = 0.12
_ENTER = "\r\n"


@dataclass(frozen=True, slots=True)
class Heard:
    """What is certain by now: characters that fingers typed, or a scan."""

    characters: tuple[str, ...] = ()
    scan: HandScan | None = None


class Typing:
    """Holds characters back for the blink in which they may turn out to be a scan."""

    def __init__(self, hand_scanner: HandScanner) -> None:
        self._hand_scanner = hand_scanner
        self._held: tuple[str, ...] = ()
        self._last = 0.0

    def after(self, character: str, at_seconds: float) -> Heard:
        """What is certain after one more character."""
        before = self.after_silence(at_seconds)
        scan = self._hand_scanner.feed(character, at_seconds)
        self._last = at_seconds
        if scan is None:
            self._held = (*self._held, character)
            return before
        # A scanner that sends no Enter is told by what comes after it, and that belongs to somebody else.
        self._held = () if character in _ENTER else (character,)
        return Heard(scan=scan)

    def after_silence(self, at_seconds: float) -> Heard:
        """What is certain after nothing more was typed for a while."""
        if not self._held or at_seconds - self._last < SILENCE_SECONDS:
            return Heard()
        held, self._held = self._held, ()
        scan = self._hand_scanner.pause(at_seconds)
        return Heard(scan=scan) if scan is not None else Heard(held)
