"""What the outside world gives a terminal: service, devices, threads, clocks, words. `kiosk.bootstrap` chooses real ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kiosk.domain.card import CardFormat
from kiosk.domain.profile import Profile, TimeLimits
from kiosk.terminal.comfort import Comfort
from kiosk.terminal.ports import (
    Background,
    CardReader,
    HandScanner,
    Headphones,
    HoldsApi,
    KanaKanjiConverter,
    ScannerPort,
    Sounds,
    Voice,
)
from kiosk.terminal.silence import NoHeadphones, NoSounds, NoVoice
from kiosk.terminal.words import Languages


def _now() -> datetime:
    return datetime.now(UTC)


class NoConverter:
    """In the place of a kana-kanji converter where there is none."""

    def candidates(self, _kana: str, _most: int) -> Sequence[str]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The outside world that one terminal is joined to. `seconds` is a steady clock; `new_key` makes idempotency keys."""

    api: HoldsApi
    card_reader: Callable[[CardFormat], CardReader]
    hand_scanner: Callable[[CardFormat], HandScanner]
    background: Background
    seconds: Callable[[], float]
    pause: Callable[[float], None]
    new_key: Callable[[], str]
    languages: Callable[[Profile | None], Languages]
    first_language: str = "ja"
    first_comfort: Comfort = Comfort()
    """How the terminal stands between visits."""
    time_limits: TimeLimits | None = None
    """Overrides the profile's, for demonstrations."""
    now: Callable[[], datetime] = _now
    """The present time, aware; the library's zone makes a day of it."""
    scanner_ports: Callable[[CardFormat], Sequence[ScannerPort]] = lambda _card_format: ()
    """Hand scanners that do not type."""
    converter: KanaKanjiConverter = field(default_factory=NoConverter)
    voice: Voice = field(default_factory=NoVoice)
    sounds: Sounds = field(default_factory=NoSounds)
    headphones: Headphones = field(default_factory=NoHeadphones)
