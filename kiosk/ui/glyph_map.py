"""Tells which characters a font file has glyphs for; which font draws what is left to others."""

from pathlib import Path

from fontTools.ttLib import TTFont

_MOST_GLYPHS = 0x10000


def characters(font: Path) -> frozenset[int]:
    """The code points the font has a glyph for. A collection answers with its first font. Raises OSError, TTLibError."""
    with TTFont(font, fontNumber=0, lazy=True) as file:
        # The names of glyphs are not wanted; finding them out would take most of the time, a tenth of a second a font.
        file.setGlyphOrder([""] * _MOST_GLYPHS)
        return frozenset(file.getBestCmap())
