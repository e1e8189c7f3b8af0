"""Card numbers, passwords and addresses that the suite invents, in the form a library's profile asks for."""

import random

from kiosk.domain.card import CardFormat
from kiosk.domain.check_digit import CheckDigit
from kiosk.domain.password import PasswordRule

EMAIL_DOMAIN = "example.com"
"""Reserved for examples (RFC 2606): no mail to it reaches anybody."""
_USUAL_LENGTH = 8
_LETTERS = "abcdefghjkmnpqrstuvwxyz"


def card_number(card: CardFormat, chance: random.Random) -> str:
    """A number in the form of the library's cards, its check digit right."""
    has_check = card.check_digit is not CheckDigit.NONE
    length = card.max_length - len(card.prefix) - has_check
    body = card.prefix + "".join(chance.choice("0123456789") for _ in range(length))
    return card.issue(body)


def new_password(rule: PasswordRule, chance: random.Random, length: int = 0) -> str:
    """A password that the rule allows, with a capital, small letters and a digit at its end; of a usual length unless told."""
    size = length or min(max(_USUAL_LENGTH, rule.min_length), rule.max_length)
    body = "".join(chance.choice(_LETTERS) for _ in range(size - 2))
    return ("K" + body + chance.choice("123456789"))[:size]
