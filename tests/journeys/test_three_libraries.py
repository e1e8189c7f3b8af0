"""Okegawa, Chiba and Kitsuki through the window: what each guide says a patron sees, from the profile alone."""

from collections.abc import Callable
from typing import Any

import pytest
from floor import Floor
from mail_server import MailServer

from kiosk.domain.circulation import HoldState
from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]
SERIES = "からまーぞ"


def hold_of(floor: Floor, title_id: str) -> Any:
    """The listed hold of a title."""
    return next(hold for hold in floor.state.holds if hold.title.title_id == title_id)


def open_holds_anew(floor: Floor) -> None:
    """By the menu, to the list as it is now."""
    floor.tap_to("top-menu", Step.MENU)
    floor.tap_to("menu-holds", Step.HOLDS)


def choices(floor: Floor, prefix: str) -> set[str]:
    """What can be touched of a choice."""
    return {name.removeprefix(prefix) for name in floor.finger.names() if name.startswith(prefix)}


@pytest.mark.rule("OK-06", "OK-12")
def test_okegawa_holds_what_is_in_stock_in_the_steps_of_its_guide(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("okegawa")
    title_id, kana = floor.title_on_shelf()
    floor.show_title(title_id, kana)
    floor.until(lambda: floor.says("カートに入れる"), "the button of the guide")
    floor.tap_to_cart()
    assert floor.says("予約する")
    floor.tap_to("primary", Step.PICKUP)
    assert choices(floor, "contact-") == {"email", "phone_1"}
    floor.finger.tap("contact-phone_1")
    assert floor.says("次へ進む")
    floor.finger.tap("primary")
    floor.log_in("everyday")
    floor.at(Step.CONFIRM)
    assert floor.says("予約する", "本館", "電話")
    floor.tap_to("primary", Step.DONE)
    assert floor.says("予約完了", "受け付けました")
    floor.tap_to("see-holds", Step.HOLDS)
    assert hold_of(floor, title_id).state == "予約中"
    assert floor.says("本・絵本・雑誌 10件、紙芝居 2件、CD 2件まで")


@pytest.mark.rule("OK-07")
def test_okegawa_lets_the_order_be_chosen_by_number(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("okegawa")
    for volume in (1, 2):
        floor.show_title(f"karamazov-{volume}", SERIES)
        floor.finger.tap("primary")
    floor.tap_to("top-cart", Step.CART)
    assert floor.says("順番を指定する")
    floor.finger.tap("order")
    for volume in (2, 1):
        floor.finger.tap(f"order-karamazov-{volume}")
    floor.finger.tap("finish-order")
    assert [(line.title.title_id, line.order) for line in floor.state.lines] == [("karamazov-2", 1), ("karamazov-1", 2)]


@pytest.mark.rule("OK-12")
def test_okegawa_has_no_button_at_films_and_dictionaries_and_says_why(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("okegawa")
    for title_id, kana, sentence in (("ikiru", "いきる", "DVDは予約できません"), ("kojien", "こうじえん", "禁帯出")):
        floor.show_title(title_id, kana)
        floor.until(lambda said=sentence: floor.says(said), sentence)
        assert not floor.says("カートに入れる")


@pytest.mark.rule("OK-11")
def test_okegawa_takes_no_eleventh_book_and_says_which_limit_it_is(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("okegawa")
    floor.show_title("karamazov-1", SERIES)
    floor.tap_to_cart()
    floor.tap_to("primary", Step.PICKUP)
    floor.finger.tap("contact-phone_1")
    floor.finger.tap("primary")
    floor.log_in("at_limit")
    floor.at(Step.CONFIRM)
    floor.tap_to("primary", Step.DONE)
    assert floor.says("予約できませんでした", "本の予約は10件までです。")


@pytest.mark.rule("OK-15")
@pytest.mark.parametrize(("profile", "days", "count"), [("okegawa", 30, 2), ("chiba", 14, 1)])
def test_cancelled_holds_are_listed_as_long_as_the_profile_says_and_say_so(
    open_terminal: OpenTerminal, profile: str, days: int, count: int
) -> None:
    floor = open_terminal(profile)
    floor.log_in_to_menu("cancelled")
    floor.tap_to("menu-holds", Step.HOLDS)
    assert [hold.state for hold in floor.state.holds] == ["取り消し"] * count
    assert floor.says(f"この表示は{days}日間残ります")


@pytest.mark.rule("OK-16")
def test_okegawa_remarks_at_loans_what_is_overdue_and_what_is_held(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("okegawa")
    for patron, remark in (("overdue", "延滞"), ("held", "予約")):
        floor.log_in_to_menu(patron)
        floor.tap_to("menu-loans", Step.LOANS)
        marked = [loan for loan in floor.state.loans if remark in loan.remarks]
        assert marked
        assert not any(loan.can_renew for loan in marked)
        assert remark in floor.finger.texts()
        floor.terminal.end_visit()
        floor.at(Step.REST)


@pytest.mark.rule("CH-02", "CH-04")
def test_chiba_leads_from_the_temporary_password_to_ones_own_and_offers_no_registration(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("chiba")
    assert "register" not in floor.finger.names()
    floor.tap_to("show-card", Step.LOGIN)
    assert "register" not in floor.finger.names()
    floor.log_in("temporary")
    floor.at(Step.PASSWORD_CHANGE)
    floor.finger.tap("top-menu")
    floor.at(Step.PASSWORD_CHANGE)


@pytest.mark.rule("CH-05", "CH-06", "CH-07", "CH-08", "CH-10", "CH-11")
def test_chiba_asks_for_a_hold_sees_it_accepted_carried_and_cancels_another(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("chiba")
    floor.show_title("karamazov-1", SERIES)
    assert "add-series" not in floor.finger.names()
    floor.finger.tap("primary")
    floor.show_title("convenience", "こんびに")
    floor.finger.tap("primary")
    floor.tap_to("top-cart", Step.CART)
    assert "order" not in floor.finger.names()
    floor.tap_to("primary", Step.PICKUP)
    assert choices(floor, "branch-") == {"chuo", "seibu", "tobu"}
    assert floor.says("聴覚障害の登録がある方のみ")
    assert not floor.says("連絡便")
    floor.finger.tap("branch-seibu")
    floor.finger.tap("contact-email")
    floor.until(lambda: floor.says("西部図書館へ運ぶ資料", "連絡便は週2回"), "that it is carried")
    floor.finger.tap("primary")
    floor.log_in("everyday")
    floor.at(Step.CONFIRM)
    assert floor.says("指定された内容で予約を行います", "「仮予約」です", "連絡便は週2回")
    floor.tap_to("primary", Step.DONE)
    assert floor.says("予約を申し込みました", "仮予約です")
    floor.tap_to("see-holds", Step.HOLDS)
    asked = hold_of(floor, "karamazov-1")
    assert (asked.state, asked.can_change, asked.can_cancel) == ("予約中", True, True)
    assert asked.notes == ("仮予約です。図書館が受け付けると、確定します。",)

    floor.desk.accept_hold(asked.hold_id)
    item = floor.api.title("karamazov-1").items[0].item_id
    floor.desk.return_item(item, "chuo")
    open_holds_anew(floor)
    carried = hold_of(floor, "karamazov-1")
    assert (carried.state_kind, carried.can_change, carried.can_cancel) == (HoldState.IN_TRANSIT, False, False)
    assert "見込み" in carried.notes[0]

    other = hold_of(floor, "convenience").hold_id
    floor.finger.tap(f"cancel-{other}")
    floor.until(lambda: floor.says("予約を取消しますか"), "the question")
    floor.finger.tap("confirm-cancel")
    floor.until(lambda: floor.says("予約の取消が完了しました"), "the answer")
    assert hold_of(floor, "convenience").state == "取り消し"


@pytest.mark.rule("CH-06")
def test_chiba_sends_a_postcard_to_who_is_registered_as_hearing_impaired(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("chiba")
    for patron, is_offered in (("everyday", False), ("hearing", True)):
        floor.log_in_to_menu(patron)
        floor.show_title("karamazov-1", SERIES)
        floor.tap_to_cart()
        floor.tap_to("primary", Step.PICKUP)
        assert ("letter" in choices(floor, "contact-")) is is_offered
        floor.terminal.end_visit()
        floor.at(Step.REST)


@pytest.mark.rule("CH-09")
def test_chiba_shows_what_is_not_lent_without_a_button_and_says_so(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("chiba")
    for title_id, kana in (("kojien", "こうじえん"), ("ikiru", "いきる")):
        floor.show_title(title_id, kana)
        floor.until(lambda: floor.says("「持出禁止」の資料です"), "the word of the library")
        assert not floor.says("予約カートに入れる")


@pytest.mark.rule("KT-07")
def test_kitsuki_mails_the_content_of_a_request_to_who_wishes_it(open_terminal: OpenTerminal) -> None:
    with MailServer() as mails:
        floor = open_terminal("kitsuki", mail=mails.settings())
        floor.show_title("karamazov-1", SERIES)
        floor.tap_to_cart()
        floor.tap_to("primary", Step.PICKUP)
        chosen = [(choice.name, choice.is_chosen) for choice in floor.state.copies]
        assert chosen == [("希望する", False), ("希望しない", True)]
        floor.finger.tap("copy-yes")
        floor.until(lambda: floor.state.copies[0].is_chosen, "the wish for a copy")
        floor.finger.tap("primary")
        floor.log_in("everyday")
        floor.at(Step.CONFIRM)
        assert floor.says("希望する")
        floor.tap_to("primary", Step.DONE)
        floor.until(lambda: bool(mails.mails), "the mail with the content of the request")
    assert "仮予約" in mails.mails[0].subject


@pytest.mark.rule("KT-06", "KT-08", "KT-11", "KT-13")
def test_kitsuki_holds_by_mail_only_provisionally_and_promises_nothing_early(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitsuki")
    floor.show_title("karamazov-1", SERIES)
    assert "add-series" not in floor.finger.names()
    floor.tap_to_cart()
    assert "order" not in floor.finger.names()
    floor.tap_to("primary", Step.PICKUP)
    assert choices(floor, "branch-") == {"kitsuki", "yamaga", "ota"}
    assert choices(floor, "contact-") == {"email"}
    assert floor.state.copies == (), "this service sends no mail"
    assert floor.state.can_proceed, "there is no other way to choose"
    floor.finger.tap("primary")
    floor.log_in("everyday")
    floor.at(Step.CONFIRM)
    assert floor.says("「予約確定メール」が届くと、予約完了です。")
    floor.tap_to("primary", Step.DONE)
    assert floor.says("予約を申し込みました", "仮予約です")
    floor.tap_to("see-holds", Step.HOLDS)
    asked = hold_of(floor, "karamazov-1")
    assert asked.state == "仮予約"
    assert "order" not in floor.finger.names()

    floor.desk.accept_hold(asked.hold_id)
    open_holds_anew(floor)
    assert hold_of(floor, "karamazov-1").state == "予約確定"
    floor.desk.return_item(floor.api.title("karamazov-1").items[0].item_id, "kitsuki")
    open_holds_anew(floor)
    prepared = hold_of(floor, "karamazov-1")
    assert (prepared.state, prepared.notes) == ("準備中です", ())
    assert not floor.says("ご用意できました")
    for line in floor.desk.worklist().lines:
        if line.hold_id == asked.hold_id:
            floor.desk.tick_off(line.notice_id)
    open_holds_anew(floor)
    assert hold_of(floor, "karamazov-1").state == "ご用意できました"


@pytest.mark.rule("KT-06")
def test_kitsuki_takes_who_has_no_address_to_where_one_is_registered_and_back(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitsuki")
    floor.show_title("karamazov-1", SERIES)
    floor.tap_to_cart()
    floor.tap_to("primary", Step.PICKUP)
    floor.finger.tap("primary")
    floor.log_in("no_email")
    floor.at(Step.PICKUP)
    assert floor.says(
        "お選びになれる連絡方法がありません。", "先にメールアドレスを登録してください。", "メールアドレスの登録へ"
    )
    floor.tap_to("primary", Step.EMAILS)
    floor.finger.tap("back")
    floor.at(Step.PICKUP)
    assert len(floor.terminal.visit.cart) == 1


@pytest.mark.rule("KT-05")
def test_kitsuki_offers_no_hold_on_what_stands_on_the_shelf(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitsuki")
    floor.show_title(*floor.title_on_shelf())
    assert not floor.says("予約カートに入れる")
    assert floor.says(floor.state.not_holdable[0].sentence)


@pytest.mark.rule("KT-10")
def test_kitsuki_takes_no_hold_of_who_has_an_overdue_loan_and_says_what_helps(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitsuki")
    floor.show_title("karamazov-1", SERIES)
    floor.tap_to_cart()
    floor.tap_to("primary", Step.PICKUP)
    floor.finger.tap("primary")
    floor.log_in("overdue")
    floor.at(Step.CONFIRM)
    floor.tap_to("primary", Step.DONE)
    assert floor.says("返却期限を過ぎた資料があります。", "お返しいただくと、予約できるようになります。")


@pytest.mark.rule("KT-01")
def test_kitsuki_recommends_to_change_a_temporary_password_that_opens_everything(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitsuki")
    floor.log_in_to_menu("temporary")
    floor.tap_to("menu-account", Step.ACCOUNT)
    assert floor.says("安全のため、パスワードの変更をお勧めします。")
