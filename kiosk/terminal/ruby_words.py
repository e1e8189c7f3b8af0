"""Reads sentences of the language files that carry kana over their kanji, written as in Aozora Bunko: 新《あたら》しい."""

import re

from kiosk.domain.furigana import Ruby

_PART = re.compile(r"([㐀-鿿々]+)《([^》]*)》|(.+?)(?=[㐀-鿿々]+《|\Z)", re.DOTALL)


def ruby_words(text: str) -> tuple[Ruby, ...]:
    """The sentence in pieces, each with the kana that stand in 《》 after its kanji; joined, their texts are the sentence."""
    return tuple(Ruby(kanji or plain, kana) for kanji, kana, plain in _PART.findall(text))
