"""How many frames must agree before a card counts as read. One misread frame must never log somebody else in."""

from dataclasses import dataclass, replace

from kiosk.domain.card import CardFormat, CardNumber
from kiosk.domain.card_acceptance import frames_to_agree
from kiosk.scanner.shown_cards import ShownCards
from kiosk.scanner.sight import Judgement, Sight


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the last frames said, as a value: `after` gives the next one, `accepted` is set on the frame that completes a card.

    The same number in `needed` of the last `within` frames is accepted; another number in between starts the count anew; a
    frame without a number only ages it. Two cards in view, at once or in turn, are nobody's: nothing is accepted until
    `within` frames have passed since. A card accepted before (see `ShownCards`) is not accepted until it was taken away. No
    number stays once it was accepted or has left the view.
    """

    cards: ShownCards
    needed: int = 3
    within: int = 8
    accepted: CardNumber | None = None
    is_left_lying: bool = False
    """Whether this frame showed a card held off since another visit."""
    is_shown_again: bool = False
    """Whether this frame showed the card that was accepted already."""
    is_another: bool = False
    """Whether this frame showed another number than the frames just before it."""
    candidate: CardNumber | None = None
    recent: tuple[bool, ...] = ()
    """Which of the last frames showed the candidate."""
    disputed: int = 0
    """For how many frames nothing is accepted yet."""

    @classmethod
    def on(cls, card_format: CardFormat, key: bytes) -> "Agreement":
        """The agreement that cards of that format need, before any frame. `key` is the process's own, by chance."""
        needed = frames_to_agree(card_format)
        return cls(ShownCards(key), needed, within=max(8, 2 * needed))

    def anew(self, is_same_visit: bool) -> "Agreement":
        """For the camera's next start: nothing of a number stays. A card of the same visit may be read again at once."""
        return Agreement(self.cards.anew(is_same_visit), self.needed, self.within)

    def with_told(self, number: CardNumber) -> "Agreement":
        """These and a card of this visit whose number came in another way than from the camera."""
        return replace(self, cards=self.cards.with_accepted(number))

    def after(self, judgement: Judgement, at_seconds: float) -> "Agreement":
        """The agreement once a frame has shown this, at that second of a clock that only goes forward."""
        seen = Agreement(
            self.cards.after(judgement, at_seconds),
            self.needed,
            self.within,
            candidate=self.candidate,
            recent=self.recent,
            disputed=max(0, self.disputed - 1),
        )
        if judgement.sight is Sight.TWO_CARDS:
            return replace(seen, candidate=None, recent=(), disputed=self.within)
        return seen._without_number() if judgement.number is None else seen._with(judgement.number)

    def _without_number(self) -> "Agreement":
        recent = (*self.recent, False)[-self.within :]
        return replace(self, recent=recent) if any(recent) else replace(self, candidate=None, recent=())

    def _with(self, number: CardNumber) -> "Agreement":
        if self.cards.was_left(number):
            return replace(self, candidate=None, recent=(), is_left_lying=True, cards=self.cards.with_left_seen(number))
        if self.cards.is_held(number):
            return replace(self, candidate=None, recent=(), is_shown_again=True)
        if self.candidate not in (None, number):
            return replace(self, candidate=number, recent=(True,), disputed=self.within, is_another=True)
        recent = (*self.recent, True)[-self.within :]
        if sum(recent) < self.needed or self.disputed:
            return replace(self, candidate=number, recent=recent)
        return replace(self, candidate=None, recent=(), accepted=number, cards=self.cards.with_accepted(number))
