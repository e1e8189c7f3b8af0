"""Which characters a font has glyphs for: as a font library tells it, at a fraction of the time."""

import pytest
from fontTools.ttLib import TTFont

from kiosk import paths
from kiosk.ui.glyph_map import characters


@pytest.mark.parametrize(
    "font", sorted([*paths.FONTS.glob("*.[ot]tf"), *paths.ICONS.glob("*.ttf")]), ids=lambda font: font.name
)
def test_every_font_of_ours_has_the_characters_a_font_library_finds_in_it(font):
    with TTFont(font) as file:
        assert characters(font) == frozenset(file.getBestCmap())


def test_a_file_without_a_character_map_has_none(tmp_path):
    (tmp_path / "empty.ttf").write_bytes(b"\0\1\0\0" + bytes(8))
    assert characters(tmp_path / "empty.ttf") == frozenset()
