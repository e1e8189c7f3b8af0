"""What the terminal says of e-mail addresses and registrations that a mail settles or follows."""

from dataclasses import replace

import pytest
from terminal_stand import Stand

from kiosk.domain.registration import IdentityRegistration
from kiosk.profiles import load_profile
from kiosk.terminal.visit import Step

ADDRESS = "hanako@example.org"


def at_the_emails(profile: str = "kumamoto", *, sends_mail: bool = True, **record) -> tuple:
    """A stand at the addresses of a patron, and the patron."""
    stand = Stand(profile)
    stand.library.sends_mail = sends_mail
    patron = stand.library.add_patron(**record)
    stand.from_rest(patron.card)
    stand.terminal.open(Step.EMAILS)
    return stand, patron


def save(stand: Stand, address: str = ADDRESS, slot: int | None = None) -> None:
    """Types an address twice and saves it."""
    if slot is None:
        stand.presenter.add()
    else:
        stand.presenter.change(slot)
    stand.enter(email=address, email_again=address)


@pytest.mark.rule("KU-23")
@pytest.mark.parametrize(
    ("sends_mail", "said"),
    [
        (True, "メールアドレスを登録しました。確認のメールをお送りします。届かないときは、アドレスをお確かめください。"),
        (False, "メールアドレスを登録しました。"),
    ],
)
def test_a_mail_is_promised_only_where_one_follows(sends_mail, said):
    stand, _ = at_the_emails(sends_mail=sends_mail)
    save(stand)
    assert stand.state.notice == said
    assert "メール" not in stand.terminal.words("emails-edit-note")


def test_after_a_lost_answer_the_address_is_known_and_no_mail_is_promised():
    stand, patron = at_the_emails()
    stand.api.lose_next_answer = True
    save(stand)
    assert stand.state.problem.can_retry
    stand.presenter.retry()
    assert (patron.emails, stand.api.calls.count("save_email")) == ({1: ADDRESS}, 1)
    assert stand.state.notice == "メールアドレスを登録しました。"


@pytest.mark.rule("OK-03")
def test_an_address_that_waits_for_its_link_is_not_called_registered():
    stand, patron = at_the_emails("okegawa")
    save(stand)
    (line,) = stand.state.emails
    assert (line.address, line.standing, line.mark) == (ADDRESS, "unconfirmed", "確認待ち")
    assert "リンク" in line.note
    assert "登録しました" not in stand.state.notice
    assert "リンク" in stand.state.notice
    assert stand.state.can_add, "Okegawa keeps two"
    stand.presenter.delete(1)
    assert (patron.unconfirmed, stand.state.emails) == ({}, ())


@pytest.mark.rule("OK-03")
def test_the_address_in_use_stays_in_its_line_and_names_the_one_to_come():
    stand, _ = at_the_emails("okegawa", email="old@example.org")
    save(stand, slot=1)
    (line,) = stand.state.emails
    assert line.address == "old@example.org"
    assert ADDRESS in line.note


@pytest.mark.rule("OK-05")
def test_of_two_addresses_one_is_chosen_for_notices():
    stand, patron = at_the_emails("okegawa", sends_mail=False)
    save(stand, "one@example.org")
    assert [(line.mark, line.can_choose) for line in stand.state.emails] == [("", False)]
    save(stand, "two@example.org")
    assert [(line.mark, line.can_choose) for line in stand.state.emails] == [("お知らせ先", False), ("", True)]
    stand.presenter.choose(2)
    assert stand.state.notice == "お知らせを送るアドレスを変えました。"
    assert [(line.mark, line.can_choose) for line in stand.state.emails] == [("", True), ("お知らせ先", False)]
    assert patron.chosen_slot == 2


@pytest.mark.rule("KK-17")
def test_where_all_addresses_are_told_there_is_nothing_to_choose():
    stand, _ = at_the_emails("kitakyushu")
    for name in "ab":
        save(stand, f"{name}@example.org")
    assert [(line.mark, line.can_choose) for line in stand.state.emails] == [("", False), ("", False)]


@pytest.mark.rule("KT-04")
def test_an_address_of_a_declined_service_is_told_at_its_field_before_anything_is_sent():
    stand, patron = at_the_emails("kitsuki")
    save(stand, "hanako@yahoo.co.jp")
    fault = stand.state.form.fields[0].fault
    assert "登録できません" in fault
    assert "ほかのアドレス" in fault
    assert ("save_email" in stand.api.calls, patron.emails) == (False, {})


def registering(profile, **record) -> tuple:
    """A stand whose patron has proved an identity as well as can be, and the patron."""
    stand = Stand(profile)
    stand.library.sends_mail = True
    patron = stand.library.add_patron(**record)
    stand.terminal.open(Step.REGISTER_TERMS)
    stand.presenter.agree(True)
    stand.presenter.accept()
    born = patron.birth_date.strftime("%Y%m%d")
    asked = {"card_number": patron.card, "birth_date": born, "phone": "0963845000"}
    if any(field.name == "name_kana" for field in stand.state.form.fields):
        asked["name_kana"] = "ヤマダハナコ"
    stand.enter(**asked)
    return stand, patron


@pytest.mark.rule("OK-03")
@pytest.mark.parametrize(("email", "waits"), [(ADDRESS, True), ("", False)])
def test_the_end_of_a_registration_tells_whether_a_mail_settles_it(email, waits):
    stand, patron = registering("okegawa", email=email)
    stand.enter(password="New123", password_again="New123")
    assert stand.step is Step.REGISTER_DONE
    assert stand.state.is_to_be_confirmed is waits
    assert patron.password == ("Abc123" if waits else "New123")


@pytest.mark.rule("KT-14")
def test_who_never_had_a_password_is_sent_to_the_counter():
    stand, _ = registering("kitsuki", password=None)
    assert stand.step is Step.REGISTER_IDENTITY
    assert stand.state.problem.sentence == "この端末で登録できるのは、パスワードを忘れた方だけです。"
    assert "カウンター" in stand.state.problem.remedy


@pytest.mark.rule("KT-03")
def test_a_child_below_middle_school_is_told_what_to_do_instead():
    from datetime import date

    stand, _ = registering("kitsuki", birth_date=date(2014, 4, 2))
    assert stand.state.problem.sentence == "まだ、パスワードを登録できる学年ではありません。"
    assert stand.state.problem.remedy == "予約をしたいときは、カウンターにおたずねください。"


@pytest.mark.rule("CH-04")
def test_where_passwords_are_given_at_the_counter_only_the_terminal_says_so():
    profile = load_profile("kumamoto")
    stand, _ = registering(profile)
    never = replace(profile.registration, by_identity=IdentityRegistration.NEVER)
    stand.library.profile = replace(profile, registration=never)
    stand.presenter.submit()
    stand.terminal.back()
    stand.presenter.agree(True)
    stand.presenter.accept()
    stand.enter(card_number="1" * 10, birth_date="19900401", phone="0963845000")
    assert stand.state.problem.sentence == "この端末では、パスワードの登録ができません。"
    assert "カウンター" in stand.state.problem.remedy
