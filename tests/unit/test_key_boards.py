"""The boards of the on-screen keyboard: what can be typed, and that no key lies over another."""

import string
from itertools import combinations, product

import pytest

from kiosk.ui.widgets.key_boards import CHOICE, Board, board

LAYOUTS = ("kana", "romaji", "letters", "digits", "email")
KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんー"


def typed(shown: Board) -> set[str]:
    return {key.code for key in shown.keys if key.is_character}


@pytest.mark.rule("TE-01")
def test_every_kana_letter_and_digit_can_be_typed_without_a_hardware_keyboard():
    assert typed(board("kana")) >= set(KANA)
    assert typed(board("letters")) >= set(string.ascii_lowercase + string.digits)
    assert typed(board("letters", is_shifted=True)) >= set(string.ascii_uppercase + string.digits)
    assert typed(board("digits")) == set(string.digits)
    assert typed(board("romaji")) >= set(string.ascii_lowercase + string.digits + "ー・")
    assert typed(board("email")) >= set(string.ascii_lowercase + string.digits + "@.-_+")


@pytest.mark.parametrize("extra_keys", ["", "AB", "ABCD", "-$:/.+", "ABCD-$:/.+"])
def test_the_number_pad_has_what_a_card_number_may_have_besides_digits(extra_keys):
    assert typed(board("digits", extra_keys=extra_keys)) == set(string.digits + extra_keys)
    assert board("digits", extra_keys=extra_keys).rows == board("digits").rows


BOARDS = [*product(LAYOUTS, (False, True), ("",)), *product(("digits",), (False, True), ("AB", "-$:/.+", "ABCD-$:/.+"))]


@pytest.mark.parametrize(("layout", "has_choice", "extra_keys"), BOARDS)
def test_no_key_lies_over_another_or_off_the_board(layout, has_choice, extra_keys):
    shown = board(layout, has_choice=has_choice, extra_keys=extra_keys)
    for key in shown.keys:
        assert key.column >= 0
        assert key.column + key.width <= shown.columns + 1e-9
        assert key.row + key.height <= shown.rows + 1e-9
    for one, other in combinations(shown.keys, 2):
        across = min(one.column + one.width, other.column + other.width) - max(one.column, other.column)
        down = min(one.row + one.height, other.row + other.height) - max(one.row, other.row)
        assert across <= 1e-9 or down <= 1e-9, (one, other)


def test_free_text_in_letters_has_the_signs_that_a_catalogue_asks_for():
    assert typed(board("letters", has_choice=True)) >= set("-.:'&+#/")
    assert "space" in {key.code for key in board("letters", has_choice=True).keys}


def test_a_password_has_no_keys_but_letters_and_digits():
    assert typed(board("letters")) == set(string.ascii_lowercase + string.digits)


def test_the_keys_that_choose_a_board_stay_where_they_are_and_come_first():
    firsts = [board(name, has_choice=True).keys[: len(CHOICE) + 3] for name in CHOICE]
    assert len(set(firsts)) == 1
    assert all(key.row == 5 for key in firsts[0])
    assert [key.code for key in firsts[0]][: len(CHOICE)] == [f"layout-{name}" for name in CHOICE]


@pytest.mark.parametrize("layout", CHOICE)
def test_every_board_of_free_text_can_delete_clear_and_move_the_cursor(layout):
    codes = {key.code for key in board(layout, has_choice=True, extra_keys="-X./").keys}
    assert codes >= {"erase", "clear", "left", "right", "space"}


@pytest.mark.parametrize("layout", CHOICE)
def test_no_key_of_free_text_is_smaller_than_one_place(layout):
    for key in board(layout, has_choice=True, extra_keys="-X./").keys:
        assert key.width >= 1
        assert key.height >= 1


def test_the_kana_table_begins_at_the_right_and_reads_downwards():
    places = {key.code: (key.column, key.row) for key in board("kana").keys}
    columns = [places[kana][0] for kana in "あかさたなはまやらわ"]
    assert columns == sorted(columns, reverse=True)
    assert [places[kana][1] for kana in "あいうえお"] == [0, 1, 2, 3, 4]
