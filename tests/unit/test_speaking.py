"""What a voice is given for the thing in focus, for a key, and for what was typed."""

import pytest

from kiosk import paths
from kiosk.terminal.speaking import Element, Role, in_one, say_character, say_characters, say_element, say_typed
from kiosk.terminal.words import Languages

LANGUAGES = Languages(paths.LANGUAGES)
JA, EN = LANGUAGES.words("ja"), LANGUAGES.words("en")


def test_a_button_is_said_by_its_name_and_what_it_is():
    assert say_element(JA, Element(Role.BUTTON, "検索")) == "検索。ボタン"
    assert say_element(EN, Element(Role.BUTTON, "Search")) == "Search. button"


def test_a_choice_says_whether_it_is_chosen_and_why_it_cannot_be():
    assert say_element(JA, Element(Role.CHOICE, "電話1", is_on=True)) == "電話1。選択肢。選んであります"
    assert say_element(JA, Element(Role.TEXT, "メール", note="登録が必要です", is_unavailable=True)) == (
        "メール。いまは使えません。登録が必要です"
    )


def test_a_row_says_its_place_among_all_rows():
    assert say_element(JA, Element(Role.ROW, "こころ", place=(3, 10_000))) == "こころ。行。10,000のうち3番目"


def test_a_field_says_what_it_holds_or_that_it_is_empty_and_then_its_fault():
    assert say_element(JA, Element(Role.FIELD, "カード番号", note="数字だけ")) == "カード番号。入力欄。空です。数字だけ"
    assert (
        say_element(JA, Element(Role.FIELD, "カード番号", "123", fault="10けたです。")) == "カード番号。入力欄。123。10けたです"
    )


def test_a_password_is_told_by_its_length_unless_its_owner_wants_to_hear_it():
    field = Element(Role.FIELD, "パスワード", "aB1", is_secret=True)
    assert say_element(JA, field) == "パスワード。入力欄。3文字"
    assert say_element(JA, field, speaks_secrets=True) == "パスワード。入力欄。a。大文字のB。1"


@pytest.mark.parametrize(
    ("character", "said"),
    [("A", "大文字のA"), ("a", "a"), ("っ", "小さいつ"), ("つ", "つ"), ("ー", "のばす音"), ("・", "なかてん"), (" ", "空白")],
)
def test_characters_that_look_or_sound_alike_are_told_apart(character, said):
    assert say_character(JA, character) == said


def test_katakana_is_told_from_hiragana():
    assert say_character(JA, "ア") != say_character(JA, "あ")


def test_every_key_of_every_board_has_a_name_of_its_own():
    from kiosk.ui.widgets.key_boards import board

    for layout in ("kana", "romaji", "letters", "digits", "email"):
        keys = [key.code for key in board(layout, has_choice=True, extra_keys="ABCD-$:/.+").keys if len(key.code) == 1]
        for words in (JA, EN):
            said = [say_character(words, key) for key in keys]
            assert len(set(said)) == len(said)
            assert all(any(each.isalnum() for each in name) for name in said)


def test_what_is_typed_is_echoed():
    assert say_typed(JA, "ここ", "こころ", False, False) == "ろ"
    assert say_typed(JA, "こ", "こころ", False, False) == "ころ"
    assert say_typed(JA, "こころ", "ここ", False, False) == "消しました、ろ"
    assert say_typed(JA, "ここ", "", False, False) == "全部消しました"
    assert say_typed(JA, "こころ", "心", False, False) == "心"
    assert say_typed(JA, "ここ", "ここ", False, False) == ""


def test_the_echo_of_a_password_gives_nothing_of_it_away():
    for before, after in (("", "q"), ("q", "q7"), ("q7", "q"), ("q7", "x")):
        assert not set("q7x") & set(say_typed(JA, before, after, True, False))
    assert say_typed(JA, "q", "q7", True, True) == "7"


def test_parts_are_said_once_each_with_a_silence_between_them():
    assert (
        in_one(JA, ["予約を取り消しますか", "", "取り消さない。\nボタン", "ボタン"])
        == "予約を取り消しますか。取り消さない。ボタン"
    )
    assert say_characters(EN, "a-1") == "a. hyphen. 1"
