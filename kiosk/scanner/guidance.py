"""Which sight to tell the person: what the last frames showed, kept from flickering."""

from dataclasses import dataclass

from kiosk.scanner.agreement import Agreement
from kiosk.scanner.sight import Judgement, Sight

_WINDOW = 8
_FRAMES_UNTIL_TOLD = {
    Sight.CODE_SEEN: 1,
    Sight.BOOK: 2,
    Sight.WRONG_CODE: 2,
    Sight.TWO_CARDS: 2,
    Sight.LEFT_LYING: 2,
    Sight.TOO_FAR: 4,
    Sight.BLURRED: 4,
    Sight.GLARE: 4,
    Sight.WRONG_CARD: 5,
    Sight.DARK: 6,
    Sight.NOTHING: 6,
}


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
        recent = (*self.recent, seen)[-_WINDOW:]
        votes = recent.count(seen)
        has_most = self.sight in (Sight.NOTHING, seen) or votes > recent.count(self.sight)
        is_told = votes >= _FRAMES_UNTIL_TOLD[seen] and has_most
        return Guidance(seen if is_told else self.sight, recent)


def _seen(judgement: Judgement, agreement: Agreement) -> Sight:
    if agreement.accepted is not None or agreement.is_shown_again:
        return Sight.READ
    if agreement.is_left_lying:
        return Sight.LEFT_LYING
    return Sight.TWO_CARDS if agreement.is_another else judgement.sight
