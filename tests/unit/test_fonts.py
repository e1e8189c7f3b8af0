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


@needs_fallbacks
def test_a_japanese_title_within_a_chinese_sentence_keeps_its_shapes_as_a_whole() -> None:
    stretches = list(runs("您预约了《図書館戦争》。", language="zh-Hans"))
    assert [text for font, text in stretches if font == book_font(False)] == ["図書館戦争"]
    assert all("NotoSansSC" in font for font, text in stretches if text != "図書館戦争")


@pytest.mark.parametrize(("language", "name"), [("zh-Hans", "SC"), ("zh-Hant", "TC"), ("ko", "KR")])
def test_each_language_has_the_shapes_its_readers_know(language: str, name: str) -> None:
    text = {"zh-Hans": "图书馆 3楼", "zh-Hant": "圖書館 3樓", "ko": "도서관 3층"}[language]
    assert [f"NotoSans{name}-Bold" in font for font, _ in runs(text, bold=True, language=language)] == [True]


@needs_fallbacks
def test_what_is_catalogued_is_set_as_japanese_in_every_language() -> None:
    assert "SC" not in next(runs("直骨海"))[0]
    assert next(runs("直骨海", language="en")) == next(runs("直骨海"))


def test_marks_over_letters_become_one_with_them_and_compatible_kanji_stay_as_they_are() -> None:
    assert drawable("Vie\u0323\u0302t か\u3099") == "Vi\u1ec7t が"
    assert drawable("神\ufa19") == "神\ufa19"


def test_what_no_font_can_set_leaves_no_mark_on_what_it_belongs_to() -> None:
    assert drawable("葛\U000e0100城") == "葛城"
    assert drawable("Rossii\ufe20a\ufe21") == "Rossiia"
