"""Turns kana: the last of a text voiced, half-voiced or small, a text from one script to the other; leaves keys to others."""

_VOICED = dict(zip("うかきくけこさしすせそたちつてとはひふへほ", "ゔがぎぐげござじずぜぞだぢづでどばびぶべぼ", strict=True))
_HALF_VOICED = dict(zip("はひふへほ", "ぱぴぷぺぽ", strict=True))
_SMALL = dict(zip("あいうえおつやゆよわ", "ぁぃぅぇぉっゃゅょゎ", strict=True))
_TO_KATAKANA = 0x60
_KATAKANA_OF = {code: code + _TO_KATAKANA for code in range(ord("ぁ"), ord("ゖ") + 1)}
_HIRAGANA_OF = {katakana: hiragana for hiragana, katakana in _KATAKANA_OF.items()}


def to_katakana(text: str) -> str:
    """The text with every hiragana as katakana."""
    return text.translate(_KATAKANA_OF)


def to_hiragana(text: str) -> str:
    """The text with every katakana that has one as hiragana."""
    return text.translate(_HIRAGANA_OF)


def is_kana(character: str) -> bool:
    """Whether the character is a hiragana or katakana; the long-vowel mark is not asked for here."""
    return ord(character) in _KATAKANA_OF or ord(character) in _HIRAGANA_OF


def voiced(text: str) -> str:
    """The text with ゛ at its last kana (か to が, ぱ to ば), or taken away. Unchanged where ゛ has no place."""
    return _turned(text, _VOICED)


def half_voiced(text: str) -> str:
    """The text with ゜ at its last kana (は to ぱ, ば to ぱ), or taken away. Unchanged where ゜ has no place."""
    return _turned(text, _HALF_VOICED)


def small(text: str) -> str:
    """The text with its last kana small (つ to っ), or large again. Unchanged where there is no small form."""
    return _turned(text, _SMALL)


def _turned(text: str, forms: dict[str, str]) -> str:
    if not text:
        return text
    shift = _TO_KATAKANA if "ァ" <= text[-1] <= "ヶ" else 0
    last = chr(ord(text[-1]) - shift)
    plain = _PLAIN.get(last, last)
    if plain not in forms:
        return text
    turned = plain if last == forms[plain] else forms[plain]
    return text[:-1] + chr(ord(turned) + shift)


_PLAIN = {form: plain for forms in (_VOICED, _HALF_VOICED, _SMALL) for plain, form in forms.items()}
