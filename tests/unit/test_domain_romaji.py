"""Kana come of letters key by key, in whichever of the two spellings a person has learnt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.romaji import finished, to_kana, typed


def keyed(letters: str) -> str:
    """What stands in the field after these keys and a last one that ends the word."""
    kana = pending = ""
    for letter in letters:
        more, pending = typed(pending, letter)
        kana += more
    return kana + finished(pending)


@pytest.mark.parametrize(
    ("letters", "kana"),
    [
        ("natsumesouseki", "なつめそうせき"),
        ("natumesouseki", "なつめそうせき"),
        ("wagahaihanekodearu", "わがはいはねこである"),
        ("shashinshuu", "しゃしんしゅう"),
        ("syasinsyuu", "しゃしんしゅう"),
        ("chijin", "ちじん"),
        ("tizin", "ちじん"),
        ("fuji", "ふじ"),
        ("huzi", "ふじ"),
        ("jazyajya", "じゃじゃじゃ"),
        ("cha", "ちゃ"),
        ("tya", "ちゃ"),
        ("cya", "ちゃ"),
        ("matchi", "まっち"),
        ("macchi", "まっち"),
        ("gakkou", "がっこう"),
        ("zasshi", "ざっし"),
        ("zassi", "ざっし"),
        ("kan'i", "かんい"),
        ("kanni", "かんい"),
        ("onnna", "おんな"),
        ("honya", "ほにゃ"),
        ("honnya", "ほんや"),
        ("hon'ya", "ほんや"),
        ("shinbun", "しんぶん"),
        ("shimbun", "しんぶん"),
        ("hon", "ほん"),
        ("ra-men", "らーめん"),
        ("hari-potta-", "はりーぽったー"),
        ("vaiorin", "ゔぁいおりん"),
        ("xtultuxyalyo", "っっゃょ"),
        ("pa-thi-", "ぱーてぃー"),
        ("dhizuni-", "でぃずにー"),
        ("firumu", "ふぃるむ"),
        ("tsuite", "ついて"),
        ("wo", "を"),
        ("NATSUME", "なつめ"),
        ("di du", "ぢ づ"),
        ("fyu-jon", "ふゅーじょん"),
        ("wirusu", "うぃるす"),
    ],
)
def test_letters_become_kana_while_they_are_typed(letters, kana):
    assert keyed(letters) == kana


def test_letters_wait_until_they_spell_something():
    assert typed("", "n") == ("", "n")
    assert typed("n", "a") == ("な", "")
    assert typed("n", "k") == ("ん", "k")
    assert typed("n", "n") == ("ん", "")
    assert typed("k", "k") == ("っ", "k")
    assert typed("s", "h") == ("", "sh")
    assert typed("sh", "o") == ("しょ", "")
    assert typed("tc", "h") == ("", "tch")
    assert typed("", "-") == ("ー", "")


def test_a_letter_that_spells_nothing_comes_out_as_it_is():
    assert typed("k", "t") == ("k", "t")
    assert typed("k", "1") == ("k1", "")
    assert finished("k") == "k"


@pytest.mark.parametrize(
    ("letters", "kana"),
    [
        ("natsume", "なつめ"),
        ("onna", "おんな"),
        ("onnna", "おんな"),
        ("konnichiwa", "こんにちわ"),
        ("annya", "あんにゃ"),
        ("gumma", "ぐんま"),
    ],
)
def test_a_whole_word_is_read_as_it_is_written_too(letters, kana):
    assert to_kana(letters) == kana


@pytest.mark.parametrize("letters", ["python", "c++", "", "harry", "ねこ", "k", "book 1"])
def test_words_that_are_no_romaji_give_no_kana(letters):
    assert to_kana(letters) is None


@given(st.text("abcdefghijklmnopqrstuvwxyz'-", max_size=12))
def test_nothing_that_waits_is_ever_longer_than_the_letters_of_one_kana(letters):
    pending = ""
    for letter in letters:
        _, pending = typed(pending, letter)
        assert len(pending) <= 3
