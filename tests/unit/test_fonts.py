"""Every character finds a font, and what none has is drawn as 〓: no empty box comes to the screen."""

import pytest

from kiosk.ui.fonts import GETA, book_font, drawable, font_for, missing_fallbacks, runs

needs_fallbacks = pytest.mark.skipif(bool(missing_fallbacks()), reason="Debian's fonts-noto-cjk or fonts-noto-core is missing")


@pytest.mark.parametrize("bold", [False, True])
def test_plain_japanese_is_drawn_by_the_book_font_alone(bold: bool) -> None:
    assert list(runs("図書館のカードで、予約できます。ABC 123", bold)) == [
        (book_font(bold), "図書館のカードで、予約できます。ABC 123")
    ]


@needs_fallbacks
@pytest.mark.parametrize("text", ["𠮷野家", "髙﨑", "한국어", "汉语拼音", "ภาษาไทย", "עברית", "العربية", "ж", "①㈱", "☃"])
def test_names_and_titles_of_other_scripts_find_a_font(text: str) -> None:
    assert all(font_for(character, bold=False) for character in text)
    assert drawable(text) == text


@needs_fallbacks
def test_a_rare_character_changes_the_font_for_itself_only() -> None:
    stretches = list(runs("森と𠮷野", bold=False))
    assert "".join(text for _, text in stretches) == "森と𠮷野"
    assert [text for font, text in stretches if font != book_font(False)] == ["𠮷"]


def test_a_character_no_font_has_is_drawn_as_a_geta() -> None:
    private_use = "\U0010fffd"
    assert drawable(f"本{private_use}本") == f"本{GETA}本"
    assert font_for(GETA, bold=False) == book_font(False)


def test_what_cannot_be_seen_leaves_no_mark() -> None:
    assert drawable("図\u200b書\ufeff館") == "図書館"
    assert drawable("図\t書") == "図 書"


@pytest.mark.parametrize("control", ["\x00", "\x07", "\x1b", "\x7f"])
def test_control_characters_reach_no_font(control: str) -> None:
    assert control not in drawable(f"本{control}")


@pytest.mark.parametrize("bold", [False, True])
def test_a_space_stays_with_the_stretch_it_follows(bold: bool) -> None:
    assert len(list(runs("a b c", bold))) == 1
