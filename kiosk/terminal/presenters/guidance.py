"""What a patron is told while the card is not read yet, and when the keys are offered instead; seeing is the scanner's."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.terminal.presenters.card_watch import CardWatch

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

KEYS_OFFERED_AFTER_SECONDS = 8.0
"""From the moment the card is asked for: long enough to find it in a bag, too short to give up and go."""
_NOTHING_SEEN = "nothing"


class SightKind(StrEnum):
    """How a sight is meant, for its sign and colour."""

    ASKING = "asking"
    READING = "reading"
    READ = "read"
    ADVICE = "advice"
    """The right thing, to be held differently."""
    WRONG = "wrong"
    """Not what is asked for."""
    NO_CAMERA = "no_camera"


_KINDS: Mapping[str, SightKind] = {
    _NOTHING_SEEN: SightKind.ASKING,
    "code_seen": SightKind.READING,
    "read": SightKind.READ,
    "book": SightKind.WRONG,
    "wrong_card": SightKind.WRONG,
    "wrong_code": SightKind.WRONG,
    "left_lying": SightKind.WRONG,
    "no_camera": SightKind.NO_CAMERA,
}
"""Every other sight is advice."""


@dataclass(frozen=True, slots=True)
class CardGuidance:
    """One short line and what is meant by it. `offers_keys`: the number is to be keyed rather than waited for."""

    sentence: str
    kind: SightKind
    offers_keys: bool = False


class CardGuide:
    """Puts into words what a `CardWatch` sees, and watches how long the card has been asked for."""

    def __init__(self, terminal: "Terminal", watch: CardWatch) -> None:
        self._terminal = terminal
        self._watch = watch
        self._asked_since: float | None = None
        self._has_waited = False

    def tick(self, seconds: float) -> None:
        """Time has passed; `seconds` is the steady clock."""
        if not self._watch.is_on:
            self._asked_since, self._has_waited = None, False
        elif self._asked_since is None:
            self._asked_since = seconds
        elif not self._has_waited and seconds - self._asked_since >= KEYS_OFFERED_AFTER_SECONDS:
            self._has_waited = True
            self._terminal.changed()

    @property
    def guidance(self) -> CardGuidance:
        """What to say now."""
        sight = self._watch.sight or _NOTHING_SEEN
        kind = _KINDS.get(sight, SightKind.ADVICE)
        offers_keys = self._watch.is_on and (self._has_waited or kind is SightKind.NO_CAMERA)
        return CardGuidance(self._terminal.words(f"sight-{sight}"), kind, offers_keys)
