"""How many frames must show the same number before a card counts as read: the model behind it, and nothing of cameras."""

from functools import cache

from kiosk.domain.card import CardFormat
from kiosk.domain.check_digit import CheckDigit


@cache
def frames_to_agree(card_format: CardFormat) -> int:
    """The frames that must agree on a card of that format."""
    return 4 if card_format.check_digit is CheckDigit.NONE else 3
