"""Counts the frames that agree on a card and holds off a card left lying: one misread frame must log nobody else in."""

import hashlib
from dataclasses import dataclass, field, replace

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.domain.card_acceptance import frames_to_agree
from kiosk.scanner.sight import Judgement, Sight

AWAY_FRAMES = 8
AWAY_SECONDS = 1.0
"""How long the view must be plainly empty before a card counts as taken away: longer than a hand takes to pass over it."""
SETTLE_SECONDS = 1.0
"""A camera just opened still sets exposure and focus: what it does not see in that time may be there all the same."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the last frames said, as a value: `after` gives the next one, `accepted` is set on the frame that completes a card.

    The same number in `needed` of the last `within` frames is accepted; another number in between starts the count anew; a
    frame without a number only ages it. Two cards in view, at once or in turn, are nobody's: nothing is accepted until
    `within` frames have passed since. A card just accepted, or held off because it was accepted in another visit (`left`), is
    not accepted until the view has been empty for a second. Cards are remembered by a keyed fingerprint of one byte, from
    which no number can be told; times are seconds of a clock that only goes forward.
    """

    key: bytes = field(repr=False)
    """Of the process, by chance."""
    needed: int = 3
    within: int = 8
    left: frozenset[int] = frozenset()
    """Fingerprints of cards that may lie there since another visit."""
    shown: frozenset[int] = frozenset()
    """Fingerprints of cards accepted in this visit; from the next visit on they are `left`."""
    held: frozenset[int] = frozenset()
    """Fingerprints of cards accepted since the camera was started: a card held on is accepted once."""
    accepted: CardNumber | None = None
    is_left_lying: bool = False
    """Whether this frame showed a card held off since another visit."""
    is_shown_again: bool = False
    """Whether this frame showed the card that was accepted already."""
    is_another: bool = False
    """Whether this frame showed another number than the frames just before it."""
    candidate: CardNumber | None = None
    recent: tuple[bool, ...] = ()
    disputed: int = 0
    """Frames for which nothing is accepted yet."""
    began: float | None = None
    empty_frames: int = 0
    empty_since: float = 0.0

    @classmethod
    def on(cls, card_format: CardFormat, key: bytes) -> "Agreement":
        """The agreement that cards of that format need, before any frame."""
        return cls(key, needed=frames_to_agree(card_format))

    def anew(self, is_same_visit: bool) -> "Agreement":
        """For the camera's next start: nothing of a number stays. A card of the same visit may be read again at once."""
        if is_same_visit:
            return Agreement(self.key, self.needed, self.within, left=self.left, shown=self.shown)
        return Agreement(self.key, self.needed, self.within, left=self.left | self.shown)

    def after(self, judgement: Judgement, at_seconds: float) -> "Agreement":
        """The agreement once a frame has shown this."""
        seen = replace(self, accepted=None, is_left_lying=False, is_shown_again=False, is_another=False)
        seen = seen._counting_empty(judgement, at_seconds)
        if judgement.sight is Sight.TWO_CARDS:
            return replace(seen, candidate=None, recent=(), disputed=self.within)
        return seen._with_number(judgement.number)

    def _with_number(self, number: CardNumber | None) -> "Agreement":
        calm = max(0, self.disputed - 1)
        if number is None:
            recent = (*self.recent, False)[-self.within :]
            return replace(self, disputed=calm, recent=recent, candidate=self.candidate if any(recent) else None)
        mark = fingerprint(number, self.key)
        if mark in self.left or mark in self.held:
            again = replace(self, disputed=calm, candidate=None, recent=())
            return replace(again, is_left_lying=True) if mark in self.left else replace(again, is_shown_again=True)
        if self.candidate not in (None, number):
            return replace(self, candidate=number, recent=(True,), disputed=self.within, is_another=True)
        recent = (*self.recent, True)[-self.within :]
        if sum(recent) < self.needed or calm:
            return replace(self, disputed=calm, candidate=number, recent=recent)
        shown, held = self.shown | {mark}, self.held | {mark}
        return replace(self, disputed=0, candidate=None, recent=(), accepted=number, shown=shown, held=held)

    def _counting_empty(self, judgement: Judgement, at_seconds: float) -> "Agreement":
        began = at_seconds if self.began is None else self.began
        if judgement.sight is not Sight.NOTHING or at_seconds - began < SETTLE_SECONDS:
            return replace(self, began=began, empty_frames=0)
        since = self.empty_since if self.empty_frames else at_seconds
        counted = replace(self, began=began, empty_frames=self.empty_frames + 1, empty_since=since)
        if counted.empty_frames < AWAY_FRAMES or at_seconds - since < AWAY_SECONDS:
            return counted
        return replace(counted, left=frozenset(), shown=frozenset(), held=frozenset())


def fingerprint(number: CardNumber, key: bytes) -> int:
    """A number from 0 to 255 that tells the same card again, and by chance one other in 256."""
    return hashlib.blake2b(number.value.encode(), digest_size=1, key=key).digest()[0]
