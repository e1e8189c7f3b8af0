"""Tells a hand scanner that types from fingers on the same keyboard: by pace, and by what was typed; scanned_text.py reads it.

A scanner leaves 1 to 50 ms between characters, practised fingers 80 and more. A program that was busy gets the characters of
that time in a heap: what came late came together, so the pace over the whole of it still tells, once its longest gap is
left aside. Until that is certain every character is held back: no part of a scan may appear in a field.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from kiosk.domain.card import CardFormat
from kiosk.scanner.scanned_text import HandScan, ScannedText, read_scanned, shows_its_ends
from kiosk.scanner.sight import Sight

SLOWEST_PACE_SECONDS = 0.055
"""Mean gap of the slowest scanner (Bluetooth, 50 ms), as a loop that looks sixty times a second sees it."""
SILENCE_SECONDS = 0.16
"""A scanner that has said nothing for so long has ended, even where the loop was busy for 100 ms."""
_CLIPPED_GAP_SECONDS = 0.05
_CERTAIN_SLACK_SECONDS = 0.008
_HELD_SLACK_SECONDS = 0.035
_LOOK_SECONDS = 0.14
"""A loop that is asked ten times a second and was not for so long was busy."""
_LINE_FEED_SECONDS = 0.2
_SHORT_PACE_SECONDS = 0.035
_EVEN_GAP_SECONDS = 0.075
_STALLED_GAP_SECONDS = 0.2

_SHORTEST = 4
_SHORTEST_ENDED = 6
_SHORTEST_UNENDED = 8
"""A hand laid on the keys presses six at once; a keyboard reports no more."""
_LONGEST_SAME = 12
"""So many of one character are a key held down: no code begins with more zeros."""
_FEW = 3
_SURELY_FAST = 64
_LONGEST = 4296
"""The most a QR code holds."""

_ENDS = "\r\n\t"
_EDITS = "\b\uf702\uf703\uf728\uf729\uf72b"
"""Backspace, Delete and the moves of a cursor: only fingers press them."""

Heard: TypeAlias = str | HandScan
"""A character that fingers typed, or a scan."""


@dataclass(frozen=True, slots=True)
class _Key:
    """`is_apart`: nobody typed for a while before it, and the loop was there to see that."""

    character: str = field(repr=False)
    at_seconds: float
    is_apart: bool


class HandScanner:
    """Fed every character of a keyboard with its time; gives back, in order, what fingers typed and what was scanned."""

    def __init__(self, card_format: CardFormat) -> None:
        self._card_format = card_format
        self._keys: list[_Key] = []
        self._is_silent = False
        self._was_busy = False
        self._is_torn = False
        self._asked = self._scan_ended = float("-inf")

    def feed(self, character: str, at_seconds: float) -> Sequence[Heard]:
        """What is certain after one more character. `at_seconds` is of any clock that only goes forward."""
        self._look(at_seconds)
        before = self._close() if len(self._keys) >= _LONGEST else ()
        if character in _ENDS:
            return (*before, *self._end(character, at_seconds))
        if character in _EDITS:
            return (*before, *self._close(), character)
        if character.isprintable():
            is_apart = self._silence(at_seconds) > SILENCE_SECONDS and not self._was_busy
            self._keys.append(_Key(character, at_seconds, is_apart))
            self._is_silent = self._was_busy = False
        return (*before, *self._let_fingers_go())

    def pause(self, at_seconds: float) -> Sequence[Heard]:
        """What is certain after a while without characters; to be asked ten times a second.

        A busy loop asks before it has delivered what waits, so where a scan may be under way silence counts when seen twice.
        """
        self._look(at_seconds)
        if self._silence(at_seconds) <= SILENCE_SECONDS:
            return ()
        if (self._was_busy or len(self._keys) >= _FEW) and not self._is_silent:
            self._is_silent = True
            return ()
        return self._close()

    def _look(self, at_seconds: float) -> None:
        self._was_busy = self._was_busy or at_seconds - self._asked > _LOOK_SECONDS
        self._asked = at_seconds

    def _silence(self, at_seconds: float) -> float:
        return at_seconds - self._keys[-1].at_seconds if self._keys else 0.0

    def _end(self, character: str, at_seconds: float) -> Sequence[Heard]:
        """Enter or Tab: the end of a scan belongs to it, and so does the line feed of one that sends both."""
        if not self._keys and at_seconds - self._scan_ended <= _LINE_FEED_SECONDS:
            return ()
        is_close = self._silence(at_seconds) <= SILENCE_SECONDS or self._was_busy
        heard = self._close(at_seconds if is_close else None)
        if is_close and heard and isinstance(heard[-1], HandScan):
            self._scan_ended = at_seconds
            return heard
        return heard if character == "\t" else (*heard, character)

    def _let_fingers_go(self) -> Sequence[Heard]:
        """The characters at the front that are too slow, or too much alike, to belong to a scan."""
        heard: list[Heard] = []
        while _is_fingers(self._keys):
            heard.append(self._keys.pop(0).character)
            self._is_torn = not self._keys[0].is_apart
        return heard

    def _close(self, ended_at: float | None = None) -> Sequence[Heard]:
        """What all that was held back is; `ended_at` is the time of the Enter that followed it at once."""
        keys, self._keys = self._keys, []
        is_torn, self._is_torn = self._is_torn, False
        cuts = [place for place, key in enumerate(keys) if key.is_apart and place]
        heard: list[Heard] = []
        for begin, end in pairwise([0, *cuts, len(keys)]):
            heard += self._judge(keys[begin:end], ended_at if end == len(keys) else None, is_torn and not begin)
        return heard

    def _judge(self, keys: Sequence[_Key], ended_at: float | None, is_torn: bool) -> Sequence[Heard]:
        """A scan or characters. What came right after characters already let go may be the rest of a longer code."""
        text = "".join(key.character for key in keys)
        if len(text) >= _SHORTEST and len(set(text)) > 1 and _has_pace(keys, ended_at, SLOWEST_PACE_SECONDS):
            scan = read_scanned(ScannedText(text), self._card_format)
            is_known = scan.sight in (Sight.READ, Sight.BOOK) or _is_surely_scanned(keys, text, ended_at)
            if shows_its_ends(text) or (is_known and not is_torn):
                return [scan]
        return list(text)


def _is_surely_scanned(keys: Sequence[_Key], text: str, ended_at: float | None) -> bool:
    """A code that could be anything needs better reasons: long or ended by Enter, even in pace, and not letters alone."""
    uneven = [gap for gap in _gaps(keys) if gap > _EVEN_GAP_SECONDS]
    return (
        len(text) >= (_SHORTEST_UNENDED if ended_at is None else _SHORTEST_ENDED)
        and _has_pace(keys, ended_at, SLOWEST_PACE_SECONDS if len(text) >= _SHORTEST_UNENDED else _SHORT_PACE_SECONDS)
        and (not uneven or (ended_at is not None and len(uneven) == 1 and uneven[0] <= _STALLED_GAP_SECONDS))
        and any(character.isdigit() for character in text)
        and len(text) - max(text.count(character) for character in set(text)) >= _FEW
    )


def _gaps(keys: Sequence[_Key], ended_at: float | None = None) -> list[float]:
    times = [key.at_seconds for key in keys] + ([ended_at] if ended_at is not None else [])
    return [after - before for before, after in pairwise(times)]


def _clipped(gaps: Sequence[float]) -> float:
    """How long the gaps are together, the longest of them counted as no more than a scanner's."""
    return sum(gaps) - max(0.0, max(gaps) - _CLIPPED_GAP_SECONDS)


def _has_pace(keys: Sequence[_Key], ended_at: float | None, pace_seconds: float) -> bool:
    gaps = _gaps(keys, ended_at)
    return bool(gaps) and _clipped(gaps) <= pace_seconds * len(gaps) + _CERTAIN_SLACK_SECONDS


def _is_fingers(keys: Sequence[_Key]) -> bool:
    if len(keys) >= _LONGEST_SAME and len({key.character for key in keys[:_LONGEST_SAME]}) == 1:
        return True
    if not _FEW <= len(keys) <= _SURELY_FAST:
        return False
    gaps = _gaps(keys)
    return _clipped(gaps) > SLOWEST_PACE_SECONDS * len(gaps) + _HELD_SLACK_SECONDS
