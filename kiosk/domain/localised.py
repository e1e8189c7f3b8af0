"""Texts that a profile gives in several languages; the sentences of the programs themselves are in language files."""

Localised = dict[str, str]
"""A text by language code (`ja`, `en`); `ja` is always there."""


def in_language(text: Localised, language: str) -> str:
    """The text in that language, or in Japanese where the profile has none."""
    return text.get(language, text["ja"])
