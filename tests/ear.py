"""An ear at a player's end: hears, sample by sample, what programs were given to play, and holds back who plays too fast."""

import socket
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic

import numpy as np

from kiosk.speech.audio import Samples, wav_header
from kiosk.speech.settings import SpeechSettings

_PATIENCE_SECONDS = 30


class Hearing:
    """What one program plays, from its beginning; the end of the line is the end of the program."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        line.settimeout(_PATIENCE_SECONDS)
        self.has_begun = self._read(len(wav_header())) == wav_header()

    def some(self, seconds: float) -> Samples:
        """The next so many seconds; less when the program ends."""
        return np.frombuffer(self._read(round(seconds * 48000) * 2), np.int16)

    def rest(self) -> Samples:
        """All that comes until the program ends."""
        pieces = []
        while len(piece := self.some(1.0)):
            pieces.append(piece)
        return np.concatenate([np.zeros(0, np.int16), *pieces])

    def _read(self, length: int) -> bytes:
        read = b""
        while len(read) < length and (piece := self._line.recv(length - len(read))):
            read += piece
        return read[: len(read) // 2 * 2]


class Ear:
    """Waits at a socket for players. Use it as a context."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "ear"
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(self._path))
        self._door.listen(64)
        self._door.settimeout(_PATIENCE_SECONDS)

    def __enter__(self) -> "Ear":
        return self

    def __exit__(self, *_fault: object) -> None:
        self._door.close()

    @property
    def player(self) -> tuple[str, ...]:
        """The command whose sound arrives here."""
        return (sys.executable, str(Path(__file__).with_name("relay_player.py")), str(self._path))

    def settings(self, **others: object) -> SpeechSettings:
        """Speech that is heard here, at full volume unless told otherwise."""
        return SpeechSettings(**{"player": self.player, "volume": 100, **others})

    def next(self) -> Hearing:
        """The next program that begins to play; one that was ended before is passed over."""
        while True:
            hearing = Hearing(self._door.accept()[0])
            if hearing.has_begun:
                return hearing


def found_in(whole: Samples, part: Samples) -> int:
    """Where that sound stands in the other, sample by sample; -1 when it does not."""
    peak = int(np.argmax(np.abs(part)))
    for start in np.flatnonzero(whole == part[peak]) - peak:
        if start >= 0 and np.array_equal(whole[start : start + len(part)], part):
            return int(start)
    return -1


def heard_in(whole: Samples, part: Samples) -> bool:
    """Whether that sound stands in the other, sample by sample."""
    return found_in(whole, part) >= 0


def until(condition: Callable[[], object]) -> None:
    """Waits for what another process does. Fails when it does not come."""
    end = monotonic() + _PATIENCE_SECONDS
    pause = Event()
    while not condition():
        assert monotonic() < end, "it did not come"
        pause.wait(0.01)
