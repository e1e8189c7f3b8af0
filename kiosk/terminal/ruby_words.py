"""Reads sentences of the language files that carry kana over their kanji, written as in Aozora Bunko: 新《あたら》しい."""

from kiosk.domain.furigana import Ruby
from kiosk.terminal.annotated import from_aozora, runs


def ruby_words(text: str) -> tuple[Ruby, ...]:
    """The sentence in pieces, each with the kana that stand in 《》 after its kanji; joined, their texts are the sentence."""
    return runs(from_aozora(text))
