"""How passwords are kept."""

from argon2 import Type, extract_parameters

from kiosk.central import passwords
from kiosk.central.passwords import hash_password, is_password


def test_a_password_is_kept_as_argon2id_and_salted():
    first, second = hash_password("Abc123"), hash_password("Abc123")
    assert extract_parameters(first).type is Type.ID
    assert first != second
    assert is_password(first, "Abc123")
    assert is_password(second, "Abc123")


def test_upper_and_lower_case_are_distinct():
    assert not is_password(hash_password("Abc123"), "abc123")


def test_without_a_password_on_record_nothing_fits_and_the_same_work_is_done():
    assert not is_password(None, "")
    assert not is_password(None, "Abc123")
    assert extract_parameters(passwords._NOBODY) == extract_parameters(hash_password("Abc123"))


def test_a_damaged_hash_fits_nothing():
    assert not is_password("not a hash", "Abc123")
