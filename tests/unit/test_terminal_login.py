"""Coming in: the card, the password, a temporary password, the registration, and what the camera and a hand scanner do."""

from dataclasses import replace

import pytest
from terminal_stand import Stand

from kiosk.domain.card import CardNumber
from kiosk.domain.check_digit import CheckDigit
from kiosk.domain.registration import IdentityRegistration, TemporaryPasswordUse
from kiosk.domain.requests import Rights
from kiosk.profiles import load_profile
from kiosk.terminal.visit import Step


@pytest.mark.rule("TE-02")
def test_a_card_number_can_always_be_keyed_and_a_wrong_one_says_what_it_should_look_like():
    stand = Stand()
    patron = stand.library.add_patron()
    stand.presenter.show_card()
    stand.keys("12345")
    stand.presenter.submit()
    assert not stand.state.has_card
    assert stand.state.form.fields[0].fault == "カード番号は10けたです。もう一度お確かめください。"
    assert stand.state.form.fields[0].shown == "12345", "what was typed stays"
    stand.presenter.clear()
    stand.keys(f"{patron.card[:3]}-{patron.card[3:]}")
    stand.presenter.submit()
    assert (stand.state.has_card, stand.state.is_camera_on) == (True, False)


def stand_for(**card: object) -> Stand:
    """A terminal of a library whose cards differ so from Kumamoto's."""
    profile = load_profile("kumamoto")
    return Stand(replace(profile, card=replace(profile.card, **card)))


@pytest.mark.parametrize(
    ("card", "extra_keys", "typed", "number"),
    [
        ({}, "", "2900012345", "2900012345"),
        ({"check_digit": CheckDigit.MODULUS_16}, "-$:/.+", "290001203+", "290001203+"),
        ({"start_stop_pairs": ("BA",), "keep_start_stop": True}, "AB", "B2900-01-23-45A", "B2900012345A"),
        ({"start_stop": "", "keep_start_stop": True}, "ABCD", "C2900012345D", "C2900012345D"),
    ],
)
def test_the_number_pad_has_every_key_that_the_librarys_card_numbers_need(card, extra_keys, typed, number):
    stand = stand_for(**card)
    stand.presenter.show_card()
    assert (stand.state.form.keyboard, stand.state.form.extra_keys) == ("digits", extra_keys)
    stand.keys(typed)
    stand.presenter.submit()
    assert stand.terminal.visit.card_number == CardNumber(number)
    assert stand.state.form.extra_keys == "", "the password has a keyboard of its own"


def test_extra_keys_are_there_for_the_card_number_only_at_the_proof_of_identity():
    stand = stand_for(check_digit=CheckDigit.MODULUS_16)
    stand.terminal.open(Step.REGISTER_IDENTITY)
    assert stand.state.form.extra_keys == "-$:/.+"
    stand.presenter.focus("phone")
    assert stand.state.form.extra_keys == ""


def test_a_number_with_letters_is_told_what_is_wrong_with_it_in_its_own_words():
    stand = stand_for(start_stop="", keep_start_stop=True)
    stand.presenter.show_card()
    faults = []
    for typed in ("2900012345", "A29000A2345A"):
        stand.presenter.clear()
        stand.keys(typed)
        stand.presenter.submit()
        faults.append(stand.state.form.fields[0].fault)
    assert faults == [stand.terminal.words("card-wrong_start_stop"), stand.terminal.words("card-wrong_character")]


@pytest.mark.rule("TE-02")
def test_the_camera_is_on_just_while_a_card_is_asked_for():
    stand = Stand()
    patron = stand.library.add_patron()
    assert not stand.reader.is_on
    stand.presenter.show_card()
    assert stand.reader.is_on
    assert stand.presenter.preview() == "a picture"
    stand.reader.on_sight("wrong_code")
    assert stand.state.guidance.sentence == "これは図書館カードのバーコードではないようです。\nカードを見せてください"
    stand.reader.show(patron.card)
    assert not stand.reader.is_on
    assert stand.presenter.preview() is None
    stand.presenter.change_card()
    assert stand.reader.is_on
    stand.terminal.back()
    assert (stand.step, stand.reader.is_on) == (Step.REST, False)


def test_a_card_that_the_camera_saw_too_late_is_not_heard():
    stand = Stand()
    stand.presenter.show_card()
    late, late_sight = stand.reader.on_card, stand.reader.on_sight
    stand.terminal.end_visit()
    stand.presenter.show_card()
    late(CardNumber("0000000001"))
    late_sight("wrong_code")
    assert not stand.state.has_card
    assert stand.terminal.visit.card_number is None
    assert stand.state.guidance.sentence == "カードのバーコードを、カメラに見せてください"


@pytest.mark.rule("TE-02")
def test_a_hand_scanner_logs_in_from_the_rest_screen_and_types_into_no_field():
    stand = Stand()
    patron = stand.library.add_patron()
    for character in f"A{patron.card}A\r":
        stand.terminal.key_typed(character)
        stand.seconds += 0.01
    assert (stand.step, stand.state.has_card) == (Step.LOGIN, True)
    stand.later(1)
    assert stand.presenter.form["password"] == ""


def test_a_book_under_the_hand_scanner_is_told_as_no_card():
    stand = Stand()
    stand.presenter.show_card()
    for character in "9784101010014\r":
        stand.terminal.key_typed(character)
        stand.seconds += 0.01
    stand.later(1)
    assert stand.state.guidance.sentence == "これは本のバーコードです。\n図書館カードを見せてください"
    assert stand.presenter.form["card_number"] == ""


def test_fingers_on_a_keyboard_type_into_the_active_field():
    stand = Stand()
    stand.terminal.open(Step.SEARCH)
    for character in "tsuku\b":
        stand.terminal.key_typed(character)
        stand.later(0.25)
    assert stand.presenter.form["query"] == "tsuk"
    stand.terminal.key_typed("\r")
    stand.later(0.25)
    assert stand.step is Step.RESULTS


def test_another_card_cannot_be_chosen_while_the_first_one_is_logging_in():
    stand = Stand()
    patron = stand.library.add_patron()
    stand.presenter.show_card()
    stand.reader.show(patron.card)
    stand.keys("Abc123")
    stand.background.is_held = True
    stand.presenter.submit()
    stand.presenter.change_card()
    assert stand.state.has_card
    stand.background.release()
    assert stand.step is Step.MENU


def test_the_menu_asked_for_in_the_middle_of_a_login_goes_on_with_the_same_card():
    stand = Stand()
    patron, title = stand.library.add_patron(), stand.library.add_title()
    stand.to_login(title)
    stand.reader.show(patron.card)
    stand.terminal.open(Step.MENU)
    assert stand.state.has_card
    stand.keys("Abc123")
    stand.presenter.submit()
    assert stand.step is Step.MENU
    assert stand.terminal.chrome.cart_count == 1


@pytest.mark.rule("KK-14")
def test_a_temporary_password_leads_to_the_change_first_and_then_on_with_the_cart():
    stand = Stand("kitakyushu")
    patron, title = stand.library.add_patron(is_temporary=True), stand.library.add_title("門司の本", branch="moji")
    stand.to_login(title)
    stand.log_in(patron.card)
    assert stand.step is Step.PASSWORD_CHANGE
    assert stand.state.is_temporary
    for closed in (Step.CONFIRM, Step.LOANS, Step.HOLDS, Step.EMAILS):
        stand.terminal.open(closed)
        assert stand.step is Step.PASSWORD_CHANGE
    assert stand.library.kept_holds == {}
    stand.enter(current_password="Abc123", password="New123", password_again="New123")
    assert (stand.state.is_done, stand.state.is_temporary) == (True, False)
    assert stand.terminal.visit.session.rights is Rights.FULL
    stand.presenter.finish()
    assert (stand.step, stand.terminal.chrome.cart_count) == (Step.CONFIRM, 1)
    stand.presenter.submit()
    assert stand.state.accepted_count == 1
    assert patron.password == "New123"


@pytest.mark.rule("KT-01")
def test_a_library_where_a_temporary_password_opens_everything_only_recommends_the_change():
    profile = load_profile("kumamoto")
    rules = replace(profile.registration, temporary_password=TemporaryPasswordUse.EVERYTHING)
    stand = Stand(replace(profile, registration=rules))
    patron = stand.library.add_patron(is_temporary=True)
    stand.from_rest(patron.card)
    assert stand.step is Step.MENU
    stand.presenter.account()
    assert stand.state.has_temporary


@pytest.mark.rule("KU-06")
def test_a_contact_by_mail_without_an_address_on_record_sends_back_to_the_choice_with_the_reason():
    stand = Stand()
    patron, title = stand.library.add_patron(), stand.library.add_title()
    stand.to_login(title, contact="email")
    stand.log_in(patron.card)
    assert stand.step is Step.PICKUP
    choices = {choice.code: choice for choice in stand.state.contacts}
    assert (choices["email"].is_allowed, choices["email"].is_chosen) == (False, False)
    assert choices["email"].why_not == "メールアドレスが登録されていません。"
    assert not stand.state.can_proceed
    stand.presenter.choose_contact("email")
    assert not stand.state.can_proceed
    stand.presenter.choose_contact("phone_1")
    stand.presenter.proceed()
    assert stand.step is Step.CONFIRM
    assert stand.state.contact == "電話1"


@pytest.mark.rule("KU-06")
def test_a_contact_by_mail_with_an_address_goes_straight_to_the_confirmation():
    stand = Stand()
    patron, title = stand.library.add_patron(email="hanako@example.org"), stand.library.add_title()
    stand.to_login(title, contact="email")
    stand.log_in(patron.card)
    assert (stand.step, stand.state.contact) == (Step.CONFIRM, "メール")


def at_the_identity() -> Stand:
    stand = Stand()
    stand.presenter.register()
    stand.presenter.agree(True)
    stand.presenter.accept()
    return stand


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("1985041", "生年月日（西暦8けた）"),
        ("19850412", "生年月日 1985年（昭和60年）4月12日"),
        ("19890108", "生年月日 1989年（平成元年）1月8日"),
        ("昭600412", "生年月日 1985年（昭和60年）4月12日"),
        ("昭640108", "生年月日（西暦8けた）"),
        ("昭60041", "生年月日（西暦8けた）"),
        ("18500101", "生年月日 1850年1月1日"),
    ],
)
def test_a_birth_date_is_read_back_with_its_era_and_may_be_typed_by_it(typed, label):
    stand = at_the_identity()
    stand.presenter.focus("birth_date")
    assert stand.state.form.extra_keys == "大昭平令"
    for key in typed:
        stand.presenter.press(key)
    assert next(field.label for field in stand.state.form.fields if field.name == "birth_date") == label


def test_a_birth_date_typed_by_its_era_proves_an_identity_and_other_languages_have_no_keys_for_it():
    stand = at_the_identity()
    patron = stand.library.add_patron()
    stand.terminal.choose_language("en")
    stand.presenter.focus("birth_date")
    assert stand.state.form.extra_keys == ""
    stand.enter(card_number=patron.card, birth_date="平020401", phone="0963845000")
    assert stand.step is Step.REGISTER_PASSWORD


@pytest.mark.rule("KU-17")
@pytest.mark.parametrize("born", ["19900431", "1990", "00000000", "29900401", "昭640108", "昭和60年"])
def test_a_day_that_does_not_exist_is_told_at_its_field_and_nothing_typed_is_lost(born):
    stand = at_the_identity()
    patron = stand.library.add_patron()
    stand.enter(card_number=patron.card, birth_date=born, phone="0963845000")
    fields = {field.name: field for field in stand.state.form.fields}
    assert "西暦" in fields["birth_date"].fault
    assert fields["birth_date"].is_active
    assert (fields["card_number"].shown, fields["phone"].shown) == (patron.card, "0963845000")
    assert "register" not in stand.api.calls


@pytest.mark.rule("KU-17")
@pytest.mark.rule("KU-19")
def test_an_identity_that_does_not_fit_says_so_without_saying_where_and_names_the_desk():
    stand = at_the_identity()
    patron = stand.library.add_patron()
    stand.enter(card_number=patron.card, birth_date="19900402", phone="0963845000")
    assert stand.step is Step.REGISTER_IDENTITY
    assert stand.state.problem.sentence == "図書館に登録されている内容と合いませんでした。"
    assert "カウンター" in stand.state.problem.remedy
    assert stand.presenter.form["phone"] == "0963845000"


@pytest.mark.rule("KU-18")
@pytest.mark.rule("KK-15")
@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("abc12", "abc12", "短すぎます"),
        ("ｋａｎａ123", "ｋａｎａ123", "半角の英字と数字だけ"),
        ("ﾊﾟｽﾜｰﾄﾞ1", "ﾊﾟｽﾜｰﾄﾞ1", "半角の英字と数字だけ"),
        ("abc 123", "abc 123", "半角の英字と数字だけ"),
        ("Abc1234", "abc1234", "2つのパスワードが違っています"),
    ],
)
def test_a_password_that_will_not_do_is_told_at_its_field_and_not_sent(password, again, said):
    stand = at_the_identity()
    patron = stand.library.add_patron(password=None)
    stand.enter(card_number=patron.card, birth_date="19900401", phone="0963845000")
    stand.enter(password=password, password_again=again)
    assert stand.step is Step.REGISTER_PASSWORD
    assert any(said in field.fault for field in stand.state.form.fields)
    assert patron.password is None
    assert "set_password" not in stand.api.calls


@pytest.mark.rule("KU-17")
def test_a_registration_in_the_middle_of_holding_comes_back_to_the_cart():
    stand = Stand()
    patron, title = stand.library.add_patron(password=None), stand.library.add_title()
    stand.to_login(title)
    stand.presenter.register()
    stand.presenter.agree(True)
    stand.presenter.accept()
    stand.reader.show(patron.card)
    stand.enter(birth_date="19900401", phone="0963845000")
    stand.enter(password="New123", password_again="New123")
    assert stand.state.is_for_holds
    stand.presenter.log_in()
    stand.log_in(patron.card, "New123")
    assert (stand.step, stand.terminal.chrome.cart_count) == (Step.CONFIRM, 1)


@pytest.mark.rule("CH-04")
def test_a_library_without_registration_by_identity_offers_none():
    profile = load_profile("kumamoto")
    stand = Stand(replace(profile, registration=replace(profile.registration, by_identity=IdentityRegistration.NEVER)))
    assert not stand.state.can_register
    stand.presenter.show_card()
    assert not stand.state.can_register


def test_another_language_keeps_everything_typed_and_where_the_patron_stands():
    stand = at_the_identity()
    patron = stand.library.add_patron()
    for name, text in {"card_number": patron.card, "birth_date": "1990", "phone": "096"}.items():
        stand.presenter.focus(name)
        stand.keys(text)
    presenter = stand.presenter
    stand.terminal.choose_language("en")
    assert (stand.step, stand.presenter) == (Step.REGISTER_IDENTITY, presenter)
    assert [field.shown for field in stand.state.form.fields] == [patron.card, "1990", "096"]
    assert stand.state.form.fields[0].label == stand.terminal.words("field-card_number") != "カード番号"
    stand.terminal.choose_language("ja")
    assert stand.state.form.fields[0].label == "カード番号"


def test_secrets_are_dots_until_they_are_shown():
    stand = Stand()
    patron = stand.library.add_patron()
    stand.presenter.show_card()
    stand.reader.show(patron.card)
    stand.keys("Abc")
    assert stand.state.form.fields[0].shown == "●●●"
    stand.presenter.show_secrets(True)
    assert stand.state.form.fields[0].shown == "Abc"
