"""The keys ゛゜小 and あ→ア of the kana board."""

import pytest

from kiosk.terminal.kana import half_voiced, is_kana, small, to_hiragana, to_katakana, voiced


@pytest.mark.parametrize(
    ("turn", "before", "after"),
    [
        (voiced, "か", "が"),
        (voiced, "が", "か"),
        (voiced, "わは", "わば"),
        (voiced, "ぱ", "ば"),
        (voiced, "っ", "づ"),
        (voiced, "う", "ゔ"),
        (half_voiced, "は", "ぱ"),
        (half_voiced, "ば", "ぱ"),
        (half_voiced, "ぱ", "は"),
        (small, "きつ", "きっ"),
        (small, "きっ", "きつ"),
        (small, "や", "ゃ"),
        (small, "づ", "っ"),
        (voiced, "カ", "ガ"),
        (half_voiced, "ホ", "ポ"),
        (small, "ツ", "ッ"),
        (voiced, "ウ", "ヴ"),
    ],
)
def test_a_mark_turns_the_last_kana_and_turns_it_back(turn, before, after):
    assert turn(before) == after


@pytest.mark.parametrize("text", ["", "あ", "漢字", "ん", "ーー", "abc", "は "])
def test_a_mark_that_has_no_place_changes_nothing(text):
    assert half_voiced(text) == text


@pytest.mark.parametrize("kana", "かさたはうアツハ")
def test_the_mark_pressed_twice_gives_the_kana_back(kana):
    assert voiced(voiced(kana)) == kana


def test_a_text_goes_from_one_script_to_the_other_and_everything_else_stays():
    assert to_katakana("はりー・ぽった゛ 漢字abc") == "ハリー・ポッタ゛ 漢字abc"
    assert to_hiragana("ハリー・ポッターヴ ヵヶ") == "はりー・ぽったーゔ ゕゖ"


def test_kana_are_told_from_their_marks_and_from_kanji():
    assert [each for each in "ぁあンヶー・漢aﾊ" if is_kana(each)] == ["ぁ", "あ", "ン", "ヶ"]
