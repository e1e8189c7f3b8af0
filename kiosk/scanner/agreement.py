"""How many frames must agree before a card counts as read. One misread frame must never log somebody else in."""

from dataclasses import dataclass, replace

from kiosk.domain.card import CardNumber


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the last frames said, as a value: `after` gives the next one, `accepted` is set on the frame that completes a card.

    The same number in `needed` of the last `within` frames is accepted; another number in between starts the count anew; a
    frame without a number only ages it. A number held off (accepted before, or lying there since the visit before) is not
    accepted again until it has been out of view for `away` frames.
    """

    needed: int = 3
    within: int = 8
    away: int = 10
    held_off: CardNumber | None = None
    accepted: CardNumber | None = None
    missing: int = 0
    recent: tuple[CardNumber | None, ...] = ()

    def holding_off(self, number: CardNumber | None) -> "Agreement":
        """The same agreement, with a card that must be taken away before it counts."""
        return replace(self, held_off=number)

    def after(self, number: CardNumber | None) -> "Agreement":
        """The agreement once a frame has shown this number, or none."""
        waiting = self._hold_off(number)
        if number is not None and number == waiting.held_off:
            return replace(waiting, accepted=None, recent=())
        earlier = waiting.recent if number is None else tuple(one for one in waiting.recent if one in (None, number))
        if number is not None and len(earlier) < len(waiting.recent):
            earlier = ()
        recent = (*earlier, number)[-self.within :]
        if number is not None and recent.count(number) >= self.needed:
            return replace(waiting, held_off=number, accepted=number, missing=0, recent=())
        return replace(waiting, accepted=None, recent=recent)

    def _hold_off(self, number: CardNumber | None) -> "Agreement":
        if self.held_off is None:
            return self
        if number == self.held_off:
            return replace(self, missing=0)
        gone = self.missing + 1
        return replace(self, held_off=None, missing=0) if gone >= self.away else replace(self, missing=gone)
