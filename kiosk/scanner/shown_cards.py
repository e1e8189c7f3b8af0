"""Which cards were shown before and may still lie there, so that none counts twice or in somebody else's visit.

No number is kept: a card is known again by a keyed fingerprint of one byte, from which its number cannot be told. Every card
counts as taken away once the view was empty.
"""

import hashlib
from dataclasses import dataclass, field, replace

from kiosk.domain.card import CardNumber
from kiosk.scanner.sight import Judgement, Sight

AWAY_FRAMES = 8
AWAY_SECONDS = 1.0
"""How long the view must be empty before a card counts as taken away: longer than a hand takes to pass over it."""
UNREAD_SECONDS = 6.0
"""The same, where something that may be its bars is in view, as shelves behind are: a card that lies there is read sooner."""
SETTLE_SECONDS = 1.0
"""A camera just opened still sets exposure and focus: what it does not see in that time may be there all the same."""

_OLDER_LEFT = 2
"""How many are still known from visits before the last one: where one patron follows the other the view is never seen empty,
and each fingerprint holds off one card in 256 besides its own."""

_UNREAD = (Sight.NOTHING, Sight.CODE_SEEN, Sight.TOO_FAR, Sight.BLURRED)
"""Not in the dark, not in the glare of a lamp and not behind a book: there a card may lie unseen."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Frames in a row."""

    since: float
    frames: int


@dataclass(frozen=True, slots=True)
class ShownCards:
    """Fingerprints of cards. `after` gives the value after a frame; times are seconds of a clock that only goes forward."""

    key: bytes = field(repr=False)
    """Of the process, by chance."""
    left: tuple[int, ...] = ()
    """Accepted in other visits, those seen latest last."""
    shown: frozenset[int] = frozenset()
    """Accepted in this visit; from the next visit on they are `left`."""
    held: frozenset[int] = frozenset()
    """Accepted since the camera was started."""
    began: float | None = None
    empty: Stretch | None = None
    """Frames with nothing in view."""
    unread: Stretch | None = None
    """Frames in which nothing was read, though something may be in view."""

    def with_accepted(self, number: CardNumber) -> "ShownCards":
        """These and a card that was accepted just now."""
        mark = self._fingerprint(number)
        return replace(self, shown=self.shown | {mark}, held=self.held | {mark})

    def was_left(self, number: CardNumber) -> bool:
        """Whether this card, or by chance one in 256, was accepted in another visit and not taken away since."""
        return self._fingerprint(number) in self.left

    def with_left_seen(self, number: CardNumber) -> "ShownCards":
        """These and that a card left lying is still there: it is the latest now."""
        mark = self._fingerprint(number)
        return replace(self, left=(*(each for each in self.left if each != mark), mark))

    def is_held(self, number: CardNumber) -> bool:
        """Whether this card was accepted since the camera was started and not taken away since."""
        return self._fingerprint(number) in self.held

    def anew(self, is_same_visit: bool) -> "ShownCards":
        """For the camera's next start."""
        if is_same_visit:
            return ShownCards(self.key, left=self.left, shown=self.shown)
        return ShownCards(self.key, left=(*self.left[-_OLDER_LEFT:], *self.shown))

    def after(self, judgement: Judgement, at_seconds: float) -> "ShownCards":
        """These after a frame: none of them once the view was empty for long enough."""
        began = at_seconds if self.began is None else self.began
        has_settled = at_seconds - began >= SETTLE_SECONDS
        is_unread = has_settled and judgement.number is None and judgement.sight in _UNREAD
        empty = _longer(self.empty, at_seconds) if is_unread and judgement.is_empty else None
        unread = _longer(self.unread, at_seconds) if is_unread else None
        if _is_over(empty, at_seconds, AWAY_SECONDS) or _is_over(unread, at_seconds, UNREAD_SECONDS):
            return ShownCards(self.key, began=began, empty=empty, unread=unread)
        return replace(self, began=began, empty=empty, unread=unread)

    def _fingerprint(self, number: CardNumber) -> int:
        return hashlib.blake2b(number.value.encode(), digest_size=1, key=self.key).digest()[0]


def _longer(stretch: Stretch | None, at_seconds: float) -> Stretch:
    return Stretch(at_seconds, 1) if stretch is None else replace(stretch, frames=stretch.frames + 1)


def _is_over(stretch: Stretch | None, at_seconds: float, seconds: float) -> bool:
    return stretch is not None and stretch.frames >= AWAY_FRAMES and at_seconds - stretch.since >= seconds
