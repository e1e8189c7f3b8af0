"""A form as a value: every key makes another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.kana import voiced

FORM = Form.of(
    Field("card_number", Keyboard.DIGITS, max_length=4),
    Field("password", Keyboard.LETTERS, is_secret=True, max_length=6),
)


def typed(form: Form, text: str) -> Form:
    for key in text:
        form = form.press(key)
    return form


def test_keys_go_to_the_active_field_and_no_further_than_its_length():
    form = typed(FORM, "123456")
    assert (form["card_number"], form["password"]) == ("1234", "")
    assert typed(form.next_field(), "abc")["password"] == "abc"


def test_erasing_takes_one_character_and_clearing_all():
    form = typed(FORM, "123")
    assert form.erase()["card_number"] == "12"
    assert form.clear()["card_number"] == ""
    assert FORM.erase()["card_number"] == ""


def test_the_field_after_the_last_is_the_last():
    assert FORM.next_field().next_field().active == "password"
    assert FORM.focus("password").focus("card_number").active == "card_number"


def test_a_fault_keeps_what_was_typed_goes_to_its_field_and_ends_with_the_next_key():
    form = typed(FORM, "12").next_field().with_fault("card_number", "card-wrong_length", digits="4")
    assert (form.active, form["card_number"]) == ("card_number", "12")
    assert (form.active_field.fault, form.active_field.fault_params) == ("card-wrong_length", (("digits", "4"),))
    assert form.press("3").active_field.fault == ""


def test_secrets_go_and_the_rest_stays():
    form = typed(typed(FORM, "12").next_field(), "abc").without_secrets()
    assert (form["card_number"], form["password"]) == ("12", "")


def test_a_form_is_filled_when_every_field_is():
    form = typed(FORM, "12")
    assert not form.is_filled
    assert typed(form.next_field(), "a").is_filled


def test_a_form_hides_what_was_typed():
    assert "abc" not in repr(typed(FORM.next_field(), "abc"))


def test_keys_go_in_and_out_where_the_cursor_is():
    form = typed(FORM, "13").move(-1).press("2")
    assert form["card_number"] == "123"
    assert form.erase_ahead()["card_number"] == "12"
    assert form.move_to(1).erase()["card_number"] == "23"


def test_every_field_has_a_cursor_of_its_own():
    form = typed(FORM, "12").move_to(0).focus("password")
    form = typed(form, "ab").focus("card_number")
    assert typed(form, "9")["card_number"] == "912"


def test_kana_are_composed_and_replaced_within_the_length_of_the_field():
    form = Form.of(Field("query", Keyboard.KANA, max_length=4)).compose("か").compose("な")
    assert form.active_field.content.composed == "かな"
    assert form.choose("仮名")["query"] == "仮名"
    assert form.choose("長すぎる候補")["query"] == "かな"
    assert form.compose("か").compose("な").compose("か")["query"] == "かなかな"
    assert form.settle().active_field.content.composed == ""


def test_a_mark_and_the_script_turn_what_was_typed():
    form = Form.of(Field("query", Keyboard.KANA)).compose("か").turn(voiced)
    assert form["query"] == "が"
    assert form.turn_script()["query"] == "ガ"


def test_romaji_are_spelled_into_the_field():
    form = Form.of(Field("query", Keyboard.ROMAJI))
    for letter in "hon":
        form = form.spell(letter)
    assert (form["query"], form.spell_out()["query"]) == ("ほn", "ほん")


@given(st.lists(st.text(max_size=3) | st.sampled_from([Form.erase, Form.clear, Form.next_field]), max_size=30))
def test_no_field_ever_holds_more_than_its_length(keys):
    form = FORM
    for key in keys:
        form = form.press(key) if isinstance(key, str) else key(form)
    assert all(len(field.text) <= field.max_length for field in form.fields)
    assert FORM["card_number"] == ""


def test_an_unknown_field_is_a_mistake_in_the_program():
    with pytest.raises(StopIteration):
        FORM.field("nothing")
