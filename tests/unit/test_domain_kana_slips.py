"""A slip of the finger in kana leaves the same behind as what was meant."""

import pytest

from kiosk.domain.kana_slips import loosened
from kiosk.domain.text import fold


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("わかはい", "わがはい"),
        ("わがわい", "わがはい"),
        ("かつこう", "がっこう"),
        ("がつこう", "がっこう"),
        ("がっこお", "がっこう"),
        ("がっこ", "がっこう"),
        ("とうきよう", "とーきょー"),
        ("しやーろつく", "シャーロック"),
        ("しゃろっく", "シャーロック"),
        ("はりーぼつたー", "ハリー・ポッター"),
        ("おおかみ", "おうかみ"),
        ("おかあさん", "おかーさん"),
        ("せんせえ", "せんせい"),
        ("みつき", "みづき"),
        ("ちちむ", "ちぢむ"),
        ("はなち", "はなぢ"),
        ("こんにちわ", "こんにちは"),
        ("みずお", "みずを"),
        ("えいご", "へいご"),
        ("なつつめ", "なつめ"),
        ("おにいさん", "おにさん"),
        ("ゆうき", "ゆき"),
        ("harrry", "hary"),
    ],
)
def test_a_slip_leaves_the_same_behind(typed, meant):
    assert loosened(fold(typed)) == loosened(fold(meant))


@pytest.mark.parametrize(
    ("one", "other"), [("なつめ", "なすび"), ("こころ", "ところ"), ("ねこ", "いぬ"), ("夏目", "夏木"), ("さくら", "さくらんぼ")]
)
def test_other_words_stay_others(one, other):
    assert loosened(fold(one)) != loosened(fold(other))


def test_kanji_and_blanks():
    assert loosened(fold("夏目　漱石")) == "夏目漱石"
