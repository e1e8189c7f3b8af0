"""The patron's menu through the terminal: loans, holds, password, e-mail, registration."""

from collections.abc import Callable

import pytest
from floor import Floor

from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]


def _hold(floor: Floor, state: str) -> object:
    return next(hold for hold in floor.state.holds if hold.state_kind == state)


@pytest.mark.rule("KU-14")
def test_the_menu_leads_to_loans_holds_and_the_own_record(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.log_in_to_menu("everyday")
    for name, step in (("menu-loans", Step.LOANS), ("menu-holds", Step.HOLDS), ("menu-account", Step.ACCOUNT)):
        floor.tap_to(name, step)
        floor.tap_to("top-menu", Step.MENU)


@pytest.mark.rule("KU-16", "KU-15")
def test_the_renewal_button_stands_only_at_renewable_loans(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.log_in_to_menu("overdue")
    floor.tap_to("menu-loans", Step.LOANS)
    assert floor.state.loans
    assert not [name for name in floor.finger.names() if name.startswith("renew-")]
    assert floor.says("延滞")


@pytest.mark.rule("KU-15", "KK-09", "CH-15")
@pytest.mark.parametrize("profile", ["kumamoto", "kitakyushu"])
def test_a_loan_is_renewed_once_by_touch(open_terminal: OpenTerminal, profile: str) -> None:
    floor = open_terminal(profile)
    floor.log_in_to_menu("due_today")
    floor.tap_to("menu-loans", Step.LOANS)
    loan = next(loan for loan in floor.state.loans if loan.can_renew)
    floor.finger.tap(f"renew-{loan.loan_id}")
    floor.until(lambda: floor.says("まで延長しました"), "the notice")
    assert f"renew-{loan.loan_id}" not in floor.finger.names()


@pytest.mark.rule("KU-13", "KK-12", "CH-11")
@pytest.mark.parametrize("profile", ["kumamoto", "kitakyushu"])
def test_a_ready_hold_cannot_be_cancelled_or_changed(open_terminal: OpenTerminal, profile: str) -> None:
    floor = open_terminal(profile)
    floor.log_in_to_menu("ready")
    floor.tap_to("menu-holds", Step.HOLDS)
    ready = _hold(floor, "ready")
    assert not {f"cancel-{ready.hold_id}", f"change-{ready.hold_id}"} & set(floor.finger.names())
    assert floor.says("ご用意できました", "カウンターへお申し出ください。")


@pytest.mark.rule("KU-13", "KK-12", "CH-10")
@pytest.mark.parametrize("profile", ["kumamoto", "kitakyushu"])
def test_the_contact_method_of_a_waiting_hold_is_changed(open_terminal: OpenTerminal, profile: str) -> None:
    floor = open_terminal(profile)
    floor.log_in_to_menu("everyday")
    floor.tap_to("menu-holds", Step.HOLDS)
    waiting = _hold(floor, "waiting")
    floor.tap_to(f"change-{waiting.hold_id}", Step.HOLD_CHANGE)
    other = next(choice for choice in floor.state.contacts if choice.is_allowed and not choice.is_chosen)
    floor.finger.tap(f"contact-{other.code}")
    floor.tap_to("primary", Step.HOLDS)
    assert next(hold for hold in floor.state.holds if hold.hold_id == waiting.hold_id).contact == other.name


@pytest.mark.rule("KU-13", "CH-11", "KK-10", "KK-12")
def test_cancelling_asks_first_and_shows_the_librarys_word_for_it(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitakyushu")
    floor.log_in_to_menu("everyday")
    floor.tap_to("menu-holds", Step.HOLDS)
    waiting = _hold(floor, "waiting")
    assert floor.says("予約中です")
    floor.finger.tap(f"cancel-{waiting.hold_id}")
    floor.until(lambda: floor.state.asking, "the question")
    floor.finger.tap("keep")
    floor.until(lambda: not floor.state.asking, "no question")
    floor.finger.tap(f"cancel-{waiting.hold_id}")
    floor.finger.tap("confirm-cancel")
    floor.until(lambda: floor.says("取り消しました", "取り消し"), "the notice")
    assert next(hold for hold in floor.state.holds if hold.hold_id == waiting.hold_id).state == "取り消し"


@pytest.mark.rule("KU-09", "KK-10")
def test_a_declined_hold_is_shown_as_such(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.log_in_to_menu("declined")
    floor.tap_to("menu-holds", Step.HOLDS)
    assert floor.says("ご用意できません", "カウンターにおたずねください")


@pytest.mark.rule("KU-17", "KU-18", "KU-20", "KK-13", "KK-16", "OK-01")
@pytest.mark.parametrize("profile", ["kumamoto", "kitakyushu"])
def test_a_password_is_registered_by_identity_and_the_old_one_stops_working(open_terminal: OpenTerminal, profile: str) -> None:
    floor = open_terminal(profile)
    patron = floor.patron("everyday")
    _prove_identity(floor, patron.card_number, f"{patron.birth_date:%Y%m%d}", patron.phone_1)
    floor.at(Step.REGISTER_PASSWORD)
    floor.type("abc12")
    floor.finger.tap("field-password_again")
    floor.type("abc12")
    floor.finger.tap("primary")
    floor.until(lambda: floor.says("6文字以上"), "the fault")
    floor.finger.tap("field-password")
    floor.type("3")
    floor.finger.tap("field-password_again")
    floor.type("3")
    floor.tap_to("primary", Step.REGISTER_DONE)
    assert floor.says("パスワードの登録を行いました")
    floor.tap_to("primary", Step.LOGIN)
    floor.log_in("everyday")
    floor.until(lambda: floor.says("カード番号かパスワードが違うようです。"), "the old password is refused")
    floor.type("abc123")
    floor.tap_to("primary", Step.MENU)


@pytest.mark.rule("KU-19", "KU-17", "OK-20")
@pytest.mark.parametrize("key", ["no_phone", "tour"])
def test_an_identity_that_does_not_match_says_where_to_go_and_not_what_was_wrong(open_terminal: OpenTerminal, key: str) -> None:
    floor = open_terminal("kumamoto")
    patron = floor.patron(key)
    _prove_identity(floor, patron.card_number, f"{patron.birth_date:%Y%m%d}", "0312345678")
    floor.until(lambda: floor.says("登録されている内容と合いませんでした", "カウンターへお申し出ください"), "the sentence")


@pytest.mark.rule("KU-19")
def test_an_expired_card_is_sent_to_the_counter(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    patron = floor.patron("expired")
    _prove_identity(floor, patron.card_number, f"{patron.birth_date:%Y%m%d}", patron.phone_1)
    floor.until(lambda: floor.says("有効期限が過ぎています", "カウンター"), "the sentence")


def _prove_identity(floor: Floor, card_number: str, born: str, phone: str) -> None:
    floor.tap_to("register", Step.REGISTER_TERMS)
    floor.finger.tap("agree")
    floor.tap_to("primary", Step.REGISTER_IDENTITY)
    for field, text in (("card_number", card_number), ("birth_date", born), ("phone", phone)):
        floor.finger.tap(f"field-{field}")
        floor.type(text)
    floor.finger.tap("primary")


@pytest.mark.rule("KU-21", "KK-15")
def test_the_password_is_changed_only_when_both_new_ones_are_the_same(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    patron = floor.patron("everyday")
    floor.log_in_to_menu("everyday")
    floor.tap_to("menu-account", Step.ACCOUNT)
    floor.tap_to("account-password", Step.PASSWORD_CHANGE)
    for field, text in (("current_password", patron.password), ("password", "abcd12"), ("password_again", "abcd1")):
        floor.finger.tap(f"field-{field}")
        floor.type(text)
    floor.finger.tap("primary")
    floor.until(lambda: floor.says("2つのパスワードが違っています"), "the fault")
    floor.type("2")
    floor.finger.tap("primary")
    floor.until(lambda: floor.state.is_done, "the change")


@pytest.mark.rule("KU-22")
def test_after_its_deletion_the_password_opens_nothing(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.log_in_to_menu("everyday")
    floor.tap_to("menu-account", Step.ACCOUNT)
    floor.finger.tap("account-delete-password")
    floor.finger.tap("confirm-delete")
    floor.at(Step.REST)
    floor.tap_to("show-card", Step.LOGIN)
    floor.log_in("everyday")
    floor.until(lambda: floor.says("カード番号かパスワードが違うようです。"), "the refusal")


@pytest.mark.rule("KU-24", "KK-17")
def test_an_email_address_is_shown_and_deleted(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.log_in_to_menu("everyday")
    floor.tap_to("menu-account", Step.ACCOUNT)
    floor.tap_to("account-emails", Step.EMAILS)
    address = floor.state.emails[0].address
    assert floor.says(address)
    floor.finger.tap("email-delete-1")
    floor.finger.tap("confirm-delete")
    floor.until(lambda: not floor.state.emails, "no address")
    assert floor.says("メールアドレスを削除しました。")


@pytest.mark.rule("KK-18", "KK-17", "KK-19")
def test_an_address_with_a_common_mistake_is_not_taken(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitakyushu")
    floor.log_in_to_menu("no_email")
    floor.tap_to("menu-account", Step.ACCOUNT)
    floor.tap_to("account-emails", Step.EMAILS)
    floor.finger.tap("email-add")
    for field in ("email", "email_again"):
        floor.finger.tap(f"field-{field}")
        floor.type("a..b@c.jp")
    floor.finger.tap("primary")
    floor.until(lambda: floor.says("「.」（ドット）が続いています"), "the fault")


@pytest.mark.rule("KK-14")
def test_a_temporary_password_must_be_changed_first(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitakyushu")
    floor.tap_to("show-card", Step.LOGIN)
    floor.log_in("temporary")
    floor.at(Step.PASSWORD_CHANGE)
    floor.tap_to("top-menu", Step.PASSWORD_CHANGE)


@pytest.mark.rule("KU-08", "KK-02")
@pytest.mark.parametrize("profile", ["kumamoto", "kitakyushu"])
def test_holds_that_are_there_already_get_an_order(open_terminal: OpenTerminal, profile: str) -> None:
    floor = open_terminal(profile)
    floor.log_in_to_menu("many_contacts")
    floor.tap_to("menu-holds", Step.HOLDS)
    waiting = [hold.title.title_id for hold in floor.state.holds if hold.state_kind == "waiting"][:2]
    floor.tap_to("order", Step.HOLD_ORDER)
    for title_id in reversed(waiting):
        floor.finger.tap(f"order-{title_id}")
    floor.tap_to("primary", Step.HOLDS)
    places = {hold.title.title_id: hold.sequence for hold in floor.api.holds(floor.session("many_contacts")).holds}
    assert [places[title_id].place for title_id in waiting] == [2, 1]
