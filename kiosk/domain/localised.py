"""Texts that a profile gives in several languages; the sentences of the programs themselves are in language files."""

Localised = dict[str, str]
"""A text by language code (`ja`, `en`); `ja` is always there."""

_INSTEAD = {"ko": "en"}
"""What is shown for a language that a profile does not speak, where that is not Japanese: names in kanji say something to who
reads Chinese, and those in Latin letters to others."""


def in_language(text: Localised, language: str) -> str:
    """The text in that language, or where the profile has none in the one nearest to it, at last in Japanese."""
    return text.get(language) or text.get(_INSTEAD.get(language, "ja")) or text["ja"]
