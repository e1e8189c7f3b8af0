"""Turns the last kana of a text into its voiced, half-voiced or small form, and back; leaves keys and fields to others."""

_VOICED = dict(zip("うかきくけこさしすせそたちつてとはひふへほ", "ゔがぎぐげござじずぜぞだぢづでどばびぶべぼ", strict=True))
_HALF_VOICED = dict(zip("はひふへほ", "ぱぴぷぺぽ", strict=True))
_SMALL = dict(zip("あいうえおつやゆよわ", "ぁぃぅぇぉっゃゅょゎ", strict=True))
_TO_KATAKANA = 0x60


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
