"""A book is found by any form of its ISBN."""

import pytest

from kiosk.domain.isbn import is_isbn, isbn_forms


@pytest.mark.parametrize("written", ["978-4-10-101013-7", "9784101010137", "4-10-101013-7", "4101010137"])
def test_an_isbn_has_both_its_forms(written):
    assert set(isbn_forms(written)) == {"9784101010137", "4101010137"}


def test_the_check_digit_of_ten_may_be_an_x():
    assert isbn_forms("0-8044-2957-x") == ("9780804429573", "080442957X")
    assert isbn_forms("9780804429573") == ("9780804429573", "080442957X")


def test_a_number_of_the_new_range_has_one_form_only():
    assert isbn_forms("979-10-90636-07-1") == ("9791090636071",)


def test_what_is_no_isbn_stays_what_it_is():
    assert isbn_forms("0000000000000") == ("0000000000000",)
    assert isbn_forms("") == isbn_forms("絶版") == ()


@pytest.mark.parametrize("written", ["978-4-10-101013-7", "4101010137", "080442957x", "979-10-90636-07-1"])
def test_a_right_check_digit_makes_an_isbn(written):
    assert is_isbn(written)


@pytest.mark.parametrize("written", ["9784101010138", "4101010136", "1234567890123", "2020", "", "X", "410101013"])
def test_a_wrong_check_digit_or_length_makes_none(written):
    assert not is_isbn(written)
