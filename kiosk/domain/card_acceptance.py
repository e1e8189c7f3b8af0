"""How many frames must show the same number before a card counts as read: the model behind it, and nothing of cameras.

A false accept is a wrong number that fits the library's format and is read again and again, with no other number in between.
Each of the readings of a presentation may be the first of such a row, so that one of `frames` has at most the chance

    READINGS x MISREAD x fit x REPEAT ^ (frames - 1)

where `fit` is the share of misreads that are another number of the format. It is counted over misreads of one and of two
characters, which are those NW-7 decoders make: they take one wide bar or space for another, and a digit becomes another digit,
`-` or `$`, a start character another one. Start and stop, length, prefix and check digit must let it pass. Every letter is
taken for equally likely; measured, two of three became a sign, which fits no format, and half of all misreads had lost some.

What the model does not hold for: a print so damaged that every frame is the same misread (the check digit alone helps there),
and cards of one format in two libraries. Two engines that read the same number in one frame have seen the same picture, so
that they are no second frame; two that differ are nobody's number.
"""

from functools import cache
from itertools import count
from random import Random

from kiosk.domain.card import CardFormat, CardNumber, CardSymbology, Symbology
from kiosk.domain.check_digit import check_digit
from kiosk.domain.errors import InvalidCardNumber

MOST_FALSE_ACCEPTS = 1e-7
"""A presentation: one in ten million."""
MISREAD = 1e-4
"""Of the frames that give a number, the share that gives a wrong one. Measured on simulated strips of NW-7 bars at the edge of
what can be read, voted on as the pipeline does: none in 33 894 (95 % bound 8.8e-5). Of single readings, before the vote, 121 in
261 626 were wrong and 19 of those were numbers of the format; no two of a frame were wrong alike."""
REPEAT = 0.04
"""Chance that the next number read is the very same misread. Measured on those single readings, the bars held still but for a
hand's shake: none in 74 (95 % bound 0.040)."""
READINGS = 12
"""Numbers read in a presentation before one is accepted or four seconds are over. Calculated: 8.2 on average at the worst share
of frames that give a number, one in five; fewer where more of them or fewer do."""
TWO_CHARACTERS = 0.2
"""Share of the misreads that change two characters. Measured: 4 of 56 changed more than one."""

_SAMPLES = 4000
_ENOUGH = 400
"""Misreads that fit, after which no more are sampled: the share is then far from where it would ask for a frame less."""
_DIGITS = "0123456789"
_CODE39 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
_ALIKE = {Symbology.CODABAR: (_DIGITS + "-$", ":/.+", "ABCD"), Symbology.CODE39: (_CODE39,)}
"""Characters with as many wide elements in as many bars are taken for each other; elsewhere digits for digits."""
_OWN_CHECK = {Symbology.CODE128: 1 / 103, Symbology.EAN13: 1 / 10, Symbology.QR: 1 / 1000}
"""Share of the misreads that a symbology's own check lets pass: modulus 103, modulus 10, error correction."""


@cache
def frames_to_agree(card_format: CardFormat) -> int:
    """The frames that must agree on a card of that format: at least two, and so many that false accepts are rare enough."""
    return next(frames for frames in count(2) if false_accepts(card_format, frames) <= MOST_FALSE_ACCEPTS)


def false_accepts(card_format: CardFormat, frames: int) -> float:
    """The chance that a presentation ends with a wrong number when so many frames must agree; an upper bound."""
    return READINGS * MISREAD * share_that_fits(card_format) * REPEAT ** (frames - 1)


@cache
def share_that_fits(card_format: CardFormat) -> float:
    """Of all misreads of the library's cards, how many are another number of its format: of the weakest symbology it uses."""
    return max(
        _OWN_CHECK.get(symbology, 1.0)
        * ((1 - TWO_CHARACTERS) * _share(card_format, symbology, 1) + TWO_CHARACTERS * _share(card_format, symbology, 2))
        for symbology in card_format.symbologies
    )


def _share(card_format: CardFormat, symbology: CardSymbology, characters: int) -> float:
    """Sampled: the same cards and misreads each time."""
    chance = Random(characters)  # noqa: S311  # a sample, no secret
    fitting = sampled = 0
    while sampled < _SAMPLES and fitting < _ENOUGH:
        payload = _printed(card_format, symbology, chance)
        fitting += _is_another_number(payload, _misread(payload, symbology, characters, chance), symbology, card_format)
        sampled += 1
    return fitting / sampled


def _printed(card_format: CardFormat, symbology: CardSymbology, chance: Random) -> str:
    length = chance.randint(card_format.min_length, card_format.max_length)
    pair = chance.choice(card_format.allowed_pairs)
    free = length - len(card_format.prefix) - len(check_digit("0", card_format.check_digit, pair))
    body = card_format.prefix + "".join(chance.choice(_DIGITS) for _ in range(free))
    number = body + check_digit(body, card_format.check_digit, pair)
    return pair[0] + number + pair[1] if symbology is Symbology.CODABAR or card_format.keep_start_stop else number


def _misread(payload: str, symbology: CardSymbology, characters: int, chance: Random) -> str:
    read = list(payload)
    for place in chance.sample(range(len(read)), min(characters, len(read))):
        alike = next((group for group in _ALIKE.get(symbology, ()) if read[place] in group), _DIGITS)
        read[place] = chance.choice([each for each in alike if each != read[place]])
    return "".join(read)


def _is_another_number(printed: str, read: str, symbology: CardSymbology, card_format: CardFormat) -> bool:
    """Whether what was read is a number, and another one: stripped start and stop characters are no part of it."""
    try:
        number = CardNumber.from_symbol(read, symbology, card_format)
    except InvalidCardNumber:
        return False
    return number != CardNumber.from_symbol(printed, symbology, card_format)
