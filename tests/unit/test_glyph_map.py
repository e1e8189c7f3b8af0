"""Which characters a font has glyphs for: the same whether their glyphs are named or not."""

import pytest
from fontTools.ttLib import TTFont

from kiosk import paths
from kiosk.ui.glyph_map import characters


@pytest.mark.parametrize(
    "font", sorted([*paths.FONTS.glob("*.[ot]tf"), *paths.ICONS.glob("*.ttf")]), ids=lambda font: font.name
)
def test_every_font_of_ours_has_the_characters_of_its_named_glyphs(font):
    with TTFont(font) as file:
        assert characters(font) == frozenset(file.getBestCmap())
