"""How ill a line of Japanese ends at a place: well between phrases, badly amid a word; leaves the lines to `typesetting`."""

from functools import lru_cache

_FULL_STOPS = "。！？!?"
_COMMAS = "、，；：,:;"
_CLOSING = _COMMAS + "」』）】〕］｝〉》)]"
_OPENING = "「『（【〔［｛〈《"
_POLITE = "おご"
"""They stand before a noun and belong to it."""
_PARTICLES = "をはがにでとへもの"
"""They often end a phrase; を always does."""
_ENDING_A_PHRASE = _PARTICLES + "てらりくす"
"""What a phrase often ends with where the next begins with a kanji."""

_AMID_A_WORD = 6.0
_AMID_A_PHRASE = 12.0
"""A particle or an ending parted from its word."""
_WHERE_SPACES_ARE = 6.0
"""More for every other place in a text whose phrases have spaces between them, as plain Japanese has."""


def illness(before: str, after: str, is_spaced: bool) -> float:
    """How ill a line ends between these two characters, 0 for not at all; `is_spaced`: the text parts phrases by spaces."""
    if before in " 　":
        return 0.0
    return _illness(before, after) + (_WHERE_SPACES_ARE if is_spaced and before not in _FULL_STOPS + _CLOSING else 0.0)


@lru_cache(maxsize=20_000)
def _illness(before: str, after: str) -> float:
    if before in _FULL_STOPS or before in "-/":
        return 0.0
    if before in _CLOSING or after in _OPENING:
        return 0.3 if before in _COMMAS or after in _OPENING else _after_bracket(after)
    if before == "・":
        return 1.0
    first, second = _kind(before), _kind(after)
    if first == "hiragana":
        return _after_hiragana(before, after, second)
    if second == "hiragana":
        return 2.0 if after in _POLITE and first == "kanji" else _AMID_A_PHRASE
    if first == second:
        return _AMID_A_WORD if first == "kanji" else _AMID_A_PHRASE
    return _AMID_A_PHRASE if first == "letter" else _AMID_A_WORD - 1


def _after_bracket(after: str) -> float:
    """A particle stays with the quotation before it."""
    return 3.0 if _kind(after) == "hiragana" else 0.5


def _after_hiragana(before: str, after: str, kind: str) -> float:
    if kind != "hiragana":
        return 9.0 if before in _POLITE else 0.5 if before in _ENDING_A_PHRASE else 2.0
    if before == "を":
        return 1.0
    if after in _POLITE and before in _PARTICLES:
        return 2.5
    return _AMID_A_WORD - 2 if before in _PARTICLES else _AMID_A_WORD + 1


def _kind(character: str) -> str:
    """Kana, kanji (and what stands in for kanji that have kana over them), or letters and digits."""
    if "ぁ" <= character <= "ゟ":
        return "hiragana"
    if "ァ" <= character <= "ヿ":
        return "katakana"
    return "kanji" if character >= "⺀" else "letter"
