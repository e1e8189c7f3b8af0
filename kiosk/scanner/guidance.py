"""Which sight to tell the person: what the last frames showed, kept from flickering. What a frame shows, sight.py says."""

from dataclasses import dataclass, replace

from kiosk.scanner.agreement import Agreement
from kiosk.scanner.sight import Judgement, Sight

_WINDOW = 8
_FRAMES_UNTIL_TOLD = {
    Sight.CODE_SEEN: 1,
    Sight.BOOK: 2,
    Sight.LEFT_LYING: 2,
    Sight.TWO_CARDS: 3,
    Sight.WRONG_CODE: 3,
    Sight.TOO_FAR: 4,
    Sight.BLURRED: 4,
    Sight.GLARE: 4,
    Sight.WRONG_CARD: 5,
    Sight.DARK: 6,
    Sight.NOTHING: 6,
}
"""Of the last eight. A card half in view may be misread as another library's, which must not be said too soon; the code of a
book has a check digit."""
_NO_CARD = (Sight.BOOK, Sight.WRONG_CODE, Sight.WRONG_CARD)


@dataclass(frozen=True, slots=True)
class Guidance:
    """The sight to show. `after` gives the next one: `READ` comes at once, anything else once enough frames have shown it."""

    sight: Sight = Sight.NOTHING
    recent: tuple[Sight, ...] = ()

    def after(self, judgement: Judgement, agreement: Agreement) -> "Guidance":
        """The guidance once a frame was judged and counted."""
        seen = _seen(judgement, agreement)
        if seen is Sight.READ:
            return Guidance(Sight.READ)
        earlier = self.recent
        if judgement.number is not None:
            earlier = tuple(one for one in earlier if one not in _NO_CARD)
        recent = (*earlier, seen)[-_WINDOW:]
        if not self._gives_way(seen, recent, agreement):
            return replace(self, recent=recent)
        if self.sight is Sight.NOTHING:
            recent = tuple(one for one in recent if one is not Sight.NOTHING)  # what was empty before is no sign of leaving
        return Guidance(seen, recent)

    def _gives_way(self, seen: Sight, recent: tuple[Sight, ...], agreement: Agreement) -> bool:
        """Whether the sight shown is replaced; one that is shown stays until another has been seen more often."""
        if seen is Sight.NOTHING and self.sight is Sight.LEFT_LYING and agreement.cards.left:
            return False
        votes = recent.count(seen)
        needed = _FRAMES_UNTIL_TOLD[Sight.NOTHING if self.sight is Sight.READ else seen]
        has_most = self.sight is Sight.NOTHING or votes > recent.count(self.sight)
        return votes >= needed and has_most


def _seen(judgement: Judgement, agreement: Agreement) -> Sight:
    if agreement.accepted is not None or agreement.is_shown_again:
        return Sight.READ
    if agreement.is_left_lying:
        return Sight.LEFT_LYING
    return Sight.TWO_CARDS if agreement.is_another else judgement.sight
